import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeEach, expect, test } from 'vitest'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { env } from '~/env.server'
import { action as demo, loader as demoPage } from '~/routes/account/demo'
import { loader as inbox } from '~/routes/account/demo-messages'
import { action as invitation, loader as invitationPage } from '~/routes/account/invitation'
import { action as myData } from '~/routes/account/my-data'
import { loader as myDataFile } from '~/routes/account/my-data-file'
import { action as profile, loader as profilePage } from '~/routes/account/profile'
import { action as signInCode, loader as codePage } from '~/routes/account/sign-in-code'
import { action as tablet } from '~/routes/account/tablet'
import { inviteToEvent } from '~/domain/people/invite-to-event.server'
import { issueTabletInvitation } from '~/domain/people/issue-tablet-invitation.server'
import { makeEvent, makePerson } from '#test/support/factories'
import { browser } from '#test/support/page-browser'
import { codeOf, fresh, signedIn } from '#test/support/signed-in'

const settings = env()
beforeEach(async () => {
  settings.EMBEDDED_DATABASE = false
  await db.rateLimit.deleteMany()
})

test('the account page asks for signing in and comes back', async () => {
  const { go } = browser()
  expect(await go(profilePage, '/en/account')).toMatchObject({
    status: 302,
    location: '/en/sign-in?next=%2Fen%2Faccount',
  })
})

test('a profile saved in two tabs shows both texts, then the second may win', async () => {
  const { go, person } = await signedIn()
  const save = (name: string, version: string) =>
    go(profile, '/account', { intent: 'profile', name, nameLatin: '', locale: 'zh-CN', version })
  expect(await save('甲', '1')).toMatchObject({ status: 302, location: '/account?done=saved#about' })
  const stale = await save('乙', '1')
  expect(stale).toMatchObject({
    status: 409,
    body: { typed: { name: '乙' }, version: 2, errors: { about: [expect.stringContaining('“甲”')] } },
  })
  expect(await save('乙', '2')).toMatchObject({ status: 302 })
  expect(await db.person.findUnique({ where: { id: person.id } })).toMatchObject({ name: '乙', version: 3 })
  for (const version of ['', 'x', '1.5', '-1']) expect(await save('丙', version)).toMatchObject({ status: 409 })
  expect(await go(profile, '/account', { intent: 'profile', name: '丙', locale: 'fr', version: '3' })).toMatchObject({ status: 400 })
})

test('a second contact is added by its own code, and not by a code for signing in', async () => {
  const { go, person } = await signedIn()
  const contact = fresh()
  expect(await go(profile, '/account', { intent: 'contact-send', contact })).toMatchObject({
    status: 302,
    location: '/account#contacts',
  })
  expect(await go(profile, '/account', { intent: 'contact-confirm', code: 'abc' })).toMatchObject({
    status: 409,
  })
  // the cookie of adding is no cookie of signing in
  expect(await go(codePage, '/sign-in/code')).toMatchObject({ status: 302, location: '/sign-in' })
  expect(await go(signInCode, '/sign-in/code', { code: await codeOf(contact) })).toMatchObject({
    status: 302,
    location: '/sign-in',
  })
  expect(await go(profile, '/account', { intent: 'contact-confirm', code: await codeOf(contact) })).toMatchObject({
    location: '/account?done=added#contacts',
  })
  expect(await db.contact.count({ where: { personId: person.id } })).toBe(2)
})

test('the cookie of adding serves the account that began it, nobody else', async () => {
  const [mine, other] = [await signedIn(), await signedIn()]
  const contact = fresh()
  await mine.go(profile, '/account', { intent: 'contact-send', contact })
  other.jar.set('jw_sign_in', mine.jar.get('jw_sign_in') ?? '')
  await other.go(profile, '/account', { intent: 'contact-confirm', code: await codeOf(contact) })
  expect(await db.contact.count({ where: { value: contact } })).toBe(0)
})

test('what belongs to others is not found', async () => {
  const [mine, other] = [await signedIn(), await signedIn()]
  const session = await db.session.findFirstOrThrow({ where: { personId: other.person.id } })
  const event = await makeEvent()
  const consent = await db.consent.create({
    data: {
      id: newId(),
      personId: other.person.id,
      kind: 'talent_pool',
      eventId: event.id,
      organisationId: event.organisationId,
      text: '同意',
    },
  })
  const contact = await db.contact.findFirstOrThrow({ where: { personId: other.person.id } })
  for (const [intent, id] of [
    ['session-revoke', session.id],
    ['consent-withdraw', consent.id],
    ['contact-remove', contact.id],
  ] as const) {
    expect(await mine.go(profile, '/account', { intent, id })).toMatchObject({ status: 404 })
  }
  expect(await mine.go(profile, '/account', { intent: 'anything' })).toMatchObject({ status: 400 })
  expect(await other.go(profile, '/account', { intent: 'consent-withdraw', id: consent.id })).toMatchObject({
    location: '/account?done=withdrawn#consents',
  })
  expect((await db.consent.findUniqueOrThrow({ where: { id: consent.id } })).withdrawnAt).not.toBeNull()
})

test('the demo pages are not there outside a demo, and sign nobody real in', async () => {
  const person = await makePerson()
  const real = await makePerson()
  await db.person.update({ where: { id: person.id }, data: { isDemo: true } })
  const { go, who } = browser()
  for (const page of [demoPage, inbox]) expect(await go(page, '/demo')).toMatchObject({ status: 404 })
  expect(await go(demo, '/demo', { personId: person.id })).toMatchObject({ status: 404 })
  settings.EMBEDDED_DATABASE = true
  expect(await go(demo, '/demo', { personId: real.id })).toMatchObject({ status: 404 })
  expect(await go(demo, '/demo', {})).toMatchObject({ status: 404 })
  expect(await go(demo, '/en/demo', { personId: person.id, group: 'judge', next: '//evil.example' })).toMatchObject({
    status: 302,
    location: '/en/judge',
  })
  expect(await who()).toMatchObject({ personId: person.id })
  settings.HOST = '0.0.0.0'
  expect(await go(demoPage, '/demo')).toMatchObject({ status: 404 })
  settings.HOST = '127.0.0.1'
})

test('an invitation asks for signing in, and a forwarded one for the contact it was sent to, then is accepted once', async () => {
  const event = await makeEvent()
  const contact = fresh()
  const invited = await inviteToEvent({
    eventId: event.id,
    role: 'clerk',
    name: '许小满',
    contact: { kind: 'email', value: contact },
    locale: 'zh-CN',
    byId: (await makePerson()).id,
    now: new Date(),
  })
  const token = invited.ok ? (invited.value.url.split('/').at(-1) ?? '') : ''
  const path = `/invitation/${token}`
  expect(await browser().go(invitationPage, path, undefined, { token })).toMatchObject({
    status: 200,
    body: { refusal: null, actor: null, next: encodeURIComponent(path) },
  })
  expect(await browser().go(invitation, path, {}, { token })).toMatchObject({
    status: 302,
    location: '/sign-in',
  })
  expect(await browser().go(invitationPage, '/invitation/x', undefined, { token: 'x' })).toMatchObject({
    status: 404,
    body: { refusal: 'not-found' },
  })
  const [first, second] = [await signedIn(), await signedIn()]
  const page = () => first.go(invitationPage, path, undefined, { token })
  const post = (form: Record<string, string> = {}) => first.go(invitation, path, form, { token })
  expect(await page()).toMatchObject({ body: { invited: false, codeSent: false } })
  expect(await post()).toMatchObject({ status: 409, body: { refusal: null } })
  expect(await db.eventRole.count({ where: { eventId: event.id } })).toBe(0)
  expect(await post({ intent: 'send' })).toMatchObject({ status: 302, location: path })
  expect(await page()).toMatchObject({ body: { invited: false, codeSent: true } })
  expect(await post({ intent: 'confirm', code: 'abc' })).toMatchObject({ status: 409 })
  expect(await post({ intent: 'confirm', code: await codeOf(contact) })).toMatchObject({ location: path })
  expect(await page()).toMatchObject({ body: { invited: true, codeSent: false } })
  expect(await first.go(invitation, path, {}, { token })).toMatchObject({
    status: 302,
    location: `/console/${event.id}`,
  })
  expect(await second.go(invitation, path, {}, { token })).toMatchObject({
    status: 409,
    body: { refusal: 'used' },
  })
})

test('a card opens the desk of its event in a session of a day', async () => {
  const event = await makeEvent()
  await db.stage.create({
    data: { eventId: event.id, id: 'final', position: 1, type: 'score', nameZh: '决赛', nameEn: 'Final' },
  })
  await db.judgeSeat.create({
    data: { eventId: event.id, stageId: 'final', id: 's1', name: '周序', label: '甲' },
  })
  const issued = await issueTabletInvitation({
    eventId: event.id,
    stageId: 'final',
    seatId: 's1',
    name: '周序',
    lang: 'zh-CN',
    byId: (await makePerson()).id,
    now: new Date(),
  })
  if (!issued.ok) throw new Error('not issued')
  const token = issued.value.url.split('/').at(-1) ?? ''
  const { go, who } = browser()
  const wrong = issued.value.pin === '000000' ? '111111' : '000000'
  expect(await go(tablet, `/tablet/${token}`, { pin: wrong }, { token })).toMatchObject({
    status: 409,
    body: { errors: ['PIN码不对，还可以试4次。'] },
  })
  expect(await go(tablet, `/tablet/${token}`, { pin: issued.value.pin }, { token })).toMatchObject({
    status: 302,
    location: `/judge/${event.id}/final`,
  })
  expect(await who()).toMatchObject({ deskEventId: event.id, name: '周序' })
  expect(await browser().go(tablet, `/tablet/${token}`, { pin: issued.value.pin }, { token })).toMatchObject({
    status: 409,
    body: { errors: [expect.stringContaining('用过')] },
  })
})

test('my data comes as a file, to its owner only', async () => {
  const { jar, person } = await signedIn()
  const ask = (cookie: string) =>
    myDataFile({
      request: new Request('http://localhost/account/my-data.json', { headers: { Cookie: cookie } }),
      params: {},
      context: {},
    } as LoaderFunctionArgs)
  const answer = await ask(`jw_session=${jar.get('jw_session')}`)
  expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="jingwei-my-data-/)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(await answer.json()).toMatchObject({ person: { id: person.id } })
  const refused = await ask('').catch((response: Response) => response)
  expect(refused.headers.get('Location')).toBe('/sign-in?next=%2Faccount%2Fmy-data.json')
})

test('an account is closed only with the word typed, and then nobody is signed in', async () => {
  const { go, who, person } = await signedIn()
  for (const word of ['', '注', 'ERASE'])
    expect(await go(myData, '/account/my-data', { word })).toMatchObject({
      status: 400,
      body: { typed: word },
    })
  expect(await who()).not.toBeNull()
  expect(await go(myData, '/account/my-data', { word: ' 注销 ' })).toMatchObject({
    status: 302,
    location: '/',
  })
  expect(await who()).toBeNull()
  expect(await db.contact.count({ where: { personId: person.id } })).toBe(0)
})
