import { db } from '~/db.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { worksOfSeat } from './works-of-seat.server'

export type SaveNote = {
  eventId: string
  stageId: string
  seatId: string
  personId: string
  code: string
  text: string
  later: boolean
  now: Date
}

/**
 * Keeps a judge's private note on a work and whether the judge wants to come back to it (待定). An empty note
 * without the flag is removed. No ledger row: notes are nobody else's business and decide nothing.
 */
export async function saveNote({
  eventId,
  stageId,
  seatId,
  personId,
  code,
  text,
  later,
  now,
}: SaveNote): Promise<Outcome<'not-your-seat' | 'unknown-work'>> {
  const seat = await db.judgeSeat.findFirst({
    where: { eventId, stageId, id: seatId, personId, removedAt: null },
    select: { id: true },
  })
  if (!seat) return refuse('not-your-seat')
  const entry = await db.entry.findFirst({
    where: { ...(await worksOfSeat(db, { eventId, stageId, seatId })), code },
    select: { id: true },
  })
  if (!entry) return refuse('unknown-work')
  const key = { eventId, stageId, seatId, entryId: entry.id }
  if (text === '' && !later) await db.judgeNote.deleteMany({ where: key })
  else {
    const data = { text, later, updatedAt: now }
    await db.judgeNote.upsert({
      where: { eventId_stageId_seatId_entryId: key },
      create: { ...key, ...data },
      update: data,
    })
  }
  return done()
}
