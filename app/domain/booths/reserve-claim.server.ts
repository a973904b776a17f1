import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { plainAmount } from '~/domain/money'
import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import { mayBecome } from './claim-state'
import { lockClaim } from './lock-claim.server'
import type { Quote } from './quote'
import type { ClaimStep } from './release-claim.server'

/**
 * Turns a click hold into a reservation (预留) at a quote, for as long as the event's rules say, counted from now by the
 * clock of the database. A hold whose time is over is `lapsed`, even when nobody else has taken the booth: take it again.
 * Reserving twice is done once.
 */
export function reserveClaim({
  eventId,
  claimId,
  personId,
  quote,
  forSeconds,
}: ClaimStep & { quote: Quote; forSeconds: number }): Promise<Outcome<'gone' | 'lapsed'>> {
  return transact(async (tx) => {
    const claim = await lockClaim(tx, eventId, claimId, personId)
    if (!claim || (personId !== null && !claim.mine)) return refuse('gone')
    if (claim.status === 'RESERVED' && !claim.stale) return done()
    if (claim.stale || !mayBecome(claim.status, 'RESERVED')) return refuse('lapsed')
    const { lines, total } = quote
    const kept = JSON.stringify(lines.map(({ amount, ...line }) => ({ ...line, amount: plainAmount(amount) })))
    await tx.$executeRaw`update "BoothClaim" set "status" = 'RESERVED', "reservedAt" = clock_timestamp(),
        "expiresAt" = clock_timestamp() + make_interval(secs => ${forSeconds}), "quote" = ${kept}::jsonb,
        "totalMinor" = ${total.minor}, "currency" = ${total.currency}
      where "eventId" = ${eventId} and "id" = ${claimId}`
    const body = { claim: claimId, exhibitor: claim.exhibitorId, by: personId, total: plainAmount(total), currency: total.currency }
    await record(tx, eventId, [{ action: 'booth.reserved', body }])
    return done()
  })
}
