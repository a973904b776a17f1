import { db } from '~/db.server'
import { publishedHeads } from '~/domain/judging/publication/published-heads.server'
import { type LedgerVerdict, verifyLedger } from '~/domain/ledger/verify-ledger.server'
import { onDatabase } from '../database/on-database'
import type { Printed } from '../events/printed'

/** Proves the chains of all events, or of one, starting the embedded server when none runs and leaving it afterwards. */
export function verifyChains(event: string | undefined): Promise<Printed> {
  return onDatabase<Printed>(async () => {
    const events = await db.event.findMany({
      where: event === undefined ? {} : { id: event },
      orderBy: { id: 'asc' },
      select: { id: true },
    })
    if (event !== undefined && events.length === 0) return { ok: false, lines: [`${event}: there is no such event`] }
    const faults: string[] = []
    const lines: string[] = []
    for await (const found of verifyLedger(
      events.map(({ id }) => id),
      await publishedHeads(),
    )) {
      if (found.verdict.ok) lines.push(whole(found, found.verdict.head))
      else faults.push(broken(found.eventId, found.verdict))
    }
    return faults.length > 0 ? { ok: false, lines: faults } : { ok: true, lines }
  })
}

const whole = ({ eventId, unsealed }: LedgerVerdict, { seq, hash }: { seq: number; hash: string }) =>
  `${eventId}  ${seq === 1 ? '1 row' : `${seq} rows`} whole  head ${hash}${unsealed > 0 ? `  ${unsealed} not sealed yet` : ''}`

const reasons = {
  changed: 'does not say what was sealed',
  missing: 'is missing',
  unlinked: 'does not follow the row before it: it was put in, moved or sealed again',
  cut: 'is not what was there when a result was published: the chain was cut off or rewritten',
}

function broken(eventId: string, { seq, id, reason }: Extract<LedgerVerdict['verdict'], { ok: false }>): string {
  return `${eventId}: row ${seq}${id === null ? '' : ` (id ${id})`} ${reasons[reason]}`
}
