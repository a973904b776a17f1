import { Prisma } from '~/generated/prisma/client'
import { db, type Tx } from '~/db.server'
import { GENESIS, sealRows, type ChainHead, type ChainOwner } from './chain'
import { sha256Hex } from './sha256.server'

const BATCH = 5_000

/** Chains all rows of an event that are not sealed yet and answers the chain's head. Call it before anything is signed, published or exported. */
export async function sealLedger(eventId: string): Promise<ChainHead> {
  return (await sealChain({ eventId })).head
}

/** The same for the chain of an event or an organisation, with how many rows were sealed. One sealer at a time per chain (advisory lock). */
export async function sealChain(owner: ChainOwner): Promise<{ head: ChainHead; sealed: number }> {
  let sealed = 0
  for (;;) {
    const batch = await db.$transaction((tx) => sealBatch(tx, owner), { timeout: 60_000, maxWait: 10_000 })
    sealed += batch.sealed
    if (batch.sealed < BATCH) return { head: batch.head, sealed }
  }
}

/** Where the rows of a chain stand: the two tables are alike but for their owner. */
function tableOf(owner: ChainOwner) {
  return 'eventId' in owner
    ? {
        rows: Prisma.sql`"LedgerRow"`,
        key: Prisma.sql`"eventId"`,
        id: owner.eventId,
        lock: `seal:${owner.eventId}`,
      }
    : {
        rows: Prisma.sql`"OrganisationLedgerRow"`,
        key: Prisma.sql`"organisationId"`,
        id: owner.organisationId,
        lock: `seal:organisation:${owner.organisationId}`,
      }
}

async function sealBatch(tx: Tx, owner: ChainOwner): Promise<{ head: ChainHead; sealed: number }> {
  const { rows, key, id, lock } = tableOf(owner)
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`
  const [last] = await tx.$queryRaw<ChainHead[]>`
    select "sealedSeq" as seq, "hash" from ${rows} where ${key} = ${id} and "sealedSeq" is not null order by "sealedSeq" desc limit 1`
  const open = await tx.$queryRaw<{ id: bigint; action: string; body: string; writtenAt: Date }[]>`
    select "id", "action", "body", "writtenAt" from ${rows} where ${key} = ${id} and "sealedSeq" is null order by "id" limit ${BATCH}`
  const head = last ?? GENESIS
  if (open.length === 0) return { head, sealed: 0 }
  const sealed = sealRows(
    open.map((row) => ({ ...owner, ...row, writtenAt: row.writtenAt.toISOString() })),
    head,
    sha256Hex,
  )
  await tx.$executeRaw`update ${rows} l set "sealedSeq" = s.seq, "prevHash" = s.prev, "hash" = s.hash
    from unnest(${sealed.map((row) => row.id)}::bigint[], ${sealed.map((row) => row.sealedSeq)}::int[],
                ${sealed.map((row) => row.prevHash)}::text[], ${sealed.map((row) => row.hash)}::text[]) as s(id, seq, prev, hash)
    where l.${key} = ${id} and l."id" = s.id`
  const end = sealed[sealed.length - 1]
  return { head: end ? { seq: end.sealedSeq, hash: end.hash } : head, sealed: sealed.length }
}
