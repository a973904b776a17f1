import type { Change, Part } from '~/domain/events/change'
import { classifyDifference } from './classify-difference'
import { valueAt } from './config-path'
import { diffConfigs } from './diff-configs'
import type { EventConfig } from './event-config'
import { resolveDate } from './resolve-dates'

/**
 * What applying `next` over `current` changes, the weightiest first; empty when nothing does.
 * Pure: whom a change touches, and whether rows stand in its way, is asked of the database afterwards.
 */
export function planChanges(current: EventConfig | null, next: EventConfig): Change[] {
  if (!current) return [{ type: 'created', path: '', severity: 'low', touches: ['public'] }]
  const differences = diffConfigs(plain(current), plain(next))
  const changes = mergeRekeyed(unique(differences.flatMap(classifyDifference)), current, next)
  const deadline = deadlineMoved(current, next)
  return [...(deadline ? [deadline] : []), ...changes].sort((a, b) => weight(b) - weight(a))
}

/** Without keys whose value is undefined, as a stored config is. */
const plain = (config: EventConfig): unknown => JSON.parse(JSON.stringify(config))

const weights = { low: 0, medium: 1, high: 2 }
const weight = ({ severity }: Change) => weights[severity]

/** A rulebook or a text is one change, however many of its values differ. */
function unique(changes: readonly Change[]): Change[] {
  const seen = new Set<string>()
  return changes.filter((change) => {
    const key = keyOf(change)
    if (key === null) return true
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function keyOf(change: Change): string | null {
  switch (change.type) {
    case 'rulebook-changed':
      return `rulebook ${change.stage}`
    case 'stage-changed':
      return `stage ${change.stage} ${change.key}`
    case 'file-rule-changed':
      return `file ${change.id} ${change.rule}`
    case 'postponed':
    case 'cancelled':
    case 'reinstated':
    case 'eligibility-changed':
    case 'rights-changed':
    case 'statement-changed':
      return change.type
    default:
      return null
  }
}

/** Something removed and something added with the same words is the same thing under a new id. */
function mergeRekeyed(changes: readonly Change[], current: EventConfig, next: EventConfig): Change[] {
  const members = changes.filter(isMember)
  const taken = new Set<Change>()
  const merged: Change[] = []
  for (const gone of members.filter(({ type }) => type === 'removed')) {
    const twin = members.find(
      (change) =>
        change.type === 'added' &&
        !taken.has(change) &&
        change.part === gone.part &&
        change.stage === gone.stage &&
        sameWords(gone.part, valueAt(current, gone.path), valueAt(next, change.path)),
    )
    if (!twin) continue
    taken.add(twin).add(gone)
    const { part, id, path, severity, touches } = gone
    merged.push({
      type: 'rekeyed',
      part,
      id,
      newId: twin.id,
      path,
      severity,
      touches,
      ...(gone.stage && { stage: gone.stage }),
    })
  }
  return [...merged, ...changes.filter((change) => !taken.has(change))]
}

type MemberChange = Extract<Change, { type: 'added' | 'removed' }>
const isMember = (change: Change): change is MemberChange => change.type === 'added' || change.type === 'removed'

function sameWords(part: Part, a: unknown, b: unknown): boolean {
  const words = part === 'field' || part === 'file' ? 'label' : 'name'
  const text = (value: unknown) => JSON.stringify((value as Record<string, unknown> | undefined)?.[words])
  return part !== 'section' && text(a) !== undefined && text(a) === text(b)
}

/** The last moment of registration, when the file has one. */
export function entryDeadline({ registration, dates, timezone }: EventConfig): Date | null {
  const date = registration && dates[registration.dates]
  return date ? resolveDate(date.on, timezone).end : null
}

function deadlineMoved(current: EventConfig, next: EventConfig): Change | null {
  const [from, to] = [entryDeadline(current), entryDeadline(next)]
  if (from?.getTime() === to?.getTime()) return null
  const earlier = from !== null && to !== null && to < from
  return {
    type: 'deadline-moved',
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
    earlier,
    path: next.registration ? `dates.${next.registration.dates}` : 'registration',
    severity: earlier ? 'high' : 'medium',
    touches: ['public', 'entrants'],
  }
}
