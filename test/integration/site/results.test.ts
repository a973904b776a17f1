import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { loader as loadGallery } from '~/routes/site/gallery'
import { loader as loadResults } from '~/routes/site/results'
import { loader as loadWork } from '~/routes/site/work'
import { loader as loadPicture } from '~/routes/site/work-picture'
import { publishRows } from '#test/support/publish-rows'
import { judgedCup } from '#test/support/published-cup'

beforeAll(() => {
  // what a process of the application has from its launcher
  for (const name of ['SESSION_SECRET', 'CODE_SECRET']) process.env[name] ??= 'for-tests-only-'.repeat(3)
  process.env.SEAL_KEY ??= `${'A'.repeat(43)}=`
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
})

type Loader = typeof loadResults | typeof loadGallery | typeof loadWork | typeof loadPicture

const get = (loader: Loader, path: string, params: Record<string, string>) =>
  loader({ request: new Request(`http://127.0.0.1:3000${path}`), params, context: {} })

const results = (slug: string, lang = '') => get(loadResults, `${lang}/e/${slug}/results`, { slug }) as ReturnType<typeof loadResults>
const gallery = (slug: string, query = '') => get(loadGallery, `/e/${slug}/gallery${query}`, { slug }) as ReturnType<typeof loadGallery>
const work = (slug: string, code: string) => get(loadWork, `/e/${slug}/works/${code}`, { slug, code }) as ReturnType<typeof loadWork>
const picture = (slug: string, code: string, name: string) =>
  get(loadPicture, `/e/${slug}/works/${code}/${name}`, { slug, code, picture: name }) as ReturnType<typeof loadPicture>

const notThere = (answer: Promise<unknown>) => expect(answer).rejects.toMatchObject({ status: 404 })

/** Everything that says whose works these are. */
async function tellingWords(slug: string): Promise<string[]> {
  const entries = await db.entry.findMany({
    where: { eventId: slug },
    select: { code: true, number: true, title: true, authors: true, files: true },
  })
  return entries.flatMap(({ code, number, title, authors, files }) => [
    ...[code, number, title].flatMap((text) => text ?? []),
    ...authors.flatMap((author) => [author.name, author.organisation, author.email ?? '']).filter(Boolean),
    ...files.flatMap((file) => [file.id, file.originalName]),
  ])
}

test('until publication neither page holds a name, a school, a code, a title or a file, in either language', async () => {
  const { slug, finalist } = await judgedCup()
  const answers = await Promise.all([results(slug), results(slug, '/en'), gallery(slug)])
  const sent = JSON.stringify(answers)
  const words = await tellingWords(slug)
  expect(words.length).toBeGreaterThan(30)
  expect(words.filter((word) => sent.includes(word))).toEqual([])
  expect(answers[0]).toMatchObject({ stages: [], next: { at: 'start', start: expect.any(Date) as Date } })
  await notThere(work(slug, finalist.code))
  await notThere(picture(slug, finalist.code, 'board-1-thumb.webp'))
})

test('published results name the selected, with rank and score; the others and their authors are nowhere', async () => {
  const { slug, stageId, finalist, alternate, unselected, publish } = await judgedCup()
  await publish()
  const { stages } = await results(slug)
  expect(stages).toMatchObject([{ id: stageId, judged: 6, final: false, rulebookHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string }])
  expect(stages[0]?.rows.map(({ category, rank, standing, total }) => [category, rank, standing, total])).toEqual([
    ['academic', 1, 'place', '90.00'],
    ['academic', 2, 'alternate', '70.00'],
    ['professional', 1, 'place', '80.00'],
    ['professional', 2, 'alternate', '60.00'],
  ])
  const sent = JSON.stringify(await Promise.all([results(slug), gallery(slug), work(slug, finalist.code)]))
  expect(sent).toContain(finalist.name)
  expect(sent).toContain(alternate.name)
  expect(sent).not.toContain(unselected.name)
  expect(sent).not.toContain(unselected.code)
  expect(sent).not.toContain('studio-')
  expect(sent).not.toContain('效果图_终稿')
  expect(sent).not.toContain('13900001111')
})

test('a work that was not selected, and a code that is none, are not found, nor are their pictures', async () => {
  const { slug, unselected, finalist, publish } = await judgedCup()
  await publish()
  await notThere(work(slug, unselected.code))
  await notThere(picture(slug, unselected.code, 'board-1-view.webp'))
  await notThere(work(slug, 'K-9999'))
  await notThere(picture(slug, finalist.code, 'board-2-view.webp'))
  await notThere(picture(slug, finalist.code, 'board-1-original.webp'))
})

test('pictures of a selected work are served in every size and may be kept', async () => {
  const { slug, finalist, publish } = await judgedCup()
  await publish()
  for (const size of ['thumb', 'sheet', 'view', 'detail']) {
    const answer = await picture(slug, finalist.code, `board-1-${size}.webp`)
    expect(answer.headers.get('Content-Type')).toBe('image/webp')
    expect(answer.headers.get('Cache-Control')).toContain('public')
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(8, 12)
        .toString(),
    ).toBe('WEBP')
  }
})

test('the gallery hangs finalists, by group and track, with no alternate among them; a wrong filter shows all', async () => {
  const { slug, finalist, otherFinalist, publish } = await judgedCup()
  await publish()
  const codes = async (query?: string) => (await gallery(slug, query)).works.map(({ code }) => code)
  expect(await codes()).toEqual([finalist.code, otherFinalist.code])
  expect(await codes('?group=professional')).toEqual([otherFinalist.code])
  expect(await codes('?group=nobody&page=99')).toEqual([finalist.code, otherFinalist.code])
  expect(await codes('?track=craft')).toEqual([])
})

test('a work leads to its neighbours in the order of the results, alternates included', async () => {
  const { slug, finalist, alternate, otherFinalist, publish } = await judgedCup()
  await publish()
  expect(await work(slug, finalist.code)).toMatchObject({ previous: null, next: { code: alternate.code } })
  expect(await work(slug, alternate.code)).toMatchObject({
    previous: { code: finalist.code },
    next: { code: otherFinalist.code },
    standings: [{ standing: 'alternate', rank: 2, award: null }],
  })
})

test('of a draft nothing is there: not the results, not the gallery, not a work or its picture', async () => {
  const { slug, finalist, publish } = await judgedCup()
  await publish()
  await db.event.update({ where: { id: slug }, data: { status: 'draft' } })
  await notThere(results(slug))
  await notThere(gallery(slug))
  await notThere(work(slug, finalist.code))
  await notThere(picture(slug, finalist.code, 'board-1-thumb.webp'))
})

test('a final lists all its finalists, with what the ranking earned them', async () => {
  const { slug, finalist, unselected, works, publish } = await judgedCup()
  await publish()
  const last = works[1]
  await publishRows(
    slug,
    'final',
    [finalist, ...(last ? [last] : []), unselected].map(({ id }, n) => ({
      entry: id,
      category: n === 1 ? 'professional' : 'academic',
      group: n === 1 ? 'professional' : 'academic',
      track: null,
      rank: n === 2 ? 2 : 1,
      total: '80.00',
      judges: 7,
      standing: 'none',
    })),
  )
  const { stages, next } = await results(slug)
  expect(next).toBeNull()
  // the work that no earlier stage had selected stays out although it has a rank
  expect(stages[0]?.rows.map(({ code, award }) => [code, award?.en])).toEqual([
    [finalist.code, 'Gold'],
    [last?.code, 'Gold'],
  ])
})
