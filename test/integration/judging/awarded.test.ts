import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { ownResults } from '~/domain/judging/publication/own-results.server'
import { tellResults } from '~/domain/judging/tell-results.server'
import { finalists } from '~/domain/talent/finalists.server'
import { applied, cup } from '#test/support/cup'
import { makeWork } from '#test/support/panel'
import { publishRows } from '#test/support/publish-rows'

const { slug, source } = cup()
let works: { id: string }[] = []

// three ranked works of one group: one place, one in reserve, one with neither; the file awards two of them
beforeAll(async () => {
  const awards = `  awards:
    - { id: gold, name: { zh: 金奖, en: Gold }, count: 1, per: group }
    - { id: silver, name: { zh: 银奖, en: Silver }, count: 1, per: group }
`
  await applied(source.replace(/\n {2}awards:\n(?: {4}.*\n|\n)*/, `\n${awards}`))
  works = await Promise.all([0, 2, 4].map((n) => makeWork(slug, n)))
  const row = { category: 'academic', group: 'academic', track: null, judges: 1 }
  await publishRows(
    slug,
    'preliminary',
    works.map(({ id }, n) => ({ ...row, entry: id, rank: n + 1, total: String(90 - n), standing: 'place' as const })),
  )
  await publishRows(
    slug,
    'final',
    works.map(({ id }, n) => ({
      ...row,
      entry: id,
      rank: n + 1,
      total: String(90 - n),
      standing: n === 0 ? ('place' as const) : ('none' as const),
    })),
  )
})

test('who won an award is told so, also where the final names fewer places than awards', async () => {
  await tellResults({ eventId: slug, stageId: 'final', version: 1 })
  const told = await db.notice.findMany({ where: { eventId: slug }, orderBy: { createdAt: 'asc' }, select: { template: true, text: true } })
  expect(told.map(({ template }) => template).sort()).toEqual(['result-final', 'result-final', 'result-none'])
  expect(told.filter(({ text }) => /银奖|Silver/.test(text))).toHaveLength(1)
})

test('the owner of a work reads its latest published result with its awards', async () => {
  const results = await ownResults(works.map(({ id }) => ({ eventId: slug, entryId: id })))
  expect(works.map(({ id }) => results.get(id))).toMatchObject([
    { standing: 'place', final: true, awards: [{ zh: '金奖' }] },
    { standing: 'none', final: true, awards: [{ zh: '银奖' }] },
    { standing: 'none', final: true, awards: [] },
  ])
  expect(await ownResults([])).toEqual(new Map())
  expect(await ownResults([{ eventId: 'another', entryId: works[0]?.id ?? '' }])).toEqual(new Map())
})

test('the list for the talent pool holds places and awards', async () => {
  const listed = await finalists(db, slug, 'final')
  expect(listed.map(({ entryId }) => entryId)).toEqual(works.slice(0, 2).map(({ id }) => id))
})
