import { db, type Tx } from '~/db.server'
import { GENESIS, sealRows, type ChainHead } from './chain'
import { sha256Hex } from './sha256.server'

const BATCH = 5_000

/**
 * Chains all rows of an event that are not sealed yet and answers the chain's head. One sealer at a time per
 * event (advisory lock); call it before anything is signed, published or exported.
 */
export async function sealLedger(eventId: string): Promise<ChainHead> {
  for (;;) {
    const { head, full } = await db.$transaction((tx) => sealBatch(tx, eventId), {
      timeout: 60_000,
      maxWait: 10_000,
    })
    if (!full) return head
  }
}

async function sealBatch(tx: Tx, eventId: string): Promise<{ head: ChainHead; full: boolean }> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`seal:${eventId}`}, 0))`
  const last = await tx.ledgerRow.findFirst({
    where: { eventId, sealedSeq: { not: null } },
    orderBy: { sealedSeq: 'desc' },
  })
  const head = last ? { seq: last.sealedSeq ?? 0, hash: last.hash ?? '' } : GENESIS
  const open = await tx.ledgerRow.findMany({
    where: { eventId, sealedSeq: null },
    orderBy: { id: 'asc' },
    take: BATCH,
  })
  if (open.length === 0) return { head, full: false }
  const sealed = sealRows(
    open.map((row) => ({ ...row, writtenAt: row.writtenAt.toISOString() })),
    head,
    sha256Hex,
  )
  await tx.$executeRaw`update "LedgerRow" l set "sealedSeq" = s.seq, "prevHash" = s.prev, "hash" = s.hash
    from unnest(${sealed.map((row) => row.id)}::bigint[], ${sealed.map((row) => row.sealedSeq)}::int[],
                ${sealed.map((row) => row.prevHash)}::text[], ${sealed.map((row) => row.hash)}::text[]) as s(id, seq, prev, hash)
    where l."eventId" = ${eventId} and l."id" = s.id`
  const end = sealed[sealed.length - 1]
  return { head: end ? { seq: end.sealedSeq, hash: end.hash } : head, full: open.length === BATCH }
}
