import { generateTOTP } from '@epic-web/totp'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '~/db.server'
import { beginSecondFactor } from '~/domain/people/begin-second-factor.server'
import { proveSecondFactor } from '~/domain/people/prove-second-factor.server'
import { resetSecondFactor } from '~/domain/people/reset-second-factor.server'
import { seal, unseal } from '~/domain/people/seal.server'
import { getActor, requireStaff, startSession } from '~/session.server'
import { makeEvent, makePerson } from '#test/support/factories'

const NOON = new Date('2026-10-01T04:00:10Z')
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  await db.rateLimit.deleteMany()
})
afterEach(() => void vi.useRealTimers())

const page = (cookie = '', path = '/') => new Request(`http://localhost${path}`, { headers: { Cookie: cookie } })
const at = (seconds: number) => vi.setSystemTime(new Date(NOON.getTime() + seconds * 1000))
const reason = (outcome: { ok: boolean; reason?: string }) => (outcome.ok ? 'ok' : outcome.reason)

async function organiser() {
  const person = await makePerson({ name: '组织者' })
  const cookie = (await startSession(person.id, page())).split(';')[0] ?? ''
  const sessionId = (await getActor(page(cookie)))?.sessionId ?? ''
  const begun = await beginSecondFactor({ personId: person.id })
  const secret = begun.ok ? begun.value.secret : ''
  const code = async () => (await generateTOTP({ secret, algorithm: 'SHA-1', period: 30, digits: 6 })).otp
  const prove = async (typed: string) => reason(await proveSecondFactor({ personId: person.id, sessionId, code: typed, now: new Date() }))
  return { person, cookie, sessionId, secret, code, prove }
}

test('a secret is shown until it is confirmed, and never again', async () => {
  const { person, secret, code, prove } = await organiser()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(await beginSecondFactor({ personId: person.id })).toMatchObject({
    value: { secret, address: expect.stringContaining('otpauth://totp/') },
  })
  expect(await prove(await code())).toBe('ok')
  expect(reason(await beginSecondFactor({ personId: person.id }))).toBe('already-set')
})

test('the secret is sealed, bound to its person, and a changed seal does not open', async () => {
  const { person, secret } = await organiser()
  const { secretSealed } = await db.totp.findUniqueOrThrow({ where: { personId: person.id } })
  expect(secretSealed).not.toContain(secret)
  expect(unseal(secretSealed, `totp:${person.id}`)).toBe(secret)
  expect(() => unseal(secretSealed, 'totp:somebody-else')).toThrow()
  expect(() =>
    unseal(
      secretSealed.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')),
      `totp:${person.id}`,
    ),
  ).toThrow()
  expect(() => unseal(`v0${secretSealed.slice(2)}`, `totp:${person.id}`)).toThrow()
  expect(seal('a', 'b')).not.toBe(seal('a', 'b'))
})

test('a right code makes the session strong for a working day', async () => {
  const { cookie, code, prove } = await organiser()
  expect((await getActor(page(cookie)))?.strongAt).toBeNull()
  expect(await prove(await code())).toBe('ok')
  expect((await getActor(page(cookie)))?.strongAt).not.toBeNull()
  at(13 * 3600)
  expect((await getActor(page(cookie)))?.strongAt).toBeNull()
})

test('a code serves once, also for two uses at once, and the step before it not at all', async () => {
  const { code, prove } = await organiser()
  const first = await code()
  const outcomes = await Promise.all([prove(first), prove(first), prove(first)])
  expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1)
  expect(await prove(first)).toBe('wrong')
  at(30)
  const second = await code()
  at(60)
  expect(await prove(await code())).toBe('ok')
  expect(await prove(second)).toBe('wrong')
})

test('a clock half a minute off is forgiven, two minutes are not', async () => {
  const { code, prove } = await organiser()
  const early = await code()
  at(30)
  expect(await prove(early)).toBe('ok')
  const old = await code()
  at(150)
  expect(await prove(old)).toBe('wrong')
})

test('wrong codes are limited', async () => {
  const { code, prove } = await organiser()
  for (const typed of ['', 'abcdef', '12345', '0000000']) expect(await prove(typed)).toBe('wrong')
  const right = await code()
  const wrong = right === '000000' ? '111111' : '000000'
  for (let i = 0; i < 4; i++) expect(await prove(wrong)).toBe('wrong')
  expect(await prove(right)).toBe('too-many')
})

test('without a second factor there is nothing to prove, and another’s session does not become strong', async () => {
  const { person, code } = await organiser()
  const other = await organiser()
  const outcome = await proveSecondFactor({
    personId: person.id,
    sessionId: other.sessionId,
    code: await code(),
    now: new Date(),
  })
  expect(outcome.ok).toBe(true)
  expect((await getActor(page(other.cookie)))?.strongAt).toBeNull()
  const nobody = await makePerson()
  expect(
    reason(
      await proveSecondFactor({
        personId: nobody.id,
        sessionId: other.sessionId,
        code: '123456',
        now: new Date(),
      }),
    ),
  ).toBe('not-set')
})

test('an organiser without the second factor is led to it and comes back', async () => {
  const event = await makeEvent()
  const { person, cookie, code, prove } = await organiser()
  await db.eventRole.create({ data: { eventId: event.id, personId: person.id, role: 'organiser' } })
  const ask = () => requireStaff(page(cookie, `/en/console/${event.id}?page=2`), event.id, 'event.view')
  const led = await ask().catch((response: Response) => response)
  expect(led).toBeInstanceOf(Response)
  expect((led as Response).headers.get('Location')).toBe(
    `/en/sign-in/second-factor?next=${encodeURIComponent(`/en/console/${event.id}?page=2`)}`,
  )
  await prove(await code())
  expect((await ask()).roles).toEqual(['organiser'])
})

test('only an owner of the organisation takes a lost second factor off, and never their own', async () => {
  const event = await makeEvent()
  const owner = await makePerson()
  const clerk = await makePerson()
  const outsider = await makePerson()
  const lost = await organiser()
  await lost.prove(await lost.code())
  const role = (personId: string, role: 'owner' | 'clerk') =>
    db.organisationRole.create({ data: { organisationId: event.organisationId, personId, role } })
  await role(owner.id, 'owner')
  await role(clerk.id, 'clerk')
  await db.eventRole.create({ data: { eventId: event.id, personId: lost.person.id, role: 'organiser' } })
  const reset = async (byId: string, personId: string) =>
    reason(await resetSecondFactor({ organisationId: event.organisationId, personId, byId, now: new Date() }))
  expect(await reset(clerk.id, lost.person.id)).toBe('not-owner')
  expect(await reset(owner.id, owner.id)).toBe('yourself')
  expect(await reset(owner.id, outsider.id)).toBe('not-found')
  expect(await reset(owner.id, lost.person.id)).toBe('ok')
  expect(await db.totp.count({ where: { personId: lost.person.id } })).toBe(0)
  expect(await getActor(page(lost.cookie))).toBeNull()
})
