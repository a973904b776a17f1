import { db } from '~/db.server'
import type { ChainHead } from '~/domain/ledger/chain'

/** Where the chain of each event stood when a result was published, by event: what it says must still be there. */
export async function publishedHeads(): Promise<Map<string, ChainHead[]>> {
  const rows = await db.publication.findMany({
    where: { ledgerRows: { gt: 0 } },
    select: { eventId: true, ledgerRows: true, ledgerHead: true },
  })
  const heads = new Map<string, ChainHead[]>()
  for (const { eventId, ledgerRows, ledgerHead } of rows)
    heads.set(eventId, [...(heads.get(eventId) ?? []), { seq: ledgerRows, hash: ledgerHead }])
  return heads
}
