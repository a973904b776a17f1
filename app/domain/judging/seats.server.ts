import { db } from '~/db.server'
import type { Prisma } from '~/generated/prisma/client'
import type { Localized } from '~/domain/events/localized'
import type { StageState } from '~/generated/prisma/enums'
import { Declaration } from './declaration'

/** A person's place on a panel, with what the judge's pages say about the stage and the event. */
export interface Seat {
  eventId: string
  stageId: string
  id: string
  label: string
  name: string
  affiliation: string
  scoring: boolean
  isChair: boolean
  acceptedAt: Date | null
  declaredAt: Date | null
  lockedAt: Date | null
  sheetHash: string | null
  stage: {
    name: Localized
    type: string
    state: StageState
    opensAt: Date | null
    closesAt: Date | null
    rulebook: unknown
    rulebookHash: string | null
    ballot: unknown
    /** a first pass: when its votes were all in, and when what it keeps was fixed */
    votingEndedAt: Date | null
    keptAt: Date | null
  }
  event: { name: Localized; edition: string; timezone: string }
}

const shown = {
  eventId: true,
  stageId: true,
  id: true,
  label: true,
  name: true,
  affiliation: true,
  scoring: true,
  isChair: true,
  acceptedAt: true,
  declaredAt: true,
  lockedAt: true,
  sheetHash: true,
  stage: {
    select: {
      nameZh: true,
      nameEn: true,
      type: true,
      state: true,
      opensAt: true,
      closesAt: true,
      rulebook: true,
      rulebookHash: true,
      ballot: true,
      votingEndedAt: true,
      keptAt: true,
      event: { select: { nameZh: true, nameEn: true, edition: true, timezone: true } },
    },
  },
} as const

/** The seat of a person on a panel; null when there is none, so that others' panels are not found. */
export async function seatOf(personId: string, eventId: string, stageId: string): Promise<Seat | null> {
  const row = await db.judgeSeat.findFirst({
    where: { personId, eventId, stageId, removedAt: null },
    select: shown,
  })
  return row && toSeat(row)
}

/** Every panel a person sits on: those to work on first, each by its end. */
export async function seatsOf(personId: string, onlyEventId: string | null = null): Promise<Seat[]> {
  const rows = await db.judgeSeat.findMany({
    where: { personId, removedAt: null, ...(onlyEventId ? { eventId: onlyEventId } : {}) },
    select: shown,
    orderBy: [{ stage: { closesAt: 'asc' } }, { eventId: 'asc' }],
  })
  const urgency = ['open', 'upcoming', 'closed', 'published']
  return rows.map(toSeat).sort((a, b) => urgency.indexOf(a.stage.state) - urgency.indexOf(b.stage.state))
}

type Row = Prisma.JudgeSeatGetPayload<{ select: typeof shown }>

function toSeat({ stage: { event, nameZh, nameEn, ...stage }, ...seat }: Row): Seat {
  return {
    ...seat,
    stage: { ...stage, name: { zh: nameZh, en: nameEn } },
    event: { name: { zh: event.nameZh, en: event.nameEn }, edition: event.edition, timezone: event.timezone },
  }
}

/** What a judge declared so far; null before the first time. */
export async function declarationOf({ eventId, stageId, id }: Seat): Promise<Declaration | null> {
  const { declaration } = await db.judgeSeat.findUniqueOrThrow({
    where: { eventId_stageId_id: { eventId, stageId, id } },
    select: { declaration: true },
  })
  return Declaration.safeParse(declaration).data ?? null
}
