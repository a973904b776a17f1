import { beforeEach, expect, test } from 'vitest'
import { db } from '~/db.server'
import { action as signIn, loader as signInPage } from '~/routes/account/sign-in'
import { action as signInCode, loader as codePage } from '~/routes/account/sign-in-code'
import { action as signOut } from '~/routes/account/sign-out'
import { makePerson } from '#test/support/factories'
import { browser } from '#test/support/page-browser'
import { codeOf, fresh, signedIn } from '#test/support/signed-in'

beforeEach(async () => {
  await db.rateLimit.deleteMany()
})

test('a new person: contact, code, name, and on to where they wanted to go', async () => {
  const { go, who } = browser()
  const contact = fresh()
  expect(await go(signIn, '/en/sign-in', { contact: ` ${contact.toUpperCase()} `, next: '/e/cup?x=1' })).toMatchObject({
    status: 302,
    location: '/en/sign-in/code',
  })
  expect(await go(codePage, '/en/sign-in/code')).toMatchObject({ body: { named: false } })
  expect(await go(signInCode, '/en/sign-in/code', { code: await codeOf(contact) })).toMatchObject({
    status: 302,
    location: '/en/sign-in/code',
  })
  expect(await who()).toBeNull()
  expect(await go(codePage, '/en/sign-in/code')).toMatchObject({ body: { named: true } })
  const faulty = await go(signInCode, '/en/sign-in/code', { name: '', nameLatin: '林' })
  expect(faulty).toMatchObject({
    status: 400,
    body: {
      errors: { name: ['Please fill this in'], nameLatin: ['Latin letters only, such as Su Yunxi'] },
      typed: { nameLatin: '林' },
    },
  })
  expect(await go(signInCode, '/en/sign-in/code', { name: '𠮷田 <b>' })).toMatchObject({
    status: 302,
    location: '/e/cup?x=1',
  })
  expect(await who()).toMatchObject({ name: '𠮷田 <b>' })
  expect(await db.person.findFirst({ where: { contacts: { some: { value: contact } } } })).toMatchObject({
    locale: 'en',
  })
})

test('a contact that is neither, nothing and too long keep what was typed', async () => {
  const { go } = browser()
  for (const typed of ['', 'abc', '123', 'x'.repeat(5000), '🧶', '\u202e13800138000']) {
    const answer = await go(signIn, '/sign-in', { contact: typed })
    expect(answer).toMatchObject({ status: 400, body: { typed: typed.slice(0, 300) } })
  }
})

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/sign-out'])(
  'a forged next “%s” leads to my entries',
  async (next) => {
    const { answer } = await signedIn(fresh(), next)
    expect(answer).toMatchObject({ status: 302, location: '/my' })
  },
)

test('somebody who is signed in is not asked again, and not sent elsewhere either', async () => {
  const { go } = await signedIn()
  expect(await go(signInPage, '/sign-in?next=%2Fmy')).toMatchObject({ status: 302, location: '/my' })
  expect(await go(signInPage, '/sign-in?next=%2F%2Fevil.example')).toMatchObject({
    status: 302,
    location: '/account',
  })
})

test('the code page without a cookie, or with a forged one, starts over', async () => {
  const { go, jar } = browser()
  expect(await go(codePage, '/sign-in/code')).toMatchObject({ status: 302, location: '/sign-in' })
  const contact = fresh()
  await makePerson({ email: contact })
  const forged = { contact: { kind: 'email', value: contact }, codeId: 'x', next: '', provenAt: Date.now() }
  const unsigned = encodeURIComponent(Buffer.from(JSON.stringify(forged)).toString('base64'))
  jar.set('jw_sign_in', unsigned)
  expect(await go(signInCode, '/sign-in/code', { name: '我' })).toMatchObject({
    status: 302,
    location: '/sign-in',
  })
  jar.set('jw_sign_in', `${unsigned}.AAAA`)
  expect(await go(signInCode, '/sign-in/code', { name: '我' })).toMatchObject({
    status: 302,
    location: '/sign-in',
  })
})

test('a wrong code says how many tries are left, the sixth is refused even when right', async () => {
  const { go, who } = browser()
  const contact = fresh()
  await makePerson({ email: contact })
  await go(signIn, '/sign-in', { contact })
  const code = await codeOf(contact)
  const wrong = code === '000000' ? '111111' : '000000'
  expect(await go(signInCode, '/sign-in/code', { code: wrong })).toMatchObject({
    status: 409,
    body: { errors: { code: ['验证码不对，还可以试4次。'] } },
  })
  for (let i = 0; i < 4; i++) await go(signInCode, '/sign-in/code', { code: wrong })
  expect(await go(signInCode, '/sign-in/code', { code })).toMatchObject({
    status: 409,
    body: { errors: { code: [expect.stringContaining('已作废')] } },
  })
  expect(await who()).toBeNull()
  await go(signInCode, '/sign-in/code', { intent: 'again' })
  expect(await go(signInCode, '/sign-in/code', { code: await codeOf(contact) })).toMatchObject({
    status: 302,
  })
  expect(await who()).not.toBeNull()
})

test('a code works only in the browser that asked for it, and its cookie only once', async () => {
  const mine = browser()
  const contact = fresh()
  await makePerson({ email: contact })
  await mine.go(signIn, '/sign-in', { contact })
  const code = await codeOf(contact)
  const thief = browser()
  expect(await thief.go(signInCode, '/sign-in/code', { code })).toMatchObject({
    status: 302,
    location: '/sign-in',
  })
  const copy = mine.jar.get('jw_sign_in') ?? ''
  expect((await mine.go(signInCode, '/sign-in/code', { code })).cookies.jw_session).toMatch(/HttpOnly; SameSite=Lax/)
  thief.jar.set('jw_sign_in', copy)
  expect(await thief.go(signInCode, '/sign-in/code', { code })).toMatchObject({ status: 409 })
})

test('the cookie of a new contact cannot be replayed into the account it became', async () => {
  const first = browser()
  const contact = fresh()
  await first.go(signIn, '/sign-in', { contact })
  await first.go(signInCode, '/sign-in/code', { code: await codeOf(contact) })
  const copy = first.jar.get('jw_sign_in') ?? ''
  await first.go(signInCode, '/sign-in/code', { name: '林知夏' })
  const second = browser()
  second.jar.set('jw_sign_in', copy)
  expect(await second.go(signInCode, '/sign-in/code', { name: '别人' })).toMatchObject({
    status: 302,
    location: '/sign-in',
  })
  expect(await second.who()).toBeNull()
})

test('too many codes answer 429 and say when to come back', async () => {
  const { go } = browser()
  const contact = fresh()
  for (let i = 0; i < 5; i++) await go(signIn, '/sign-in', { contact })
  expect(await go(signIn, '/sign-in', { contact })).toMatchObject({
    status: 429,
    body: { typed: contact, errors: [expect.stringMatching(/\d+分钟后/)] },
  })
})

test('signing out ends the session for good', async () => {
  const { go, jar, who } = await signedIn()
  const copy = jar.get('jw_session') ?? ''
  expect(await go(signOut, '/sign-out', {})).toMatchObject({ status: 302, location: '/' })
  jar.set('jw_session', copy)
  expect(await who()).toBeNull()
})
