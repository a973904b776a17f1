import { db } from '~/db.server'
import { affectedPeople } from './affected-people.server'
import type { Affected } from './affected-people.server'
import { slugOf } from './event-config'
import { parseEventFile } from './parse-event-file'
import { planEvent } from './plan-event.server'
import type { EventPlan } from './plan-event.server'
import type { Problem } from './problem'

export type PlannedSource =
  | { ok: false; reason: 'invalid'; problems: Problem[] }
  | { ok: false; reason: 'other-event' | 'exists'; slug: string }
  | { ok: false; reason: 'not-yours'; owner: string }
  | {
      ok: true
      plan: EventPlan
      warnings: Problem[]
      timezone: string
      /** where each obstacle stands in the text, in the order of `plan.obstacles` */
      places: { line: number; col: number }[]
      /** everyone a postponement or a cancellation will be told to; empty when neither is planned */
      told: Affected[]
    }

/** The event a text must be that of; or whose organisations it may make a new event for. */
export type SourceScope = { slug: string } | { owners: readonly string[] }

/** What applying a text would do, for a look before it is done. Tells nothing of events outside the scope. */
export async function planSource(source: string, scope: SourceScope): Promise<PlannedSource> {
  const parsed = parseEventFile(source)
  if (!parsed.ok) return { ok: false, reason: 'invalid', problems: parsed.problems }
  const { config, warnings, locate } = parsed
  const slug = slugOf(config)
  if ('slug' in scope && slug !== scope.slug) return { ok: false, reason: 'other-event', slug }
  if ('owners' in scope) {
    if (!scope.owners.includes(config.owner.id)) return { ok: false, reason: 'not-yours', owner: config.owner.id }
    const there = await db.event.count({ where: { id: slug } })
    if (there > 0) return { ok: false, reason: 'exists', slug }
  }
  const plan = await planEvent(config)
  const tells = config.status === 'open' && plan.changes.some(({ type }) => type === 'postponed' || type === 'cancelled')
  return {
    ok: true,
    plan,
    warnings,
    timezone: config.timezone,
    places: plan.obstacles.map(({ path }) => locate(path.split('.'))),
    told: tells ? await affectedPeople(db, plan.slug) : [],
  }
}
