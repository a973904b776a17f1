import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db, transact } from '~/db.server'
import { decideObjection } from '~/domain/judging/objections/decide-objection.server'
import { sweepEvidence } from '~/domain/judging/objections/sweep-evidence.server'
import { forget, objectionData } from '~/domain/judging/personal-data.server'
import { newId } from '~/domain/new-id.server'
import { done } from '~/domain/outcome'
import { storage } from '~/gateways/storage.server'
import { loader as officeFile } from '~/routes/console/objection-file'
import { loader as desk } from '~/routes/console/objections'
import { action } from '~/routes/site/object'
import { loader as ownFile } from '~/routes/site/object-file'
import { answerOf, makeStaff, visit } from '#test/support/console'
import { ledgerOf } from '#test/support/final'
import { objection } from '#test/support/objection'
import { lockedPdf, signedPdf } from '#test/support/pdfs'
import { judgedCup } from '#test/support/published-cup'

beforeAll(() => {
  for (const name of ['SESSION_SECRET', 'CODE_SECRET']) process.env[name] ??= 'for-tests-only-'.repeat(3)
  process.env.SEAL_KEY ??= `${'A'.repeat(43)}=`
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
})

let cup: Awaited<ReturnType<typeof judgedCup>>
let reader: Awaited<ReturnType<typeof makeStaff>>
let pdf: Buffer

beforeEach(async () => {
  cup = await judgedCup()
  await cup.publish()
  const day = 86_400_000
  const notice = { opensAt: new Date(Date.now() - day), closesAt: new Date(Date.now() + day) }
  await db.stage.updateMany({ where: { eventId: cup.slug, id: 'notice' }, data: notice })
  reader = await makeStaff(cup.slug, 'none')
  pdf ??= await signedPdf()
})

const text = '该作品与2024年已发表的作品雷同，见附件。'
const raise = (files: { name: string; bytes: Buffer }[], requestKey = newId(), said = text) => {
  const { code } = cup.finalist
  const request = objection(`/e/${cup.slug}/works/${code}/object`, reader, { text: said, requestKey }, files)
  return answerOf(() => action({ request, params: { slug: cup.slug, code }, context: {} }))
}
const stored = async () => {
  const keys: string[] = []
  for await (const { key } of storage().list(`objection/${cup.slug}/`)) keys.push(key)
  return keys
}
type Someone = Parameters<typeof visit>[1]
const own = (fileId: string, who: Someone) =>
  answerOf(() => ownFile({ request: visit('/x', who), params: { slug: cup.slug, code: cup.finalist.code, fileId }, context: {} }))
const office = (fileId: string, who: Someone, stage = cup.stageId) =>
  answerOf(() => officeFile({ request: visit('/x', who), params: { slug: cup.slug, stage, fileId }, context: {} }))

test('evidence is read by whoever raised the objection and by those who decide, and by nobody else', async () => {
  expect((await raise([{ name: '../../作品 对比\u202egpj.pdf', bytes: pdf }])).status).toBe(302)
  const [file] = await db.objectionFile.findMany({ where: { eventId: cup.slug } })
  expect(file).toMatchObject({ name: '作品 对比gpj.pdf', mime: 'application/pdf', bytes: pdf.length })
  const id = file?.id ?? ''
  const [organiser, clerk, judge, other] = await Promise.all(
    (['organiser', 'clerk', 'judge', 'none'] as const).map((role) => makeStaff(cup.slug, role)),
  )
  if (!organiser || !clerk || !judge || !other) throw new Error('everybody is there')
  expect((await own(id, reader)).status).toBe(200)
  expect((await own(id, other)).status).toBe(404)
  expect((await own(id, judge)).status).toBe(404)
  expect((await office(id, organiser)).status).toBe(200)
  expect((await office(id, organiser, 'final')).status).toBe(404)
  for (const one of [clerk, judge, other, reader]) expect((await office(id, one)).status).toBeGreaterThanOrEqual(403)
  const response = (await ownFile({ request: visit('/x', reader), params: { slug: cup.slug, fileId: id }, context: {} })) as Response
  expect(response.headers.get('Content-Disposition')).toMatch(/^attachment;/)
  expect(response.headers.get('Cache-Control')).toBe('private, no-store')
  expect(Buffer.from(await response.arrayBuffer()).equals(pdf)).toBe(true)
  const params = { slug: cup.slug, stage: cup.stageId }
  const page = await answerOf(() => desk({ request: visit('/x', organiser), params, context: {} }))
  expect(page.body).toMatchObject({ objections: [{ files: [{ id, name: '作品 对比gpj.pdf' }] }] })
  const rows = JSON.stringify(await ledgerOf(cup.slug, 'objection.raised'))
  expect(rows).not.toContain(file?.sha256)
  expect(rows).not.toContain('对比')
})

test('what is no page or picture, has a password, or is one too many is refused, and nothing of it is kept', async () => {
  const page = { name: 'a.pdf', bytes: pdf }
  const script = { name: 'a.pdf', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>') }
  for (const files of [
    [page, script],
    [page, { name: 'locked.pdf', bytes: await lockedPdf() }],
    [{ name: 'empty.png', bytes: Buffer.alloc(0) }],
    [page, page, page, page, page, page],
    [{ name: 'huge.pdf', bytes: Buffer.concat([pdf, Buffer.alloc(21 * 1024 * 1024)]) }],
  ]) {
    const refused = await raise(files)
    expect(refused).toMatchObject({ status: 409, body: { typed: text } })
  }
  expect(await raise([page], newId(), '太短')).toMatchObject({ status: 400, body: { typed: '太短' } })
  expect(await db.objection.count({ where: { eventId: cup.slug } })).toBe(0)
  expect(await stored()).toEqual([])
})

test('the same form at once and again is one objection with its files once; a form that breaks off is none', async () => {
  const key = newId()
  const page = { name: 'a.pdf', bytes: pdf }
  const answers = await Promise.all([raise([page], key), raise([page], key)])
  expect(answers.map(({ status }) => status)).toEqual([302, 302])
  expect((await raise([page], key)).status).toBe(302)
  expect(await db.objectionFile.count({ where: { eventId: cup.slug } })).toBe(1)
  expect(await stored()).toHaveLength(1)
  const { code } = cup.finalist
  const whole = Buffer.from(await objection('/x', reader, { text, requestKey: newId() }, [page]).arrayBuffer())
  const request = new Request('http://127.0.0.1:3000/x', {
    method: 'POST',
    headers: {
      Cookie: reader.cookie,
      'Content-Type': `multipart/form-data; boundary=${/^--(.+)\r\n/.exec(whole.toString('latin1'))?.[1] ?? ''}`,
    },
    body: whole.subarray(0, whole.length - 2_000),
  })
  const broken = await answerOf(() => action({ request, params: { slug: cup.slug, code }, context: {} }))
  expect(broken.status).toBe(409)
  expect(await stored()).toHaveLength(1)
})

test('evidence goes with the person who brought it; the objection stays', async () => {
  await raise([{ name: '王某的举报.pdf', bytes: pdf }])
  const { personId = '' } = (await db.objection.findFirstOrThrow({ where: { eventId: cup.slug } })) as { personId?: string }
  expect(JSON.stringify(await objectionData(db, personId))).toContain('王某的举报.pdf')
  await transact(async (tx) => {
    await forget(tx, personId)
    return done()
  })
  expect(await db.objection.findFirst({ where: { eventId: cup.slug } })).toMatchObject({ personId: null, text })
  expect(await db.objectionFile.count({ where: { eventId: cup.slug } })).toBe(0)
  await sweepEvidence()
  expect(await stored()).toHaveLength(1)
  await sweepEvidence(new Date(Date.now() + 3 * 3_600_000))
  expect(await stored()).toEqual([])
})

test('nobody decides on an objection of their own', async () => {
  await raise([])
  const { id, personId } = await db.objection.findFirstOrThrow({ where: { eventId: cup.slug } })
  const decide = (byId: string) =>
    decideObjection({ eventId: cup.slug, stageId: cup.stageId, objectionId: id, reason: '不成立', upheld: null, byId, now: new Date() })
  expect(await decide(personId ?? '')).toMatchObject({ reason: 'own-objection' })
  expect(await decide('office')).toEqual({ ok: true })
})
