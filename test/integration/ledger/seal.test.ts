import { expect, test } from 'vitest'
import { db, transact } from '~/db.server'
import { verifyChain, type SealedRow } from '~/domain/ledger/chain'
import { keepSealed } from '~/domain/ledger/keep-sealed.server'
import { record, recordOfOrganisation } from '~/domain/ledger/record.server'
import { sealLedger } from '~/domain/ledger/seal.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { done } from '~/domain/outcome'
import { makeEvent, makeOrganisation } from '#test/support/factories'

async function chain(eventId: string): Promise<SealedRow[]> {
  const rows = await db.ledgerRow.findMany({ where: { eventId }, orderBy: { sealedSeq: 'asc' } })
  return rows.map((row) => ({
    ...row,
    writtenAt: row.writtenAt.toISOString(),
    sealedSeq: row.sealedSeq ?? 0,
    prevHash: row.prevHash ?? '',
    hash: row.hash ?? '',
  }))
}

const write = (eventId: string, n: number) =>
  transact(async (tx) => {
    await record(tx, eventId, [{ action: 'mark.given', body: { n } }])
    return done()
  })

test('rows are chained in order by two sealers at once', async () => {
  const { id } = await makeEvent()
  await Promise.all(Array.from({ length: 20 }, (_, n) => write(id, n)))
  const [first, second] = await Promise.all([sealLedger(id), sealLedger(id)])
  expect(first).toEqual(second)
  expect(first.seq).toBe(20)
  expect(verifyChain(await chain(id), sha256Hex).ok).toBe(true)
})

test('an organisation has a chain of its own, told apart from an event’s in every hash', async () => {
  const { id: organisationId } = await makeOrganisation()
  const role = { action: 'role.removed' as const, body: { person: 'p', by: 'o' } }
  await transact(async (tx) => done(await recordOfOrganisation(tx, organisationId, [role, role])))
  await keepSealed({ organisationId })
  const rows = await db.organisationLedgerRow.findMany({ where: { organisationId } })
  const sealed = rows.map((row) => ({
    ...row,
    writtenAt: row.writtenAt.toISOString(),
    sealedSeq: row.sealedSeq ?? 0,
    prevHash: row.prevHash ?? '',
    hash: row.hash ?? '',
  }))
  expect(verifyChain(sealed, sha256Hex)).toMatchObject({ ok: true, head: { seq: 2 } })
  const asEvent = sealed.map(({ organisationId: eventId, ...row }) => ({ ...row, eventId }))
  expect(verifyChain(asEvent, sha256Hex)).toMatchObject({ ok: false, seq: 1, reason: 'changed' })
  await expect(db.$executeRaw`update "OrganisationLedgerRow" set "body" = '{}' where "organisationId" = ${organisationId}`).rejects.toThrow(
    /never changed/,
  )
  await expect(db.$executeRaw`delete from "OrganisationLedgerRow" where "organisationId" = ${organisationId}`).rejects.toThrow(
    /never deleted/,
  )
})

test('the database refuses to change or delete a row', async () => {
  const { id } = await makeEvent()
  await write(id, 1)
  await sealLedger(id)
  await expect(db.$executeRaw`update "LedgerRow" set "body" = '{}' where "eventId" = ${id}`).rejects.toThrow(/never changed/)
  await expect(db.$executeRaw`delete from "LedgerRow" where "eventId" = ${id}`).rejects.toThrow(/never deleted/)
})
