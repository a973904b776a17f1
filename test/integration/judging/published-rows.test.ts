import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { judgedCup } from '#test/support/published-cup'

let slug = ''
let unselected = ''
beforeAll(async () => {
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
  const cup = await judgedCup()
  await cup.publish()
  slug = cup.slug
  unselected = cup.unselected.id
})

const kept = /kept as they were written|published and complete|corrected by a new version|foreign key/i

test.each([
  ['a rank is changed', () => db.$executeRaw`update "ResultRow" set "rank" = 1 where "eventId" = ${slug} and "rank" = 2`],
  ['a work is taken out', () => db.$executeRaw`delete from "ResultRow" where "eventId" = ${slug} and "rank" = 1`],
  [
    'a work is put in',
    () =>
      db.$executeRaw`insert into "ResultRow" ("eventId", "stageId", "version", "entryId", "category", "judges") select "eventId", 'preliminary', 1, 'another', 'academic', 1 from "ResultRow" where "eventId" = ${slug} limit 1`,
  ],
  ['the reason or the chain’s head is changed', () => db.$executeRaw`update "Publication" set "ledgerHead" = '' where "eventId" = ${slug}`],
  ['a version is removed', () => db.$executeRaw`delete from "Publication" where "eventId" = ${slug}`],
  [
    'an award is put in',
    () =>
      db.$executeRaw`insert into "Award" ("eventId", "stageId", "version", "entryId", "awardId", "tier", "nameZh", "nameEn", "recipients") values (${slug}, 'preliminary', 1, ${unselected}, 'gold', 0, '金奖', 'Gold', 'author')`,
  ],
  [
    'the result is made unpublished',
    () => db.$executeRaw`update "Stage" set "publishedVersion" = null where "eventId" = ${slug} and "id" = 'preliminary'`,
  ],
  [
    'a version that does not exist comes into force',
    () => db.$executeRaw`update "Stage" set "publishedVersion" = 2 where "eventId" = ${slug} and "id" = 'preliminary'`,
  ],
])('a published result stays when %s', async (_, tamper) => {
  const before = await db.resultRow.findMany({ where: { eventId: slug }, orderBy: { entryId: 'asc' } })
  expect(before).toHaveLength(6)
  await expect(tamper()).rejects.toThrow(kept)
  expect(await db.resultRow.findMany({ where: { eventId: slug }, orderBy: { entryId: 'asc' } })).toEqual(before)
})
