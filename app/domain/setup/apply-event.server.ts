import type { Prisma } from '~/generated/prisma/client'
import { transact } from '~/db.server'
import type { Tx } from '~/db.server'
import type { Change } from '~/domain/events/change'
import type { Obstacle } from '~/domain/events/impact'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { done } from '~/domain/outcome'
import { announceChanges } from './announce-changes.server'
import { slugOf } from './event-config'
import type { EventConfig } from './event-config'
import { parseEventFile } from './parse-event-file'
import { configHash, planEvent } from './plan-event.server'
import type { SourceScope } from './plan-source.server'
import type { Problem } from './problem'
import { resolveDate, resolveDates } from './resolve-dates'
import { syncEvent } from './sync-event.server'

export type ApplyEvent = {
  source: string
  fileName?: string
  /** who applies it; null for the command line */
  actorId: string | null
  now: Date
  /** the event it must be, or the organisations it may be a new event of; the command line may do anything */
  scope?: SourceScope
  /** the version the person looked at; another one in force refuses */
  expectedVersion?: number | null
  /** leave the event alone when this file was in force before: what came after it, from the console, stays */
  onlyNew?: boolean
}

export type Applied = { slug: string; version: number; changes: Change[] }
export type ApplyOutcome =
  | { ok: true; value: Applied }
  | { ok: false; reason: 'invalid'; problems: Problem[] }
  | { ok: false; reason: 'obstacles'; obstacles: Obstacle[] }
  | { ok: false; reason: 'other-event' | 'not-yours' | 'stale'; detail: Record<string, string | number> }

/**
 * Puts an event file in force, in one transaction, keeping every version. Applying the same file again does nothing.
 * Refuses when rows stand in the way, and names them.
 */
export async function applyEvent(input: ApplyEvent): Promise<ApplyOutcome> {
  const parsed = parseEventFile(input.source, { fileName: input.fileName })
  if (!parsed.ok) return { ok: false, reason: 'invalid', problems: parsed.problems }
  const { config, written } = parsed
  const slug = slugOf(config)
  const { scope } = input
  if (scope && 'slug' in scope && scope.slug !== slug) return { ok: false, reason: 'other-event', detail: { slug } }
  if (scope && 'owners' in scope && !scope.owners.includes(config.owner.id)) {
    return { ok: false, reason: 'not-yours', detail: { owner: config.owner.id } }
  }
  return transact<ApplyOutcome>((tx) => applyStep(tx, { ...input, config, written }))
}

type Step = ApplyEvent & { config: EventConfig; written: unknown }

async function applyStep(tx: Tx, { config, written, source, actorId, now, expectedVersion, onlyNew }: Step): Promise<ApplyOutcome> {
  const slug = slugOf(config)
  // one applier at a time for an event, also for one that has no row yet
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`event:${slug}`}, 0))`
  // entries being made, stages being opened and booths being claimed wait, or are seen
  await tx.$executeRaw`select 1 from "Event" where "id" = ${slug} for update`
  await tx.$executeRaw`select 1 from "Stage" where "eventId" = ${slug} for update`
  await tx.$executeRaw`select 1 from "Booth" where "eventId" = ${slug} order by "number" for update`
  const plan = await planEvent(config, tx)
  const hash = configHash(config)
  if (onlyNew && plan.version !== null) {
    const before = await tx.eventVersion.findFirst({
      where: { eventId: slug, hash },
      select: { version: true },
    })
    if (before) return done({ slug, version: plan.version, changes: [] })
  }
  // also for a form that was sent twice: its first copy has done the work
  if (plan.version !== null && plan.changes.length === 0) return done({ slug, version: plan.version, changes: [] })
  if (expectedVersion !== undefined && expectedVersion !== plan.version) {
    return { ok: false, reason: 'stale', detail: { version: plan.version ?? 0 } }
  }
  if (plan.obstacles.length > 0) return { ok: false, reason: 'obstacles', obstacles: plan.obstacles }

  const version = (plan.version ?? 0) + 1
  const organisationId = await ensureSeries(tx, config)
  const data = { ...eventData(config), organisationId, configHash: hash, configVersion: version }
  const before = await tx.eventDate.findMany({ where: { eventId: slug } })
  await tx.event.upsert({ where: { id: slug }, create: { id: slug, ...data }, update: data })
  await syncEvent({ tx, eventId: slug, config, written })
  const summary = JSON.parse(JSON.stringify(plan.changes)) as Prisma.InputJsonValue
  await tx.eventVersion.create({
    data: { eventId: slug, version, source, hash, summary, appliedById: actorId, appliedAt: now },
  })
  await record(tx, slug, [{ action: 'event.applied', body: { version, hash, by: actorId } }])
  await announceChanges({ tx, eventId: slug, config, changes: plan.changes, before, now, version })
  return done({ slug, version, changes: plan.changes })
}

/** The owning organisation and the series, made when this is their first event. Returns the organisation’s id. */
async function ensureSeries(tx: Tx, { owner, series, name }: EventConfig): Promise<string> {
  const organisation = await tx.organisation.upsert({
    where: { slug: owner.id },
    create: { id: newId(), slug: owner.id, nameZh: owner.name.zh, nameEn: owner.name.en },
    update: {},
  })
  const names = { nameZh: name.zh, nameEn: name.en }
  await tx.series.upsert({
    where: { slug: series },
    create: { slug: series, organisationId: organisation.id, ...names },
    update: names,
  })
  return organisation.id
}

function eventData(config: EventConfig) {
  const spans = resolveDates(config)
  const key = config.registration?.dates ?? config.expo?.applications
  const opening = key ? config.dates[key] : undefined
  const open = opening ? resolveDate(opening.on, config.timezone) : null
  return {
    seriesSlug: config.series,
    edition: config.edition,
    kind: config.kind,
    parentId: config.parent ?? null,
    status: statusOf(config),
    nameZh: config.name.zh,
    nameEn: config.name.en,
    city: config.place?.city.zh ?? '',
    timezone: config.timezone,
    config: JSON.parse(JSON.stringify(config)) as Prisma.InputJsonValue,
    startsAt: earliest(spans.map(({ start }) => start)),
    endsAt: latest(spans.map(({ end }) => end)),
    opensAt: open?.start ?? null,
    closesAt: open?.end ?? null,
  }
}

const earliest = (dates: Date[]) => (dates.length > 0 ? new Date(Math.min(...dates.map(Number))) : null)
const latest = (dates: Date[]) => (dates.length > 0 ? new Date(Math.max(...dates.map(Number))) : null)

function statusOf({ status, postponed, cancelled }: EventConfig) {
  if (status === 'draft') return 'draft' as const
  if (cancelled) return 'cancelled' as const
  return postponed ? ('postponed' as const) : ('open' as const)
}
