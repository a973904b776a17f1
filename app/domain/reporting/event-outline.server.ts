import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import { isRecorded } from '~/domain/judging/measured/recorded-points'
import type { Rulebook } from '~/domain/judging/rulebook'
import type { EntryState, StageState } from '~/generated/prisma/enums'

export interface StageOutline {
  id: string
  type: string
  name: Localized
  state: StageState
  /** judges on the panel, removed ones not counted */
  seats: number
  /** something is recorded once for all judges: times, faults, readings */
  measured: boolean
}

/** What every console page of an event shows beside its own: name, counts, stages, where the ledger stands. */
export interface EventOutline {
  id: string
  name: Localized
  /** 2026, 2027-spring */
  edition: string
  timezone: string
  hasContest: boolean
  /** a floor with booths to sell */
  hasFloor: boolean
  /** somebody brings works together: 集体报送 */
  hasBatches: boolean
  /** stands under another event: a contest may send works on to it */
  hasParent: boolean
  entries: Record<EntryState, number> & { handedIn: number }
  stages: StageOutline[]
  /** sealed rows, the hash and the instant of the last; null before the first sealing */
  ledger: { rows: number; hash: string; lastAt: Date } | null
}

/** The outline of one event. Throws when there is none: ask requireStaff first. */
export async function eventOutline(eventId: string): Promise<EventOutline> {
  const [event, byState, head] = await Promise.all([
    db.event.findUniqueOrThrow({
      where: { id: eventId },
      select: {
        id: true,
        nameZh: true,
        nameEn: true,
        edition: true,
        timezone: true,
        parentId: true,
        _count: { select: { groups: true, entryBatches: true, halls: { where: { retired: false } } } },
        stages: {
          orderBy: { position: 'asc' },
          select: {
            id: true,
            type: true,
            nameZh: true,
            nameEn: true,
            state: true,
            rulebook: true,
            _count: { select: { seats: { where: { removedAt: null } } } },
          },
        },
      },
    }),
    db.entry.groupBy({ by: ['state'], where: { eventId }, _count: true }),
    db.ledgerRow.findFirst({ where: { eventId, sealedSeq: { not: null } }, orderBy: { sealedSeq: 'desc' } }),
  ])
  const counts = { draft: 0, submitted: 0, returned: 0, accepted: 0, rejected: 0, withdrawn: 0, handedIn: 0 }
  for (const { state, _count } of byState) {
    counts[state] = _count
    if (state !== 'draft') counts.handedIn += _count
  }
  return {
    id: event.id,
    name: { zh: event.nameZh, en: event.nameEn },
    edition: event.edition,
    timezone: event.timezone,
    hasContest: event._count.groups > 0,
    hasParent: event.parentId !== null,
    hasFloor: event._count.halls > 0,
    hasBatches: event._count.entryBatches > 0,
    entries: counts,
    stages: event.stages.map(({ nameZh, nameEn, _count, rulebook, ...stage }) => ({
      ...stage,
      name: { zh: nameZh, en: nameEn },
      seats: _count.seats,
      measured: isMeasuring(rulebook),
    })),
    ledger: head ? { rows: head.sealedSeq ?? 0, hash: head.hash ?? '', lastAt: head.writtenAt } : null,
  }
}

/** Stored only after it was parsed. */
const isMeasuring = (rulebook: unknown): boolean => (rulebook as Rulebook | null)?.criteria.some(isRecorded) ?? false
