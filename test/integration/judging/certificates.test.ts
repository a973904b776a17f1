import { beforeAll, expect, test } from 'vitest'
import { extractText, getDocumentProxy } from 'unpdf'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { takeOut } from '~/domain/judging/publication/take-out.server'
import { loader as download } from '~/routes/entrant/certificate'
import { loader as verify } from '~/routes/site/verify'
import { makeStaff } from '#test/support/console'
import { cookieOf } from '#test/support/panel'
import { publishRows } from '#test/support/publish-rows'
import { judgedCup } from '#test/support/published-cup'

beforeAll(() => {
  for (const name of ['SESSION_SECRET', 'CODE_SECRET']) process.env[name] ??= 'for-tests-only-'.repeat(3)
  process.env.SEAL_KEY ??= `${'A'.repeat(43)}=`
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
})

/** A cup whose final is published: the finalist has gold and two authors and a teacher, the third work silver. */
async function awarded() {
  const cup = await judgedCup()
  await cup.publish()
  const { slug, finalist, works } = cup
  const second = works[2]
  if (!second) throw new Error('six works')
  await db.entryAuthor.updateMany({ where: { eventId: slug, entryId: finalist.id }, data: { name: '欧阳𠮷', nameLatin: 'Ouyang Ji' } })
  const more = { eventId: slug, entryId: finalist.id }
  await db.entryAuthor.createMany({
    data: [
      { ...more, id: newId(), role: 'author', position: 1, name: '林知夏' },
      { ...more, id: newId(), role: 'instructor', position: 0, name: '指导老师' },
    ],
  })
  const row = { category: 'academic', group: 'academic', track: null, total: '80.00', judges: 7, standing: 'place' as const }
  await publishRows(slug, 'final', [
    { ...row, entry: finalist.id, rank: 1 },
    { ...row, entry: second.id, rank: 2 },
  ])
  const all = () => db.certificate.findMany({ where: { eventId: slug }, orderBy: [{ awardId: 'asc' }, { authorId: 'asc' }] })
  return { ...cup, second, all }
}

const check = (number: string) =>
  verify({ request: new Request(`http://127.0.0.1:3000/verify/${number}`), params: { number }, context: {} })

test('everyone behind an award has a numbered certificate; the page to verify it says five things and no more', async () => {
  const { all, finalist } = await awarded()
  const given = await all()
  expect(given.map(({ awardId }) => awardId)).toEqual(['gold', 'gold', 'instructor', 'silver'])
  expect(new Set(given.map(({ number }) => number)).size).toBe(4)
  const shown = await Promise.all(given.slice(0, 2).map(({ number }) => check(number)))
  expect(shown.map(({ name }) => name).sort()).toEqual(['林知夏', '欧阳𠮷'].sort())
  for (const one of shown) {
    expect(Object.keys(one).sort()).toEqual(['award', 'event', 'name', 'nameLatin', 'number', 'page', 'revoked', 'work'])
    expect(one).toMatchObject({ award: { en: 'Gold' }, work: '潮信0', revoked: false })
    expect(JSON.stringify(one)).not.toContain(finalist.id)
  }
  await expect(check('222222222222')).rejects.toMatchObject({ status: 404 })
  await expect(check('nonsense')).rejects.toMatchObject({ status: 404 })
})

test('its PDF has the name with its rare characters, the award and the number, for the people of the work alone', async () => {
  const { slug, all, finalist } = await awarded()
  const author = await db.entryAuthor.findFirstOrThrow({ where: { eventId: slug, entryId: finalist.id, name: '欧阳𠮷' } })
  const number = (await all()).find(({ authorId }) => authorId === author.id)?.number ?? ''
  const get = async (cookie: string) =>
    download({
      request: new Request('http://127.0.0.1:3000/x', { headers: { Cookie: cookie } }),
      params: { slug, entryId: finalist.id, number },
      context: {},
    })
  const response = await get(await cookieOf(finalist.personId))
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await response.arrayBuffer())), { mergePages: true })
  for (const word of [
    '欧阳𠮷 Ouyang Ji',
    '金奖',
    'Gold',
    '潮信0',
    `${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}`.toUpperCase(),
  ])
    expect(text).toContain(word)
  const stranger = await makeStaff(slug, 'none')
  await expect(get(stranger.cookie)).rejects.toMatchObject({ status: 404 })
})

test('a corrected result revokes what it took and keeps the number of what it left', async () => {
  const { slug, all, finalist, second } = await awarded()
  const before = await all()
  const out = await takeOut({
    eventId: slug,
    stageId: 'final',
    entryId: finalist.id,
    leaving: 'disqualified',
    version: 1,
    reason: { zh: '抄袭', en: 'Copied' },
    byId: 'office',
    now: new Date(),
  })
  expect(out).toMatchObject({ ok: true })
  for (const { number } of before) expect((await check(number)).revoked).toBe(true)
  const after = (await all()).filter(({ revokedAt }) => revokedAt === null)
  expect(after).toMatchObject([{ entryId: second.id, awardId: 'gold' }])
  expect(await check(after[0]?.number ?? '')).toMatchObject({ award: { en: 'Gold' }, revoked: false })
})
