import { useT } from '~/i18n/use-t'
import { EventPlan, type ShownPlan } from './event-plan'
import { EventProblems, type ShownProblem } from './event-problems'
import { ApplyDeed } from './event-source-form'

/** What a page with an event file answers to a text that was sent; `source` is null when it could not be read. */
export interface Reply {
  source: string | null
  wrong?: string
  problems?: ShownProblem[]
  warnings?: ShownProblem[]
  obstacles?: ShownProblem[]
  plan?: ShownPlan
  /** the version somebody else applied meanwhile */
  stale?: number
}

/** What is wrong with the text, or its plan with the act that applies it. `version` is the one in force, null for a new event. */
export function EventReply({ reply, version }: { reply: Reply; version: number | null }) {
  const t = useT('setup')
  const { problems = [], warnings = [], obstacles = [], plan } = reply
  const source = reply.source ?? ''
  const changes = plan !== undefined && plan.changes.length > 0
  return (
    <>
      {reply.wrong && (
        <div className="notice" role="alert">
          <p>{reply.wrong}</p>
        </div>
      )}
      {plan && !changes && obstacles.length === 0 && (
        <div className="notice" role="status">
          <p>{t('page.nothing')}</p>
        </div>
      )}
      <EventProblems
        title={t('page.problems', { count: problems.length })}
        lead={t('page.problemsLead')}
        problems={problems}
        source={source}
      />
      <EventProblems
        title={t('page.obstacles', { count: obstacles.length })}
        lead={t('page.obstaclesLead')}
        problems={obstacles}
        source={source}
      />
      <EventProblems title={t('page.warnings', { count: warnings.length })} problems={warnings} source={source} />
      {changes && <EventPlan plan={plan} />}
      {changes && obstacles.length === 0 && <ApplyDeed plan={plan} version={version} source={source} />}
    </>
  )
}
