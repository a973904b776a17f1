import { isBusy, pool } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse } from '~/domain/outcome'
import { expireStale, insertHold, lockBooths, readFrame } from './claim-sql.server'
import { USUAL_HOLD, lengthInSeconds } from './hold-length'
import { refusePiece } from './piece'
import type { PieceRefusal } from './piece'

export type ClaimBooths = {
  eventId: string
  exhibitorId: string
  /** one of the company's people; null when the office acts for the exhibitor, which the caller has made sure of */
  personId: string | null
  booths: readonly string[]
}

export type Held = { claimId: string; expiresAt: Date }
export type ClaimRefusal = PieceRefusal | 'not-yours' | 'closed' | 'too-many-holds' | 'busy'
export type ClaimOutcome =
  | { ok: true; value: Held }
  | { ok: false; reason: ClaimRefusal }
  /** `taken`: the booths that somebody else, or the exhibitor itself, has a live claim on */
  | { ok: false; reason: 'taken'; taken: string[] }

/** How many click holds one exhibitor has at a time: holding the hall while one thinks is not what they are for. */
export const MOST_HOLDS = 3

/**
 * Takes booths for an exhibitor as one stand for the time of a click hold (临时锁定), all or none. Two can ask at once:
 * the booths are locked in the order of their numbers, holds past their time are ended by the database's clock, and an
 * exclusion constraint refuses whatever would still overlap. A deadlock or a race for the constraint is tried once more.
 */
export async function claimBooths({ eventId, exhibitorId, personId, ...asked }: ClaimBooths): Promise<ClaimOutcome> {
  const booths = [...new Set(asked.booths)].sort()
  const frame = await readFrame(pool(), { eventId, exhibitorId, personId, booths })
  if (!frame?.mine) return refuse('not-yours')
  if (!frame.open && personId !== null) return refuse('closed')
  if (frame.booths.length < booths.length) return refuse('no-booth')
  const refusal = refusePiece(frame.booths)
  if (refusal) return refuse(refusal)
  if (frame.taken.length > 0) return { ok: false, reason: 'taken', taken: frame.taken }
  if (frame.holds >= MOST_HOLDS && personId !== null) return refuse('too-many-holds')
  const hold = { eventId, claimId: newId(), exhibitorId, personId, booths, holdSeconds: lengthInSeconds(frame.holdFor) ?? USUAL_HOLD }
  for (let attempt = 1; ; attempt++) {
    const tried = await tryHold(hold)
    if (tried instanceof Date) return done({ claimId: hold.claimId, expiresAt: tried })
    if (tried === 'busy') return refuse('busy')
    if (tried === 'no-booth') return refuse('no-booth')
    const taken = (await readFrame(pool(), { eventId, exhibitorId, personId, booths }))?.taken ?? []
    if (taken.length > 0) return { ok: false, reason: 'taken', taken }
    if (attempt === 2) return refuse('busy')
  }
}

// 23P01 exclusion, 40P01 deadlock, 55P03 lock timeout
const races: Record<string, 'race' | 'busy'> = { '23P01': 'race', '40P01': 'race', '55P03': 'busy' }

async function tryHold(hold: Parameters<typeof insertHold>[1]): Promise<Date | 'race' | 'busy' | 'no-booth'> {
  const client = await pool()
    .connect()
    .catch((error: unknown) => {
      if (isBusy(error)) return null
      throw error
    })
  if (!client) return 'busy'
  let broken: Error | undefined
  try {
    await client.query('begin')
    if ((await lockBooths(client, hold.eventId, hold.booths)) < hold.booths.length) {
      await client.query('rollback')
      return 'no-booth'
    }
    await expireStale(client, hold.eventId, hold.booths)
    const expiresAt = await insertHold(client, hold)
    await client.query('commit')
    return expiresAt
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure))
    const known = races[(error as { code?: string }).code ?? '']
    if (known) return known
    throw error
  } finally {
    client.release(broken)
  }
}
