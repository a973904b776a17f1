import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db, transact } from '~/db.server'
import { deliverNotice } from '~/domain/notices/deliver-notice.server'
import type { Notice } from '~/domain/notices/notice'
import { retryNotice } from '~/domain/notices/retry-notice.server'
import { MAX_ATTEMPTS, noticeStep, noticesStep, type NoticeOrder } from '~/domain/notices/send-notice.server'
import { done, refuse } from '~/domain/outcome'
import { env } from '~/env.server'
import { makeEvent, makePerson } from '#test/support/factories'

const code: Notice = { template: 'code', code: '302718', minutes: 10, purpose: 'sign-in' }
const message: Notice = { template: 'message', subject: '决赛安排', body: '请于3月15日报到。' }
const finalist: Notice = {
  template: 'result-finalist',
  title: '一线之间',
  number: '2026-00123',
  path: '/my/x/y',
  stage: { zh: '初评', en: 'the preliminary round' },
  next: { zh: '决赛', en: 'the final' },
}

async function send(...orders: NoticeOrder[]): Promise<string[]> {
  const sent = await transact(async (tx) => done(await noticesStep(tx, orders)))
  return sent.ok ? sent.value : []
}
const read = (id = '') => db.notice.findUniqueOrThrow({ where: { id } })
const jobs = () => db.$queryRaw<{ key: string }[]>`select key from graphile_worker.jobs where task_identifier = 'send-notice'`
const settings = env()
const open: { close: (done: () => void) => void }[] = []
const NONE = {
  SMTP_URL: undefined,
  SMS_ENDPOINT: undefined,
  SMS_SIGN_NAME: undefined,
  SMS_TEMPLATE_CODE: undefined,
}
beforeEach(() => void Object.assign(settings, { EMBEDDED_DATABASE: false, ...NONE }))
afterEach(async () => {
  for (const server of open.splice(0)) await new Promise<void>((resolve) => server.close(resolve))
})

/** A mail server that keeps what it gets, or answers `refusal` to every receiver. */
async function mailServer(refusal?: number) {
  const mails: Buffer[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, next) => next(refusal ? Object.assign(new Error('no'), { responseCode: refusal }) : null),
    onData(stream, _session, next) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks))
        next()
      })
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  open.push(server)
  const { port } = server.server.address() as AddressInfo
  // the transport is one for the process: forget the server of the test before
  const shelf = (globalThis as { __jingwei?: Map<string, unknown> }).__jingwei
  shelf?.delete('smtp')
  settings.SMTP_URL = `smtp://127.0.0.1:${port}`
  return mails
}

/** A stand-in for the SMS provider: answers `Code` and keeps the calls. */
async function smsServer(Code: string) {
  const calls: URLSearchParams[] = []
  const server: Server = createServer((request, response) => {
    calls.push(new URL(request.url ?? '', 'http://x').searchParams)
    expect(request.headers.authorization).toMatch(
      /^ACS3-HMAC-SHA256 Credential=key,SignedHeaders=host;x-acs-action;.*,Signature=[0-9a-f]{64}$/,
    )
    response.end(JSON.stringify({ Code, Message: 'x' }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(server)
  const { port } = server.address() as AddressInfo
  Object.assign(settings, {
    SMS_ENDPOINT: `http://127.0.0.1:${port}`,
    SMS_ACCESS_KEY_ID: 'key',
    SMS_ACCESS_KEY_SECRET: 'secret',
    SMS_SIGN_NAME: '经纬',
    SMS_TEMPLATE_CODE: 'code=SMS_1,result-finalist=SMS_2',
  })
  return calls
}

test('a message is written with its job, and neither when the transaction is refused', async () => {
  const person = await makePerson({ email: 'lin1@example.com' })
  const [id] = await send({ to: { personId: person.id }, notice: message })
  expect((await read(id)).state).toBe('queued')
  expect((await jobs()).map(({ key }) => key)).toContain(`send-notice:${id}`)
  const before = await db.notice.count()
  await transact(async (tx) => {
    await noticeStep(tx, { to: { personId: person.id }, notice: message })
    return refuse('no')
  })
  expect(await db.notice.count()).toBe(before)
  expect((await jobs()).length).toBe(1)
})

test('a person reads in their language, by mail, and by text message too when it is urgent', async () => {
  const event = await makeEvent()
  const person = await makePerson({ email: 'lin2@example.com', mobile: '+8613800000002' })
  await db.person.update({ where: { id: person.id }, data: { locale: 'en' } })
  const rows = await Promise.all((await send({ to: { personId: person.id }, eventId: event.id, notice: finalist })).map(read))
  expect(rows.map(({ channel }) => channel)).toEqual(['email', 'sms'])
  expect(rows[0]?.subject).toBe('Congratulations: entry 2026-00123 is a finalist')
  expect(rows[1]?.text).toContain('Entry 2026-00123 is a finalist of “Example Cup” Knitwear Contest')
  expect(await send({ to: { personId: person.id }, eventId: event.id, notice: message })).toHaveLength(1)
})

test('one message to many carries each one’s own name, and a name is only text', async () => {
  const people = await Promise.all(['<b>林</b> & $& 夏', '周序'].map((name, i) => makePerson({ name, email: `many${i}@example.com` })))
  const ids = await send(...people.map(({ id }) => ({ to: { personId: id }, notice: message })))
  const [first, second] = await Promise.all(ids.map(read))
  expect(first?.text).toMatch(/^<b>林<\/b> & \$& 夏，您好：/)
  expect(first?.html).toContain('&#60;b&#62;林&#60;/b&#62; &#38; $&#38; 夏，您好：')
  expect(second?.html).toContain('周序，您好：')
  expect(`${second?.html}${second?.text}`.includes('林')).toBe(false)
})

test('a person without contact leaves a failed row for somebody to see, and unverified contacts do not count', async () => {
  const person = await makePerson()
  await db.contact.create({
    data: { id: person.id, personId: person.id, kind: 'email', value: 'unproven@example.com' },
  })
  const [id] = await send({ to: { personId: person.id }, notice: message })
  expect(await read(id)).toMatchObject({ state: 'failed', lastError: 'no-contact', recipient: '' })
})

test('2,343 messages are written in one transaction', async () => {
  const to = { kind: 'email', value: 'many@example.com' } as const
  const ids = await send(...Array.from({ length: 2343 }, () => ({ to, notice: message })))
  expect(ids).toHaveLength(2343)
  expect(await db.notice.count({ where: { recipient: to.value } })).toBe(2343)
  await db.notice.deleteMany({ where: { recipient: to.value } })
})

test('mail arrives whole: subject, text, HTML, sender and a stable id', async () => {
  const mails = await mailServer()
  const [id] = await send({ to: { kind: 'email', value: 'zhou@example.com' }, notice: message })
  await deliverNotice({ noticeId: id ?? '' })
  await deliverNotice({ noticeId: id ?? '' }) // a job that runs twice sends once
  expect(mails).toHaveLength(1)
  const mail = await PostalMime.parse(mails[0] ?? '')
  expect(mail.subject).toBe('决赛安排')
  expect(mail.to?.[0]).toMatchObject({ address: 'zhou@example.com' })
  expect(mail.text).toContain('请于3月15日报到。')
  expect(mail.html).toContain('请于3月15日报到。')
  expect(mail.messageId).toContain(String(id))
  expect(await read(id)).toMatchObject({ state: 'sent', attempts: 1, lastError: null })
})

test('what signed a person in is blanked once delivered', async () => {
  await mailServer()
  const [first] = await send({ to: { kind: 'email', value: 'code@example.com' }, notice: code })
  const [second] = await send({
    to: { kind: 'email', value: 'judge@example.com' },
    notice: {
      template: 'invitation',
      name: '周序',
      role: 'judge',
      path: '/invitation/SECRET-token_1',
      expiresAt: new Date(),
    },
  })
  for (const noticeId of [first, second]) await deliverNotice({ noticeId: noticeId ?? '' })
  const kept = JSON.stringify([await read(first), await read(second)])
  expect(kept.includes('302718')).toBe(false)
  expect(kept.includes('SECRET-token_1')).toBe(false)
})

test('a mail server that is away is tried again, then the message is failed and can be retried', async () => {
  settings.SMTP_URL = 'smtp://127.0.0.1:1'
  ;(globalThis as { __jingwei?: Map<string, unknown> }).__jingwei?.delete('smtp')
  const event = await makeEvent()
  const [id = ''] = await send({
    to: { kind: 'email', value: 'away@example.com' },
    eventId: event.id,
    notice: message,
  })
  for (let n = 1; n < MAX_ATTEMPTS; n++) {
    await expect(deliverNotice({ noticeId: id })).rejects.toThrow()
    expect(await read(id)).toMatchObject({ state: 'queued', attempts: n })
  }
  await deliverNotice({ noticeId: id })
  expect(await read(id)).toMatchObject({ state: 'failed', attempts: MAX_ATTEMPTS })
  expect((await read(id)).lastError).toMatch(/ECONNREFUSED/)

  expect(await retryNotice({ eventId: 'another-event', noticeId: id })).toEqual({
    ok: false,
    reason: 'not-found',
  })
  expect((await retryNotice({ eventId: event.id, noticeId: id })).ok).toBe(true)
  expect(await retryNotice({ eventId: event.id, noticeId: id })).toEqual({ ok: false, reason: 'not-failed' })
  await mailServer()
  await deliverNotice({ noticeId: id })
  expect(await read(id)).toMatchObject({ state: 'sent', attempts: 1 })
})

test('a refusal for good is not tried again, a temporary one is', async () => {
  await mailServer(550)
  const [never = ''] = await send({ to: { kind: 'email', value: 'nobody@example.com' }, notice: message })
  await deliverNotice({ noticeId: never })
  expect(await read(never)).toMatchObject({ state: 'failed', attempts: 1, lastError: 'SMTP 550' })
  await mailServer(451)
  const [later = ''] = await send({ to: { kind: 'email', value: 'greylisted@example.com' }, notice: message })
  await expect(deliverNotice({ noticeId: later })).rejects.toThrow()
  expect(await read(later)).toMatchObject({ state: 'queued', attempts: 1 })
})

test('without a mail server outside a demo the message is failed and says what to set', async () => {
  const [id = ''] = await send({ to: { kind: 'email', value: 'x@example.com' }, notice: message })
  await deliverNotice({ noticeId: id })
  expect(await read(id)).toMatchObject({ state: 'failed', lastError: 'SMTP_URL is not set' })
})

test('on a demo everything is sent into the inbox and stays readable', async () => {
  settings.EMBEDDED_DATABASE = true
  const [id = ''] = await send({ to: { kind: 'mobile', value: '+8613800000009' }, notice: code })
  await deliverNotice({ noticeId: id })
  expect(await read(id)).toMatchObject({
    state: 'sent',
    text: expect.stringMatching(/^【经纬】验证码302718/),
  })
})

test('on a demo with providers nothing goes to demo people', async () => {
  settings.EMBEDDED_DATABASE = true
  const mails = await mailServer()
  const person = await makePerson({ email: 'demo@example.com' })
  await db.person.update({ where: { id: person.id }, data: { isDemo: true } })
  for (const to of [{ personId: person.id }, { kind: 'email', value: 'demo@example.com' } as const]) {
    const [id = ''] = await send({ to, notice: message })
    await deliverNotice({ noticeId: id })
    expect((await read(id)).state).toBe('sent')
  }
  expect(mails).toHaveLength(0)
})

test('a text message leaves as the registered template and its values', async () => {
  const calls = await smsServer('OK')
  const event = await makeEvent()
  const [id = ''] = await send({ to: { kind: 'mobile', value: '+8613800000003' }, notice: code })
  await deliverNotice({ noticeId: id })
  expect(Object.fromEntries(calls[0] ?? [])).toEqual({
    OutId: id,
    PhoneNumbers: '13800000003',
    SignName: '经纬',
    TemplateCode: 'SMS_1',
    TemplateParam: '{"code":"302718","minutes":"10"}',
  })
  const [abroad = ''] = await send({
    to: { kind: 'mobile', value: '+393331234567' },
    eventId: event.id,
    notice: finalist,
  })
  await deliverNotice({ noticeId: abroad })
  expect(calls[1]?.get('PhoneNumbers')).toBe('393331234567')
  expect(calls[1]?.get('TemplateCode')).toBe('SMS_2')
  expect((await read(id)).text).not.toContain('302718')
})

test('the SMS provider refusing for good, for now, or lacking a template', async () => {
  await smsServer('isv.MOBILE_NUMBER_ILLEGAL')
  const [wrong = ''] = await send({ to: { kind: 'mobile', value: '+8610000000000' }, notice: code })
  await deliverNotice({ noticeId: wrong })
  expect(await read(wrong)).toMatchObject({ state: 'failed', lastError: 'isv.MOBILE_NUMBER_ILLEGAL' })
  const [untold = ''] = await send({ to: { kind: 'mobile', value: '+8613800000004' }, notice: message })
  await deliverNotice({ noticeId: untold })
  expect(await read(untold)).toMatchObject({
    state: 'failed',
    lastError: 'no SMS template is registered for message',
  })
  await smsServer('isv.BUSINESS_LIMIT_CONTROL')
  const [later = ''] = await send({ to: { kind: 'mobile', value: '+8613800000005' }, notice: code })
  await expect(deliverNotice({ noticeId: later })).rejects.toThrow('isv.BUSINESS_LIMIT_CONTROL')
  expect((await read(later)).state).toBe('queued')
})
