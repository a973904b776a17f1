import { liveTopic, tellBare } from '~/channel.server'
import { pool } from '~/db.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { type SeatKey, keepLate, lockSeat, readRulebook, readTargets, writeMarks } from './marks-sql.server'
import type { SentMark } from './sent-marks'
import { type MarkReply, settleMarks } from './settle-marks'
import { knownRulebook, stageRulebook } from './stage-rulebook.server'
import { VOTE_SHEET } from './votes/ballot'

const LOCK_TIMEOUT = '55P03'

/** Whose word the marks are: the judge's own desk, or a paper sheet that two people read alike. */
export type MarksFrom = { personId: string } | { paper: { readBy: string[]; settledBy: string | null } }

export type SaveMarks = SeatKey & MarksFrom & { marks: readonly SentMark[]; now: Date }

/**
 * Saves a batch of marks of one judge in one transaction with their ledger rows; a value of null takes a mark back.
 * Every mark is answered alone: saved, repeated, superseded by a later one, late, or refused with its reason. Marks from
 * paper say so in the ledger, with who read the sheet. The whole batch is refused only when the seat is not this
 * person's, or `busy` when no lock was had in time: send it again.
 */
export async function saveMarks({
  marks,
  now,
  eventId,
  stageId,
  seatId,
  ...from
}: SaveMarks): Promise<Outcome<'not-your-seat' | 'busy', MarkReply[]>> {
  const seat = { eventId, stageId, seatId }
  const origin = 'paper' in from ? { origin: 'paper', ...from.paper } : {}
  const client = await pool().connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const found = await lockSeat(client, seat)
    const about =
      found && ('paper' in from || found.personId === from.personId)
        ? await readTargets(
            client,
            seat,
            marks.map(({ code }) => code),
            marks.map(({ criterion }) => criterion),
          )
        : null
    if (!found || !about) {
      await client.query('rollback')
      return refuse('not-your-seat')
    }
    const rulebook = about.stage.voting
      ? VOTE_SHEET
      : (knownRulebook(about.stage.rulebookHash) ?? stageRulebook(await readRulebook(client, seat)))
    const settled = settleMarks(
      { rulebook, stage: about.stage, seat: found },
      marks.map((mark, at) => ({ mark, target: about.targets[at] ?? null })),
      now,
    )
    if (settled.writes.length > 0) await writeMarks(client, seat, settled.writes, settled.events, origin)
    if (settled.late.length > 0) await keepLate(client, seat, settled.late)
    if (about.stage.live) await tellBare(client, liveTopic(eventId, stageId))
    await client.query('commit')
    return done(settled.replies)
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure))
    if ((error as { code?: string }).code === LOCK_TIMEOUT) return refuse('busy')
    throw error
  } finally {
    client.release(broken)
  }
}
