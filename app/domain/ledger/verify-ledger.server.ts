import { db } from '~/db.server'
import { type ChainHead, type ChainVerdict, verifyChain } from './chain'
import { sha256Hex } from './sha256.server'

export interface LedgerVerdict {
  eventId: string
  verdict: ChainVerdict
  /** rows written and not chained yet; the sealer comes every second */
  unsealed: number
}

/**
 * Checks the chains of all events, or of one, row by row, and against every head that was published (`published`, by
 * event): rows that were cut off or rewritten together with all that follow are found there. One event at a time.
 */
export async function* verifyLedger(
  eventIds: readonly string[],
  published: ReadonlyMap<string, readonly ChainHead[]>,
): AsyncGenerator<LedgerVerdict> {
  for (const eventId of eventIds) {
    const rows = await db.ledgerRow.findMany({ where: { eventId }, orderBy: { sealedSeq: 'asc' } })
    const sealed = rows.flatMap(({ sealedSeq, prevHash, hash, writtenAt, ...row }) =>
      sealedSeq === null ? [] : [{ ...row, writtenAt: writtenAt.toISOString(), sealedSeq, prevHash: prevHash ?? '', hash: hash ?? '' }],
    )
    const plain = verifyChain(sealed, sha256Hex)
    const verdict = plain.ok
      ? (published.get(eventId) ?? []).map((head) => verifyChain(sealed, sha256Hex, head)).find(({ ok }) => !ok)
      : plain
    yield { eventId, verdict: verdict ?? plain, unsealed: rows.length - sealed.length }
  }
}
