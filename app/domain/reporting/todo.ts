import type { Permission } from '~/domain/people/permissions'
import type { Overview } from './overview.server'

/** Something that waits for somebody on the staff, with the page that holds its rows. */
export interface Todo {
  kind:
    | 'precheck'
    | 'returned'
    | 'flagged'
    | 'failed-notices'
    | 'judges-behind'
    | 'stage-due'
    | 'stage-to-close'
    | 'stage-to-publish'
    | 'content'
  count: number
  /** below /console/<event> */
  path: string
  permission: Permission
  /** the stage it is about */
  stage: Overview['stages'][number]['name'] | null
}

/** What needs a decision today, most pressing first. */
export function todosOf({ entries, flagged, unreviewed, notices, stages }: Overview, now: Date): Todo[] {
  const judging = stages.some(({ state }) => state !== 'upcoming')
  const plain = (kind: Todo['kind'], count: number, path: string, permission: Permission): Todo[] =>
    count > 0 ? [{ kind, count, path, permission, stage: null }] : []
  return [
    ...stages.flatMap((stage): Todo[] => {
      const about = (kind: Todo['kind'], count: number, page: string, permission: Permission): Todo => ({
        kind,
        count,
        path: `/stages/${stage.id}/${page}`,
        permission,
        stage: stage.name,
      })
      const over = stage.closesAt !== null && stage.closesAt < now
      if (stage.state === 'closed') return [about('stage-to-publish', 1, 'ranking', 'ranking.publish')]
      if (stage.state === 'open' && (over || stage.behind === 0)) return [about('stage-to-close', stage.behind, 'progress', 'stage.run')]
      if (stage.state === 'open') return [about('judges-behind', stage.behind, 'progress', 'stage.run')]
      return stage.state === 'upcoming' && stage.opensAt !== null && stage.opensAt < now
        ? [about('stage-due', 1, 'judges', 'stage.run')]
        : []
    }),
    ...plain('content', unreviewed, '/content', 'content.review'),
    ...plain('failed-notices', notices.failed, '/notices?outbox=failed#outbox', 'notices.send'),
    // once judging has begun nothing more is decided here
    ...(judging ? [] : plain('precheck', entries.submitted, '/precheck', 'entries.precheck')),
    ...(judging ? [] : plain('flagged', flagged, '/entries?flagged=1', 'entries.view')),
    ...(judging ? [] : plain('returned', entries.returned, '/entries?state=returned', 'entries.view')),
  ]
}
