import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { takeOut } from '~/domain/judging/publication/take-out.server'
import { drawUpPayments } from '~/domain/prizes/draw-up-payments.server'
import { erasePerson } from '~/domain/privacy/erase-person.server'
import { myData } from '~/domain/privacy/my-data.server'
import { action as paymentAct, loader as paymentPage } from '~/routes/console/payment'
import { action as listAct, loader as listPage } from '~/routes/console/payments'
import { loader as exported } from '~/routes/console/payments-export'
import { action as mineAct, loader as minePage } from '~/routes/entrant/payment'
import { loader as myPayments } from '~/routes/entrant/payments'
import { answerOf, makeStaff, queriesOf, send, visit, type Staff } from '#test/support/console'
import { makePerson } from '#test/support/factories'
import { cookieOf } from '#test/support/panel'
import { account, withPrizeMoney, wonCup } from '#test/support/payments'

beforeAll(() => {
  for (const name of ['SESSION_SECRET', 'CODE_SECRET']) process.env[name] ??= 'for-tests-only-'.repeat(3)
  process.env.SEAL_KEY ??= `${'A'.repeat(43)}=`
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
})

const drawUp = (eventId: string) => drawUpPayments({ eventId, byId: 'office', now: new Date() })
const rowsOf = (eventId: string) => db.payment.findMany({ where: { eventId }, orderBy: { key: 'asc' } })
const actions = async (eventId: string) =>
  (await db.ledgerRow.findMany({ where: { eventId, action: { startsWith: 'payment' } } })).map(({ action }) => action)

/** A drawn-up list, the author of gold signed in, two people of finance. */
async function listed() {
  const cup = await wonCup()
  const { slug, finalist } = cup
  expect(await drawUp(slug)).toMatchObject({ ok: true, value: { created: 3, cancelled: 0 } })
  const rows = await rowsOf(slug)
  const mine = rows.find(({ kind, authorId }) => kind === 'prize' && authorId !== cup.coauthor)
  if (!mine) throw new Error('a prize')
  const author: Staff = { personId: finalist.personId, cookie: await cookieOf(finalist.personId) }
  const [finance, other] = [await makeStaff(slug, 'finance'), await makeStaff(slug, 'organiser')]
  const act = (who: Staff, fields: Record<string, string>, id = mine.id) =>
    answerOf(() =>
      paymentAct({
        request: send(`/console/${slug}/payments/${id}`, who, { requestKey: newId(), ...fields }),
        params: { slug, paymentId: id },
        context: {},
      }),
    )
  const give = (who: Staff, fields: Record<string, string>, id = mine.id) =>
    answerOf(() =>
      mineAct({
        request: send('/x', who, { requestKey: newId(), intent: 'details', ...fields }),
        params: { slug, paymentId: id },
        context: {},
      }),
    )
  const now = () => db.payment.findUniqueOrThrow({ where: { eventId_id: { eventId: slug, id: mine.id } } })
  const version = async () => String((await now()).version)
  return { ...cup, rows, mine, author, finance, other, act, give, now, version }
}

test('prizes and fees are listed with their tax, and drawing the list up again changes nothing', async () => {
  const { slug, rows } = await listed()
  expect(rows.map(({ kind, grossMinor, taxMinor, netMinor, state }) => [kind, grossMinor, taxMinor, netMinor, state])).toEqual([
    ['fee', 300000n, 44000n, 256000n, 'due'],
    ['prize', 2500000n, 500000n, 2000000n, 'due'],
    ['prize', 2500000n, 500000n, 2000000n, 'due'],
  ])
  expect(await db.notice.count({ where: { eventId: slug, template: 'message' } })).toBe(3)
  expect(await drawUp(slug)).toMatchObject({ ok: true, value: { created: 0, changed: 0, cancelled: 0, lapsed: 0 } })
  expect(await actions(slug)).toEqual(['payments.drawn-up'])
})

test('a payment goes from the payee over two people to paid; the account is sealed and every look at it recorded', async () => {
  const { slug, mine, author, finance, other, act, give, now, version } = await listed()
  const slip = await give(author, { ...account, idNumber: '110105194912310021' })
  expect(slip).toMatchObject({ status: 400, body: { wrong: { idNumber: expect.any(String) as string }, values: { bank: account.bank } } })
  expect((await give(author, account)).status).toBe(302)
  const stored = await now()
  expect(stored).toMatchObject({ state: 'details', accountTail: '2333' })
  expect(stored.detailsSealed).toMatch(/^v1\./)

  const page = async (who: Staff) =>
    JSON.stringify(await paymentPage({ request: visit('/x', who), params: { slug, paymentId: mine.id }, context: {} }))
  for (const who of [finance, other]) {
    expect(await page(who)).toContain('2333')
    expect(await page(who)).not.toMatch(/62220000|11010519/)
  }
  expect((await act(other, { intent: 'open' })).status).toBe(403)
  expect((await act(finance, { intent: 'open' })).body).toMatchObject({ details: { idNumber: account.idNumber } })

  expect((await act(other, { intent: 'check', version: await version() })).status).toBe(409)
  expect((await act(finance, { intent: 'check', version: '1' })).status).toBe(409)
  expect((await act(finance, { intent: 'check', version: await version() })).status).toBe(302)
  expect((await act(finance, { intent: 'approve', version: await version() })).status).toBe(409)
  expect((await act(other, { intent: 'approve', version: await version() })).status).toBe(302)
  expect((await give(author, account)).status).toBe(409)
  expect((await act(finance, { intent: 'pay', version: await version(), paidOn: '2999-01-01', reference: 'X' })).status).toBe(409)
  const paidOn = new Date().toISOString().slice(0, 10)
  expect((await act(finance, { intent: 'pay', version: await version(), paidOn, reference: 'TT-1' })).status).toBe(302)
  expect(await now()).toMatchObject({ state: 'paid', paidOn, reference: 'TT-1' })

  expect((await act(finance, { intent: 'return', version: await version(), reason: '银行退票' })).status).toBe(302)
  expect(await now()).toMatchObject({ state: 'due', detailsSealed: null, returnReason: '银行退票', checkedById: null })
  expect((await actions(slug)).sort()).toEqual(
    [
      'payment.details-given',
      'payment.opened',
      'payment.checked',
      'payment.approved',
      'payment.paid',
      'payment.returned',
      'payments.drawn-up',
    ].sort(),
  )
})

test('the database refuses one person for both, and sums that lose a fen', async () => {
  const { slug, mine, author, give } = await listed()
  await give(author, account)
  const where = { eventId_id: { eventId: slug, id: mine.id } }
  await expect(db.payment.update({ where, data: { state: 'approved', checkedById: 'a', approvedById: 'a' } })).rejects.toThrow(/two_people/)
  await expect(db.payment.update({ where, data: { netMinor: { decrement: 1n } } })).rejects.toThrow(/Payment_sums/)
})

test('a payment is its payee’s alone: whoever entered the work cannot give an account for a co-author', async () => {
  const { slug, rows, author, coauthor, give } = await listed()
  const theirs = rows.find(({ authorId }) => authorId === coauthor)?.id ?? ''
  expect((await give(author, account, theirs)).status).toBe(404)
  const { email } = await db.entryAuthor.findFirstOrThrow({ where: { eventId: slug, id: coauthor } })
  const person = await makePerson({ email: email ?? '' })
  const co: Staff = { personId: person.id, cookie: await cookieOf(person.id) }
  expect((await give(co, account, theirs)).status).toBe(302)
  const { rows: shown } = await myPayments({ request: visit('/my/payments', co), params: {}, context: {} })
  expect(shown).toHaveLength(1)
  const stranger = await makeStaff(slug, 'none')
  expect(
    (await answerOf(() => minePage({ request: visit('/x', stranger), params: { slug, paymentId: theirs }, context: {} }))).status,
  ).toBe(404)
})

test('authors share a prize as all of them agree, the organiser with a reason; not once it is being paid', async () => {
  const { slug, finalist, coauthor, author, finance, other, act, give, version } = await listed()
  const { id: first } = await db.entryAuthor.findFirstOrThrow({ where: { eventId: slug, entryId: finalist.id, position: 0 } })
  const amounts = async () =>
    (
      await db.payment.findMany({ where: { eventId: slug, kind: 'prize', state: { not: 'cancelled' } }, orderBy: { grossMinor: 'desc' } })
    ).map(({ authorId, grossMinor }) => [authorId, Number(grossMinor)])
  const weights = { [`weight.${first}`]: '60', [`weight.${coauthor}`]: '40' }
  expect((await give(author, { intent: 'share', ...weights })).status).toBe(302)
  expect((await amounts()).map(([, minor]) => minor)).toEqual([2_500_000, 2_500_000])
  const { email } = await db.entryAuthor.findFirstOrThrow({ where: { eventId: slug, id: coauthor } })
  const person = await makePerson({ email: email ?? '' })
  const co: Staff = { personId: person.id, cookie: await cookieOf(person.id) }
  const theirs = await db.payment.findFirstOrThrow({ where: { eventId: slug, authorId: coauthor } })
  const proposal = await db.prizeSharing.findFirstOrThrow({ where: { eventId: slug } })
  expect((await give(co, { intent: 'agree', sharing: proposal.id }, theirs.id)).status).toBe(302)
  expect(await amounts()).toEqual([
    [first, 3_000_000],
    [coauthor, 2_000_000],
  ])
  expect((await act(other, { intent: 'share', ...weights })).status).toBe(409)
  expect((await act(other, { intent: 'share', [`weight.${first}`]: '1', [`weight.${coauthor}`]: '3', reason: '作者来函' })).status).toBe(
    302,
  )
  expect(await amounts()).toEqual([
    [coauthor, 3_750_000],
    [first, 1_250_000],
  ])
  await give(author, account)
  await act(finance, { intent: 'check', version: await version() })
  expect((await act(other, { intent: 'share', ...weights, reason: '再改' })).status).toBe(409)
})

test('a corrected result cancels what is not due any more, and points out what was paid', async () => {
  const { slug, finalist, author, finance, other, act, give, version, now } = await listed()
  await give(author, account)
  await act(finance, { intent: 'check', version: await version() })
  await act(other, { intent: 'approve', version: await version() })
  await act(finance, { intent: 'pay', version: await version(), paidOn: new Date().toISOString().slice(0, 10), reference: 'TT-2' })
  const taken = await takeOut({
    eventId: slug,
    stageId: 'final',
    entryId: finalist.id,
    leaving: 'disqualified',
    version: 1,
    reason: { zh: '抄袭', en: 'Plagiarism' },
    byId: 'office',
    now: new Date(),
  })
  expect(taken).toMatchObject({ ok: true })
  expect(await drawUp(slug)).toMatchObject({ ok: true, value: { created: 1, cancelled: 1, lapsed: 1 } })
  expect((await now()).lapsedAt).not.toBeNull()
})

test('the list leaves the house for finance alone, recorded, with accounts in full', async () => {
  const { slug, author, finance, other, give } = await listed()
  await give(author, account)
  const ask = (who: Staff, fields: Record<string, string>) =>
    answerOf(() => listAct({ request: send('/x', who, { intent: 'export', requestKey: 'k', ...fields }), params: { slug }, context: {} }))
  const asked = { receiver: '示例财务处', purpose: '发放奖金' }
  expect((await ask(other, asked)).status).toBe(403)
  expect((await ask(finance, { ...asked, purpose: '' })).status).toBe(400)
  const { to } = await ask(finance, asked)
  expect((await ask(finance, asked)).to).toBe(to)
  expect(await db.paymentExport.count({ where: { eventId: slug } })).toBe(1)
  const fetch = (who: Staff) => exported({ request: visit(to ?? '', who), params: { slug }, context: {} })
  const file = await fetch(finance)
  expect(file.headers.get('Content-Type')).toContain('spreadsheetml')
  expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(1_000)
  expect((await fetch(await makeStaff(slug, 'finance'))).status).toBe(410)
  expect(await actions(slug)).toContain('payments.exported')
})

test('my data has the account in full; an account is closed only when nothing is on its way', async () => {
  const { slug, finalist, author, give, act, finance, version, now } = await listed()
  await give(author, account)
  const data = await myData(finalist.personId, new Date())
  expect(data.payments).toMatchObject([{ state: 'details', details: { accountNumber: '6222000011112222333' } }])
  await db.entry.updateMany({ where: { eventId: slug }, data: { state: 'rejected' } })
  const erase = () => erasePerson({ personId: finalist.personId, lang: 'en', now: new Date() })
  expect(await erase()).toMatchObject({ ok: false, reason: 'payments' })
  await act(finance, { intent: 'return', version: await version(), reason: '更正' })
  expect(await erase()).toMatchObject({ ok: true })
  expect(await now()).toMatchObject({ state: 'cancelled', detailsSealed: null, returnReason: '' })
})

test('the list costs the same whether few or many are paid', async () => {
  const { slug, finance, rows } = await listed()
  const open = () => listPage({ request: visit('/x', finance), params: { slug }, context: {} })
  const before = await queriesOf(open)
  await db.payment.updateMany({ where: { eventId: slug, id: rows[0]?.id ?? '' }, data: { state: 'cancelled' } })
  expect(await queriesOf(open)).toBe(before)
  await withPrizeMoney(slug, 'CNY 60000')
  expect(await drawUp(slug)).toMatchObject({ ok: true })
})
