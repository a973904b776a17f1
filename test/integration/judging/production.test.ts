import { Readable } from 'node:stream'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { openStage } from '~/domain/judging/open-stage.server'
import { answerMaking } from '~/domain/judging/production/answer-making.server'
import { drawLabels } from '~/domain/judging/production/draw-labels.server'
import { fillPlace } from '~/domain/judging/production/fill-place.server'
import { listBoards } from '~/domain/judging/production/list-boards.server'
import { movePiece } from '~/domain/judging/production/move-piece.server'
import { askedToMake, deskOf, labelled, listedPieces, makingBoard, piecePhoto } from '~/domain/judging/production/queries.server'
import { tellResults } from '~/domain/judging/tell-results.server'
import { worksInStage } from '~/domain/judging/works-in-stage.server'
import { invariant } from '~/invariant'
import { loader as labelPage } from '~/routes/site/label'
import { storage } from '~/gateways/storage.server'
import { sweepPhotos } from '~/domain/judging/production/sweep-photos.server'
import { makePerson } from '#test/support/factories'
import { ledgerOf } from '#test/support/final'
import { cookieOf, makeJudge, makePanel } from '#test/support/panel'
import { pdfText } from '#test/support/pdf-text'
import { judgedCup } from '#test/support/published-cup'

/** The cup with its preliminary result public: one place and one alternate in each group. */
async function publishedCup() {
  const cup = await judgedCup()
  await cup.publish()
  const stage = await db.stage.findUniqueOrThrow({ where: { eventId_id: { eventId: cup.slug, id: 'production' } } })
  return {
    ...cup,
    before: new Date((stage.closesAt ?? new Date()).getTime() - 3_600_000),
    after: new Date((stage.closesAt ?? new Date()).getTime() + 1),
  }
}

type Cup = Awaited<ReturnType<typeof publishedCup>>
type Work = Cup['finalist']

const answer = (
  cup: Cup,
  work: Work,
  given: 'withdrawn' | { garments: number; swatches: number },
  more: { staff?: boolean; personId?: string; now?: Date } = {},
) =>
  answerMaking({
    editor: { personId: more.personId ?? work.personId, ...(more.staff ? { staff: true } : {}) },
    eventId: cup.slug,
    stageId: 'production',
    entryId: work.id,
    answer: given === 'withdrawn' ? given : { confirmed: given },
    now: more.now ?? cup.before,
  })

const inFinal = async ({ slug }: Cup) =>
  (await db.entry.findMany({ where: await worksInStage(db, slug, 'final'), select: { id: true } })).map(({ id }) => id).sort()

const move = (
  cup: Cup,
  label: string,
  to: 'received' | 'on_rack' | 'on_runway' | 'returned' | 'expected',
  more: { condition?: string; photo?: Buffer } = {},
) => movePiece({ eventId: cup.slug, stageId: 'production', label, to, condition: '', photo: null, byId: 'clerk', now: new Date(), ...more })

test('a finalist confirms how many pieces come; each gets a label, and changing the number keeps the labels that were printed', async () => {
  const cup = await publishedCup()
  expect(await askedToMake(cup.slug, cup.finalist.id)).toMatchObject({ stageId: 'production', answer: null, settled: false })
  expect(await answer(cup, cup.finalist, { garments: 2, swatches: 1 })).toMatchObject({ ok: true })
  const first = await listedPieces(cup.slug, 'production')
  expect(first.map(({ kind, number }) => `${kind}${number}`)).toEqual(['swatch1', 'garment1', 'garment2'])
  await answer(cup, cup.finalist, { garments: 3, swatches: 0 })
  const second = await listedPieces(cup.slug, 'production')
  expect(second.map(({ kind, number }) => `${kind}${number}`)).toEqual(['garment1', 'garment2', 'garment3'])
  expect(second.slice(0, 2).map(({ token }) => token)).toEqual(first.slice(1).map(({ token }) => token))
  expect(await ledgerOf(cup.slug, 'production.')).toMatchObject([{ action: 'production.confirmed', garments: 2 }, { garments: 3 }])
})

test('only the owner of a work with a place answers, in time, with a number that can be; the office may answer later', async () => {
  const cup = await publishedCup()
  const two = { garments: 2, swatches: 0 }
  expect(await answer(cup, cup.finalist, two, { personId: cup.alternate.personId })).toMatchObject({ reason: 'not-found' })
  expect(await answer(cup, cup.alternate, two)).toMatchObject({ reason: 'no-place' })
  expect(await answer(cup, cup.unselected, 'withdrawn')).toMatchObject({ reason: 'no-place' })
  expect(await answer(cup, cup.finalist, { garments: 0, swatches: 0 })).toMatchObject({ reason: 'no-pieces' })
  expect(await answer(cup, cup.finalist, { garments: 21, swatches: 0 })).toMatchObject({ reason: 'no-pieces' })
  expect(await answer(cup, cup.finalist, { garments: -1, swatches: 2 })).toMatchObject({ reason: 'no-pieces' })
  expect(await answer(cup, cup.finalist, two, { now: cup.after })).toMatchObject({ reason: 'too-late' })
  expect(await answer(cup, cup.finalist, two, { now: cup.after, staff: true, personId: 'office' })).toMatchObject({ ok: true })
  expect(
    await answerMaking({
      editor: { personId: cup.finalist.personId },
      eventId: cup.slug,
      stageId: 'final',
      entryId: cup.finalist.id,
      answer: 'withdrawn',
      now: cup.before,
    }),
  ).toMatchObject({ reason: 'not-found' })
  expect(await askedToMake(cup.slug, cup.unselected.id)).toBeNull()
})

test('before the result is public nobody has a place', async () => {
  const cup = await judgedCup()
  expect(
    await answerMaking({
      editor: { personId: cup.finalist.personId },
      eventId: cup.slug,
      stageId: 'production',
      entryId: cup.finalist.id,
      answer: 'withdrawn',
      now: new Date(),
    }),
  ).toMatchObject({ reason: 'no-place' })
  expect(await makingBoard(cup.slug, 'production')).toMatchObject({ works: [] })
})

test('a finalist that withdraws is replaced by the next alternate by rank: in the next version, in the final, by mail and in the ledger', async () => {
  const cup = await publishedCup()
  expect(await inFinal(cup)).toEqual([cup.finalist.id, cup.otherFinalist.id].sort())
  await answer(cup, cup.finalist, { garments: 1, swatches: 0 })
  expect(await answer(cup, cup.finalist, 'withdrawn')).toMatchObject({ ok: true, value: { filled: true } })
  expect(await inFinal(cup)).toEqual([cup.alternate.id, cup.otherFinalist.id].sort())
  const { publishedVersion } = await db.stage.findUniqueOrThrow({ where: { eventId_id: { eventId: cup.slug, id: 'preliminary' } } })
  expect(publishedVersion).toBe(2)
  expect(await ledgerOf(cup.slug, 'production.withdrawn')).toMatchObject([{ entry: cup.finalist.id, version: 2 }])
  expect(await ledgerOf(cup.slug, 'results.corrected')).toMatchObject([{ version: 2, leaving: 'withdrawn', by: cup.finalist.personId }])
  // its pieces are not waited for any more
  expect(await listedPieces(cup.slug, 'production')).toEqual([])
  await tellResults({ eventId: cup.slug, stageId: 'preliminary', version: 2 })
  const told = async (personId: string) =>
    (await db.notice.findMany({ where: { eventId: cup.slug, personId }, orderBy: { createdAt: 'asc' } })).map(({ template }) => template)
  expect(await told(cup.alternate.personId)).toContain('result-finalist')
  expect(await told(cup.finalist.personId)).toContain('message')
  // the one who moved up is asked now, and may withdraw in turn; whoever has left cannot come back
  expect(await answer(cup, cup.alternate, { garments: 1, swatches: 0 })).toMatchObject({ ok: true })
  expect(await answer(cup, cup.finalist, 'withdrawn')).toMatchObject({ ok: true })
  expect(await answer(cup, cup.finalist, { garments: 1, swatches: 0 })).toMatchObject({ reason: 'already-withdrawn' })
  expect(await ledgerOf(cup.slug, 'production.withdrawn')).toHaveLength(1)
})

test('once the final is open places are settled', async () => {
  const cup = await publishedCup()
  await db.stage.update({
    where: { eventId_id: { eventId: cup.slug, id: 'final' } },
    data: { state: 'open', frozenAt: new Date(), rulebookHash: 'x' },
  })
  expect(await answer(cup, cup.finalist, 'withdrawn')).toMatchObject({ reason: 'settled' })
  expect(await answer(cup, cup.finalist, { garments: 1, swatches: 0 })).toMatchObject({ reason: 'settled' })
  expect(await askedToMake(cup.slug, cup.finalist.id)).toMatchObject({ settled: true })
})

test('where alternates share the rank nobody moves up until people choose, and the choice is one that parts them', async () => {
  const cup = await publishedCup()
  // the third of the group shares the alternate’s rank and total, and the result says so
  const rows = await db.resultRow.findMany({ where: { eventId: cup.slug, stageId: 'preliminary', version: 1 } })
  const alternate = rows.find(({ entryId }) => entryId === cup.alternate.id)
  invariant(alternate, 'the alternate has a row')
  const { eventId, stageId } = alternate
  await db.publication.create({
    data: { eventId, stageId, version: 2, byId: 'office', rulebookHash: 'x', ledgerRows: 0, ledgerHead: 'x', publishedAt: new Date() },
  })
  await db.resultRow.createMany({
    data: rows.map((row) => ({
      ...row,
      version: 2,
      ...(row.entryId === cup.unselected.id ? { rank: alternate.rank, standing: 'alternate' as const } : {}),
    })),
  })
  await db.stage.update({ where: { eventId_id: { eventId, id: stageId } }, data: { publishedVersion: 2 } })

  expect(await answer(cup, cup.finalist, 'withdrawn')).toMatchObject({ ok: true, value: { filled: false } })
  expect((await makingBoard(cup.slug, 'production'))?.works.find(({ entry }) => entry === cup.finalist.id)).toMatchObject({
    answer: 'withdrawn',
    open: true,
  })
  // the final cannot begin with a place that nobody has
  await makeJudge(cup.slug, 'final', 0)
  expect(await openStage({ eventId: cup.slug, stageId: 'final', byId: 'office', now: new Date() })).toMatchObject({ reason: 'places-open' })
  const fill = (chosenId: string) =>
    fillPlace({ eventId: cup.slug, stageId: 'production', entryId: cup.finalist.id, chosenId, byId: 'office', now: new Date() })
  expect(await fill(cup.otherFinalist.id)).toMatchObject({ reason: 'tied-at-cut' })
  expect(await fill(cup.unselected.id)).toMatchObject({ ok: true, value: { version: 3 } })
  expect(await inFinal(cup)).toEqual([cup.unselected.id, cup.otherFinalist.id].sort())
  expect(await fill(cup.alternate.id)).toMatchObject({ reason: 'nothing-to-fill' })
  expect(await ledgerOf(cup.slug, 'results.corrected')).toMatchObject([{ ahead: [cup.unselected.id] }])
})

test('a piece goes from parcel to rack to runway and home; every scan is on record, a repeat is not', async () => {
  const cup = await publishedCup()
  await answer(cup, cup.finalist, { garments: 2, swatches: 0 })
  const [piece] = await listedPieces(cup.slug, 'production')
  invariant(piece, 'a piece')
  const url = `https://cup.example/e/${cup.slug}/label/${piece.token}#${piece.code}`
  for (const to of ['received', 'on_rack', 'on_runway', 'on_rack', 'returned'] as const)
    expect(await move(cup, url, to)).toMatchObject({ ok: true, value: { state: to } })
  expect(await move(cup, `${piece.code}-g1`, 'returned')).toMatchObject({ ok: true })
  expect((await ledgerOf(cup.slug, 'piece.moved')).map(({ from, to }) => `${String(from)} ${String(to)}`)).toEqual([
    'expected received',
    'received on_rack',
    'on_rack on_runway',
    'on_runway on_rack',
    'on_rack returned',
  ])
  expect(await move(cup, url, 'on_runway')).toMatchObject({ reason: 'not-from-there' })
  expect(await move(cup, `${piece.code}-G2`, 'on_rack')).toMatchObject({ reason: 'not-from-there' })
  expect(await move(cup, `${piece.code}-G3`, 'received')).toMatchObject({ reason: 'unknown-piece' })
  expect(await move(cup, piece.code, 'received')).toMatchObject({ reason: 'unknown-piece' })
  expect(await move(cup, 'nothing at all', 'received')).toMatchObject({ reason: 'not-a-label' })
  expect(await answer(cup, cup.finalist, { garments: 0, swatches: 1 })).toMatchObject({ reason: 'already-here' })
})

test('a condition and a photo are kept with the scan, the photo without its metadata; what is no photo is refused', async () => {
  const cup = await publishedCup()
  await answer(cup, cup.finalist, { garments: 1, swatches: 0 })
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#884422' } })
    .withExif({ IFD0: { Copyright: '林知夏' } })
    .jpeg()
    .toBuffer()
  const code = cup.finalist.code
  expect(await move(cup, code, 'received', { condition: '左袖口有线头', photo })).toMatchObject({ ok: true })
  const [piece] = await listedPieces(cup.slug, 'production')
  expect(piece?.last).toMatchObject({ condition: '左袖口有线头' })
  const stream = await piecePhoto(cup.slug, 'production', piece?.last?.photo ?? '')
  invariant(stream, 'the photo is kept')
  const bytes = Buffer.concat(await stream.toArray())
  expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  expect(await piecePhoto('another-event', 'production', piece?.last?.photo ?? '')).toBeNull()
  expect(await move(cup, code, 'on_rack', { photo: Buffer.from('no picture') })).toMatchObject({ reason: 'broken-photo' })
  // the sweep keeps what a scan points at, and nothing else
  const orphan = `pieces/${cup.slug}/orphan.webp`
  await storage().put(orphan, Readable.from([Buffer.from('x')]), { bytes: 1, mime: 'image/webp' })
  await sweepPhotos()
  const keys = async () => {
    const found = []
    for await (const { key } of storage().list(`pieces/${cup.slug}/`)) found.push(key)
    return found
  }
  expect(await keys()).toContain(orphan)
  await sweepPhotos(new Date(Date.now() + 3 * 3_600_000))
  expect(await keys()).toHaveLength(1)
  expect(await keys()).not.toContain(orphan)
  expect(JSON.stringify(await ledgerOf(cup.slug, 'piece.'))).not.toContain('线头')
})

test('a label says code, kind and number, and leads to a page that knows no more', async () => {
  const cup = await publishedCup()
  await answer(cup, cup.finalist, { garments: 2, swatches: 0 })
  const text = await pdfText(await drawLabels(cup.slug, 'production', null))
  expect(text).toContain(cup.finalist.code)
  expect(text).toContain('2 / 2')
  expect(text).not.toContain(cup.finalist.name)
  const [piece] = await listedPieces(cup.slug, 'production')
  expect(Object.keys((await labelled(cup.slug, piece?.token ?? '')) ?? {}).sort()).toEqual([
    'code',
    'entryId',
    'kind',
    'number',
    'stageId',
    'state',
    'token',
  ])
  expect(await labelled('another-event', piece?.token ?? '')).toBeNull()
  expect(await drawLabels(cup.slug, 'final', null)).toBeNull()
})

test('a label opens the desk for a judge, the scan screen for staff, and the code alone for anybody else', async () => {
  const panel = await makePanel({ works: 1, judges: 1 })
  const { eventId, stageId, judge } = panel
  await listBoards({ eventId, stageId, byId: 'office' })
  const [board] = await listedPieces(eventId, stageId)
  invariant(board, 'a board')
  const open = async (cookie = '') => {
    const address = `http://127.0.0.1/e/${eventId}/label/${board.token}`
    try {
      return await labelPage({
        request: new Request(address, { headers: { Cookie: cookie } }),
        params: { slug: eventId, token: board.token },
        context: {},
      })
    } catch (thrown) {
      return thrown instanceof Response ? thrown.headers.get('Location') : thrown
    }
  }
  expect(await open(await cookieOf(judge.personId))).toBe(`/judge/${eventId}/${stageId}/desk?work=${board.code}`)
  const clerk = await makePerson()
  await db.eventRole.create({ data: { eventId, personId: clerk.id, role: 'clerk' } })
  expect(await open(await cookieOf(clerk.id))).toBe(`/console/${eventId}/stages/${stageId}/scan?label=${board.token}`)
  const shown = await open()
  expect(shown).toMatchObject({ code: board.code, state: 'expected', due: 'received' })
  for (const { name } of panel.works) expect(JSON.stringify(shown)).not.toContain(name)
})

test('boards of a stage judged on site get a label each, which leads that stage’s judges to the work and nobody who stands aside', async () => {
  const panel = await makePanel({ works: 2, judges: 2 })
  const { eventId, stageId } = panel
  expect(await listBoards({ eventId, stageId, byId: 'office' })).toMatchObject({ ok: true, value: { listed: 2 } })
  expect(await listBoards({ eventId, stageId, byId: 'office' })).toMatchObject({ ok: true, value: { listed: 0 } })
  expect(await listBoards({ eventId, stageId: 'nowhere', byId: 'office' })).toMatchObject({ reason: 'unknown-stage' })
  const [work] = panel.works
  invariant(work, 'a work')
  expect(await deskOf(eventId, panel.judge.personId, work.id)).toBe(stageId)
  await db.recusal.create({ data: { eventId, stageId, seatId: panel.judge.seatId, entryId: work.id, origin: 'declared' } })
  expect(await deskOf(eventId, panel.judge.personId, work.id)).toBeNull()
  const undeclared = await makeJudge(eventId, stageId, 5, false)
  expect(await deskOf(eventId, undeclared.personId, work.id)).toBeNull()
  expect(
    await listBoards({ eventId: (await makePanel({ works: 0, judges: 1, open: false })).eventId, stageId, byId: 'office' }),
  ).toMatchObject({ reason: 'no-works' })
})
