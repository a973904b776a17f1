import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { sealChain } from '~/domain/ledger/seal.server'
import { newId } from '~/domain/new-id.server'
import { removeOrganisationRole } from '~/domain/people/remove-organisation-role.server'
import { action, loader } from '~/routes/console/staff'
import { startSession } from '~/session.server'
import { makeEvent, makePerson } from '#test/support/factories'

const origin = 'http://127.0.0.1:3000'

async function setting() {
  const { id: eventId, organisationId } = await makeEvent()
  const join = async (role: 'owner' | 'organiser' | 'clerk', to = organisationId) => {
    const person = await makePerson()
    await db.organisationRole.create({ data: { organisationId: to, personId: person.id, role } })
    const set = await startSession(person.id, new Request(origin), { strong: true })
    return { personId: person.id, cookie: set.split(';')[0] ?? '' }
  }
  const owner = await join('owner')
  const send = (fields: Record<string, string>, cookie = owner.cookie) =>
    action({
      request: new Request(`${origin}/console/${eventId}/staff`, {
        method: 'POST',
        headers: { Cookie: cookie },
        body: new URLSearchParams(fields),
      }),
      params: { slug: eventId },
      context: {},
    })
  const page = (cookie = owner.cookie) =>
    loader({
      request: new Request(`${origin}/console/${eventId}/staff`, { headers: { Cookie: cookie } }),
      params: { slug: eventId },
      context: {},
    })
  return { eventId, organisationId, join, owner, send, page }
}

interface Answer {
  data: { refusal: string | null; wrong: object; values: object | null; sent: { url: string } | null }
  init: { status: number } | null
}
const statusOf = async (answer: Promise<unknown>) => {
  try {
    const got = await answer
    return got instanceof Response ? got.status : ((got as Answer).init?.status ?? 200)
  } catch (thrown) {
    return thrown instanceof Response ? thrown.status : String(thrown)
  }
}
const bodyOf = async (answer: Promise<unknown>) => ((await answer) as Answer).data

const someone = () => ({ intent: 'invite', name: '林知夏', contact: `${newId()}@example.com`, role: 'clerk', locale: 'zh-CN' })

test('only an owner manages staff; others’ events are not found', async () => {
  const { join, page, send } = await setting()
  const other = await setting()
  for (const [cookie, status] of [
    [(await join('organiser')).cookie, 403],
    [(await join('clerk')).cookie, 403],
    [other.owner.cookie, 404],
  ] as const) {
    expect(await statusOf(page(cookie))).toBe(status)
    expect(await statusOf(send(someone(), cookie))).toBe(status)
  }
})

test('an invitation is sent once, its link is shown this once, and it can be taken back', async () => {
  const { eventId, page, send } = await setting()
  const fields = someone()
  expect((await bodyOf(send(fields))).sent?.url).toMatch(/\/invitation\/[\w-]{20,}$/)
  expect(await statusOf(send(fields))).toBe(409)
  expect((await bodyOf(send(fields))).values).toMatchObject({ name: '林知夏', contact: fields.contact })
  const [invitation] = (await page()).open
  expect(invitation).toMatchObject({ name: '林知夏', role: 'clerk', contact: fields.contact, expired: false })
  expect(await db.notice.count({ where: { eventId, template: 'invitation' } })).toBe(1)
  for (let time = 0; time < 2; time++) expect(await statusOf(send({ intent: 'revoke', invitation: invitation?.id ?? '' }))).toBe(302)
  expect((await page()).open).toEqual([])
})

test('an accepted invitation cannot be taken back; a judge’s is not for this page, another event’s is not found', async () => {
  const { eventId, send, owner } = await setting()
  const other = await setting()
  const invite = (id: string, given: object) =>
    db.invitation.create({
      data: {
        eventId,
        id,
        role: 'clerk',
        name: '甲',
        tokenHash: newId(32),
        expiresAt: new Date('2099-01-01'),
        createdById: owner.personId,
        ...given,
      },
    })
  const [used, judge] = [newId(), newId()]
  await invite(used, { acceptedAt: new Date() })
  await invite(judge, { role: 'judge' })
  expect(await statusOf(send({ intent: 'revoke', invitation: used }))).toBe(409)
  expect(await statusOf(send({ intent: 'revoke', invitation: judge }))).toBe(404)
  expect(await statusOf(other.send({ intent: 'revoke', invitation: used }))).toBe(404)
})

test('what is typed wrong is named and kept', async () => {
  const { send } = await setting()
  for (const [fields, at] of [
    [{ name: ' ' }, 'name'],
    [{ contact: '12' }, 'contact'],
    [{ role: 'owner' }, 'role'],
    [{ role: 'judge' }, 'role'],
  ] as [Record<string, string>, string][]) {
    expect(await statusOf(send({ ...someone(), ...fields }))).toBe(400)
    const { wrong, values } = await bodyOf(send({ ...someone(), ...fields }))
    expect(Object.keys(wrong)).toEqual([at])
    expect(values).toMatchObject(fields)
  }
  expect(await statusOf(send({ intent: 'nothing' }))).toBe(400)
  expect(await statusOf(send({ intent: 'remove', scope: 'event', person: 'x', role: 'owner' }))).toBe(400)
})

test('roles are taken away, of the event and of the organisation', async () => {
  const { eventId, join, page, send } = await setting()
  const colleague = await join('organiser')
  await db.eventRole.create({ data: { eventId, personId: colleague.personId, role: 'clerk' } })
  expect((await page()).staff).toHaveLength(3)
  for (const fields of [
    { scope: 'event', role: 'clerk' },
    { scope: 'organisation', role: 'organiser' },
  ]) {
    const remove = { intent: 'remove', person: colleague.personId, ...fields }
    expect(await statusOf(send(remove))).toBe(302)
    expect(await statusOf(send(remove))).toBe(409)
  }
  expect((await page()).staff.map(({ role, you }) => [role, you])).toEqual([['owner', true]])
})

test('nobody takes their own role on the event', async () => {
  const { eventId, owner, send } = await setting()
  await db.eventRole.create({ data: { eventId, personId: owner.personId, role: 'organiser' } })
  expect(await statusOf(send({ intent: 'remove', scope: 'event', person: owner.personId, role: 'organiser' }))).toBe(409)
})

test('the last owner stays; with another one an owner may step down', async () => {
  const { organisationId, join, owner, send } = await setting()
  const leave = { intent: 'remove', scope: 'organisation', person: owner.personId, role: 'owner' }
  expect(await statusOf(send(leave))).toBe(409)
  const second = await join('owner')
  const answer = (await send(leave)) as Response
  expect(answer.headers.get('Location')).toBe('/console')
  expect(await removeOrganisationRole({ organisationId, personId: second.personId, role: 'owner', byId: second.personId })).toEqual({
    ok: false,
    reason: 'last-owner',
  })
  expect(await removeOrganisationRole({ organisationId, personId: owner.personId, role: 'owner', byId: second.personId })).toEqual({
    ok: false,
    reason: 'not-found',
  })
})

test('two owners who remove each other at once leave one', async () => {
  const { organisationId, join, owner } = await setting()
  const second = await join('owner')
  const outcomes = await Promise.all(
    [owner, second].map(({ personId }) => removeOrganisationRole({ organisationId, personId, role: 'owner', byId: personId })),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.organisationRole.count({ where: { organisationId, role: 'owner' } })).toBe(1)
})

test('an owner takes a lost second factor off a colleague, who is told; never their own, and once', async () => {
  const { organisationId, join, owner, page, send } = await setting()
  const other = await setting()
  const colleague = await join('organiser')
  const since = new Date()
  for (const { personId } of [owner, colleague])
    await db.totp.upsert({
      where: { personId },
      update: { confirmedAt: since },
      create: { personId, secretSealed: 'x', confirmedAt: since },
    })
  const reset = (personId: string) => ({ intent: 'reset-factor', person: personId })
  expect(await statusOf(other.send(reset(colleague.personId)))).toBe(404)
  expect(await statusOf(send(reset(owner.personId)))).toBe(409)
  expect(await statusOf(send(reset(colleague.personId), colleague.cookie))).toBe(403)
  expect((await page()).staff.map(({ secondFactor }) => secondFactor)).toEqual([true, true])
  expect(await statusOf(send(reset(colleague.personId)))).toBe(302)
  expect(await statusOf(send(reset(colleague.personId)))).toBe(409)
  expect((await page()).staff.map(({ secondFactor }) => secondFactor)).toEqual([true, false])
  expect(await statusOf(page(colleague.cookie))).toBe(302)
  expect(await db.notice.count({ where: { personId: colleague.personId, template: 'second-factor-reset' } })).toBe(1)
  expect(await sealChain({ organisationId })).toMatchObject({ sealed: 1, head: { seq: 1 } })
  const rows = await db.organisationLedgerRow.findMany({ where: { organisationId } })
  expect(rows.map(({ action, body }) => [action, JSON.parse(body)])).toEqual([
    ['second-factor.reset', { person: colleague.personId, by: owner.personId }],
  ])
})
