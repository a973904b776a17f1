import type { Tx } from '~/db.server'
import type { Change } from '~/domain/events/change'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { enqueue } from '~/queue.server'
import type { EventConfig } from './event-config'
import { resolveDate } from './resolve-dates'

type DateRow = { key: string; startsAt: Date; endsAt: Date }
type Announce = {
  tx: Tx
  eventId: string
  config: EventConfig
  changes: readonly Change[]
  /** the dates as they stood before this version */
  before: readonly DateRow[]
  now: Date
  version: number
}

/** What everyone has to know: a postponement or a cancellation keeps the old dates in sight and is announced. */
export async function announceChanges(announce: Announce): Promise<void> {
  const types = announce.changes.map(({ type }) => type)
  if (types.includes('cancelled')) await cancel(announce)
  else if (types.includes('postponed')) await postpone(announce)
  else return
  const { tx, eventId, version, config } = announce
  // messages are written by a job: a few thousand of them would outlast this transaction
  if (config.status === 'open') await enqueue(tx, 'tell-event-change', { eventId, version }, { key: `tell-event-change:${eventId}` })
}

async function postpone({ tx, eventId, config, now }: Announce): Promise<void> {
  const { postponed, timezone, dates } = config
  if (!postponed) return
  const known = await tx.dateChange.findMany({ where: { eventId }, select: { key: true, oldStartsAt: true } })
  for (const [key, text] of Object.entries(postponed.from)) {
    const old = resolveDate(text, timezone)
    if (known.some((change) => change.key === key && change.oldStartsAt.getTime() === old.start.getTime())) continue
    const date = dates[key]
    const next = date ? resolveDate(date.on, timezone) : null
    await keepOldDate(tx, eventId, { key, old, next, reason: postponed.reason, now })
  }
  await announceOnce(tx, eventId, 'postponed', config, postponed.reason, now)
}

async function cancel({ tx, eventId, config, before, now }: Announce): Promise<void> {
  if (!config.cancelled) return
  const { reason } = config.cancelled
  for (const { key, startsAt, endsAt } of before) {
    await keepOldDate(tx, eventId, { key, old: { start: startsAt, end: endsAt }, next: null, reason, now })
  }
  await announceOnce(tx, eventId, 'cancelled', config, reason, now)
}

type Span = { start: Date; end: Date }
type OldDate = { key: string; old: Span; next: Span | null; reason: { zh: string; en: string }; now: Date }

async function keepOldDate(tx: Tx, eventId: string, { key, old, next, reason, now }: OldDate): Promise<void> {
  await tx.dateChange.create({
    data: {
      eventId,
      id: newId(),
      key,
      oldStartsAt: old.start,
      oldEndsAt: old.end,
      newStartsAt: next?.start ?? null,
      newEndsAt: next?.end ?? null,
      reasonZh: reason.zh,
      reasonEn: reason.en,
      changedAt: now,
    },
  })
}

const headings = {
  postponed: { zh: '延期公告', en: 'postponed' },
  cancelled: { zh: '取消公告', en: 'cancelled' },
}

async function announceOnce(
  tx: Tx,
  eventId: string,
  kind: keyof typeof headings,
  { name, status }: EventConfig,
  reason: { zh: string; en: string },
  now: Date,
): Promise<void> {
  await record(tx, eventId, [{ action: `event.${kind}`, body: { at: now.toISOString() } }])
  if (status !== 'open') return
  await tx.announcement.create({
    data: {
      eventId,
      id: newId(),
      kind,
      titleZh: `${name.zh}${headings[kind].zh}`,
      titleEn: `${name.en}: ${headings[kind].en}`,
      bodyZh: reason.zh,
      bodyEn: reason.en,
      publishedAt: now,
    },
  })
}
