import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { sweepAccounts } from '~/domain/people/sweep-accounts.server'
import { makePerson } from '#test/support/factories'

const NOW = new Date('2027-03-01T04:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

test('codes, sessions and replies that nobody needs any more go, the others stay', async () => {
  const { id: personId } = await makePerson()
  const [code, session, request] = [newId(), newId(), newId()]
  const contact = { kind: 'email' as const, value: `${newId()}@example.com` }
  await db.signInCode.createMany({
    data: [
      { id: code, ...contact, codeHmac: 'x', expiresAt: daysAgo(0.5) },
      { id: newId(), ...contact, codeHmac: 'x', expiresAt: daysAgo(2) },
    ],
  })
  await db.session.createMany({
    data: [
      { id: session, personId, expiresAt: daysAgo(29) },
      { id: newId(), personId, expiresAt: daysAgo(31) },
    ],
  })
  await db.request.createMany({
    data: [
      { actor: personId, key: request, createdAt: daysAgo(59) },
      { actor: personId, key: newId(), createdAt: daysAgo(61) },
    ],
  })
  const swept = await sweepAccounts(NOW)
  for (const count of Object.values(swept)) expect(count).toBeGreaterThanOrEqual(1)
  expect((await db.signInCode.findMany({ where: contact })).map(({ id }) => id)).toEqual([code])
  expect((await db.session.findMany({ where: { personId } })).map(({ id }) => id)).toEqual([session])
  expect((await db.request.findMany({ where: { actor: personId } })).map(({ key }) => key)).toEqual([request])
  expect(await sweepAccounts(NOW)).toEqual({ codes: 0, sessions: 0, requests: 0 })
})
