import { beforeEach, expect, test } from 'vitest'
import { db } from '~/db.server'
import { addContact } from '~/domain/people/add-contact.server'
import { findPerson } from '~/domain/people/find-person.server'
import { redeemCode } from '~/domain/people/redeem-code.server'
import { registerPerson } from '~/domain/people/register-person.server'
import { removeContact } from '~/domain/people/remove-contact.server'
import { requestCode } from '~/domain/people/request-code.server'
import { revokeOtherSessions } from '~/domain/people/revoke-other-sessions.server'
import { revokeSession } from '~/domain/people/revoke-session.server'
import { updateProfile } from '~/domain/people/update-profile.server'
import type { ContactAddress } from '~/domain/people/contact'
import { getActor, startSession } from '~/session.server'
import { makePerson } from '#test/support/factories'

const NOON = new Date('2026-10-01T04:00:00Z')
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)
let n = 0
const fresh = (): ContactAddress => ({ kind: 'email', value: `person${++n}@example.com` })
beforeEach(() => db.rateLimit.deleteMany())

const ask = (contact: ContactAddress, now = NOON, ip = '203.0.113.1') =>
  requestCode({ contact, purpose: 'sign-in', locale: 'zh-CN', ip, now })

/** Asks for a code and reads it from the outbox. */
async function codeFor(contact: ContactAddress, now = NOON) {
  const asked = await ask(contact, now)
  if (!asked.ok) throw new Error(asked.reason)
  const [notice] = await db.notice.findMany({
    where: { recipient: contact.value, template: 'code' },
    orderBy: { createdAt: 'desc' },
    take: 1,
  })
  const code = /\d{6}/.exec(notice?.subject ?? '')?.[0] ?? ''
  return { codeId: asked.value.codeId, code, wrong: code === '000000' ? '111111' : '000000' }
}
const redeem = (contact: ContactAddress, codeId: string, code: string, now = NOON) =>
  redeemCode({ codeId, contact, code, ip: '203.0.113.1', now })
const reason = (outcome: { ok: boolean; reason?: string }) => (outcome.ok ? 'ok' : outcome.reason)

test('the right code proves the contact, once', async () => {
  const contact = fresh()
  const { codeId, code } = await codeFor(contact)
  expect(await redeem(contact, codeId, ` ${code.slice(0, 3)} ${code.slice(3)} `)).toEqual({
    ok: true,
    value: contact,
  })
  expect(reason(await redeem(contact, codeId, code))).toBe('expired')
})

test('the database holds no code', async () => {
  const contact = fresh()
  const { codeId, code } = await codeFor(contact)
  expect(JSON.stringify(await db.signInCode.findUnique({ where: { id: codeId } }))).not.toContain(code)
})

test('after five wrong codes the right one is refused too', async () => {
  const contact = fresh()
  const { codeId, code, wrong } = await codeFor(contact)
  const reasons = []
  for (let i = 0; i < 5; i++) reasons.push(reason(await redeem(contact, codeId, wrong)))
  expect(reasons).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'no-tries'])
  expect(reason(await redeem(contact, codeId, code))).toBe('no-tries')
})

test('the fifth try may be the right one, and says before how many are left', async () => {
  const contact = fresh()
  const { codeId, code, wrong } = await codeFor(contact)
  expect(await redeem(contact, codeId, wrong)).toEqual({ ok: false, reason: 'wrong', detail: { left: 4 } })
  for (const typed of ['', 'abc', '12345']) expect(reason(await redeem(contact, codeId, typed))).toBe('wrong')
  expect(reason(await redeem(contact, codeId, code))).toBe('ok')
})

test('twenty tries at once are no more than five', async () => {
  const contact = fresh()
  const { codeId, wrong } = await codeFor(contact)
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => redeem(contact, codeId, wrong)))
  expect(outcomes.filter((outcome) => reason(outcome) === 'wrong').length).toBeLessThanOrEqual(5)
  expect((await db.signInCode.findUniqueOrThrow({ where: { id: codeId } })).triesLeft).toBe(0)
})

test('of two right uses at once one wins', async () => {
  for (let round = 0; round < 5; round++) {
    await db.rateLimit.deleteMany()
    const contact = fresh()
    const { codeId, code } = await codeFor(contact)
    const outcomes = await Promise.all([redeem(contact, codeId, code), redeem(contact, codeId, code), redeem(contact, codeId, code)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  }
})

test('a code of eleven minutes is refused, one of nine is not', async () => {
  const contact = fresh()
  const first = await codeFor(contact)
  expect(reason(await redeem(contact, first.codeId, first.code, later(11)))).toBe('expired')
  expect(reason(await redeem(contact, first.codeId, first.code, later(9)))).toBe('ok')
})

test('a code serves its contact and the browser that asked, nobody else', async () => {
  const contact = fresh()
  const other = fresh()
  const mine = await codeFor(contact)
  const theirs = await codeFor(other)
  expect(reason(await redeem(other, mine.codeId, mine.code))).toBe('expired')
  expect(reason(await redeem(contact, theirs.codeId, mine.code))).toBe('expired')
  expect(reason(await redeem(contact, 'no-such-code', mine.code))).toBe('expired')
  expect(reason(await redeem(contact, mine.codeId, mine.code))).toBe('ok')
})

test('a stranger who asks for a code does not void mine', async () => {
  const contact = fresh()
  const mine = await codeFor(contact)
  await codeFor(contact)
  expect(reason(await redeem(contact, mine.codeId, mine.code))).toBe('ok')
})

test('the sixth code for a contact within half an hour is refused with the minutes to wait', async () => {
  const contact = fresh()
  for (let i = 0; i < 5; i++) expect((await ask(contact)).ok).toBe(true)
  const refused = await ask(contact)
  expect(refused).toMatchObject({ ok: false, reason: 'too-many', detail: { minutes: expect.any(Number) } })
  expect(await db.signInCode.count({ where: contact })).toBe(5)
  expect((await ask(fresh())).ok).toBe(true)
})

test('one network address cannot ask for a code for the whole world', async () => {
  const outcomes = []
  for (let i = 0; i < 122; i++) outcomes.push(await ask(fresh(), NOON, '198.51.100.7'))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(120)
  expect((await ask(fresh(), NOON, '198.51.100.8')).ok).toBe(true)
})

test('tries on one contact are limited across codes', async () => {
  const contact = fresh()
  const reasons: (string | undefined)[] = []
  for (let i = 0; i < 5; i++) {
    const { codeId, wrong } = await codeFor(contact)
    for (let k = 0; k < 5; k++) reasons.push(reason(await redeem(contact, codeId, wrong)))
  }
  expect(reasons.slice(20)).toEqual(Array(5).fill('too-many'))
})

test('the rate limit keeps no contact in clear', async () => {
  const contact = fresh()
  await ask(contact)
  expect(
    JSON.stringify(await db.rateLimit.findMany(), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  ).not.toContain(contact.value)
})

test('known and unknown contacts get the same answer and the same message', async () => {
  const known = fresh()
  const person = await makePerson({ email: known.value, name: '周序' })
  await db.person.update({ where: { id: person.id }, data: { locale: 'en' } })
  const unknown = fresh()
  await ask(known)
  await ask(unknown)
  const rows = await Promise.all([known, unknown].map((contact) => db.notice.findFirstOrThrow({ where: { recipient: contact.value } })))
  const words = rows
    .map(({ subject, text, html, personId, locale }) => ({ subject, text, html, personId, locale }))
    .map((row) => JSON.stringify(row).replace(/\d{6}/g, 'N'))
  expect(words[0]).toBe(words[1])
})

test('a new person is registered once, also by two forms at once', async () => {
  const contact = fresh()
  expect(await findPerson(contact)).toBeNull()
  const profile = { contact, name: '𠮷田夏', nameLatin: null, locale: 'zh-CN' as const, now: NOON }
  const outcomes = await Promise.all([registerPerson(profile), registerPerson(profile)])
  expect(outcomes.map(reason).sort()).toEqual(['ok', 'taken'])
  expect(await db.contact.count({ where: contact })).toBe(1)
  expect(await findPerson(contact)).toMatchObject({ locale: 'zh-CN' })
})

test('an unproven contact signs nobody in, nor does that of an erased person', async () => {
  const contact = fresh()
  const person = await makePerson({ email: contact.value })
  await db.contact.updateMany({ where: contact, data: { verifiedAt: null } })
  expect(await findPerson(contact)).toBeNull()
  await db.contact.updateMany({ where: contact, data: { verifiedAt: NOON } })
  await db.person.update({ where: { id: person.id }, data: { erasedAt: NOON } })
  expect(await findPerson(contact)).toBeNull()
})

test('a second contact: mine again is fine, another person’s is refused, the sixth is too many', async () => {
  const person = await makePerson({ email: fresh().value })
  const other = fresh()
  await makePerson({ email: other.value })
  const mine = fresh()
  const add = (contact: ContactAddress) => addContact({ personId: person.id, contact, now: NOON })
  expect(reason(await add(mine))).toBe('ok')
  expect(reason(await add(mine))).toBe('ok')
  expect(reason(await add(other))).toBe('taken')
  for (let i = 0; i < 3; i++) expect(reason(await add(fresh()))).toBe('ok')
  expect(reason(await add(fresh()))).toBe('too-many-contacts')
})

test('the last contact stays, of two removals at once too, and another’s is not found', async () => {
  const person = await makePerson({ email: fresh().value })
  const stranger = await makePerson({ email: fresh().value })
  await addContact({ personId: person.id, contact: fresh(), now: NOON })
  const [first, second] = await db.contact.findMany({ where: { personId: person.id } })
  const remove = (contactId = '', personId = person.id) => removeContact({ personId, contactId })
  expect(reason(await remove(first?.id, stranger.id))).toBe('not-found')
  const outcomes = await Promise.all([remove(first?.id), remove(second?.id)])
  expect(outcomes.map(reason).sort()).toEqual(['last-contact', 'ok'])
})

test('two tabs that save a profile: the second is told', async () => {
  const person = await makePerson()
  const save = (name: string) => updateProfile({ personId: person.id, version: 1, profile: { name, nameLatin: null, locale: 'en' } })
  expect(reason(await save('林知秋'))).toBe('ok')
  expect(reason(await save('林知冬'))).toBe('stale')
  expect(await db.person.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({
    name: '林知秋',
    pinyin: 'lin zhi qiu',
    version: 2,
  })
})

const page = (cookie = '', path = '/') => new Request(`http://localhost${path}`, { headers: { Cookie: cookie } })
const cookieOf = (header: string) => header.split(';')[0] ?? ''

test('a session is a random cookie; revoked, expired or forged it is nobody', async () => {
  const person = await makePerson()
  const cookie = cookieOf(await startSession(person.id, page()))
  const actor = await getActor(page(cookie))
  expect(actor).toMatchObject({ personId: person.id })
  expect(JSON.stringify(await db.session.findMany())).not.toContain(decodeURIComponent(cookie.split('=')[1] ?? 'x'))
  for (const forged of ['jw_session=', 'jw_session=abc', `jw_session=${actor?.sessionId}`, `${cookie}x`])
    expect(await getActor(page(forged))).toBeNull()

  await db.session.update({ where: { id: actor?.sessionId }, data: { expiresAt: new Date(0) } })
  expect(await getActor(page(cookie))).toBeNull()
})

test('a person ends their own sessions, not another’s', async () => {
  const [mine, other] = [await makePerson(), await makePerson()]
  const cookies = [cookieOf(await startSession(mine.id, page())), cookieOf(await startSession(mine.id, page()))]
  const theirs = cookieOf(await startSession(other.id, page()))
  const [first, second, third] = await Promise.all([...cookies, theirs].map((cookie) => getActor(page(cookie))))
  expect(reason(await revokeSession({ personId: mine.id, sessionId: third?.sessionId ?? '', now: NOON }))).toBe('not-found')
  expect(reason(await revokeSession({ personId: mine.id, sessionId: first?.sessionId ?? '', now: NOON }))).toBe('ok')
  expect(await getActor(page(cookies[0]))).toBeNull()
  const another = cookieOf(await startSession(mine.id, page()))
  expect(await revokeOtherSessions({ personId: mine.id, sessionId: second?.sessionId ?? '', now: new Date() })).toBe(1)
  expect(await getActor(page(another))).toBeNull()
  expect(await getActor(page(cookies[1]))).not.toBeNull()
  expect(await getActor(page(theirs))).not.toBeNull()
})
