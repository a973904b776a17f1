import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { anonymousWorks } from '~/domain/judging/anonymous-work.server'
import { closeStage } from '~/domain/judging/close-stage.server'
import { ownMarks, seatProgress } from '~/domain/judging/own-marks.server'
import { resultsPackageFiles } from '~/domain/judging/package/results-package-files.server'
import { publishResults } from '~/domain/judging/publish-results.server'
import { stageRanking } from '~/domain/judging/ranking.server'
import { recomputeFolder } from '~/domain/judging/recompute-folder.server'
import { recuseFromWork } from '~/domain/judging/recuse-from-work.server'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { seatOf } from '~/domain/judging/seats.server'
import { signSheet } from '~/domain/judging/sign-sheet.server'
import { stageProgress } from '~/domain/judging/stage-progress.server'
import { decideTie } from '~/domain/judging/ties/decide-tie.server'
import { undoTie } from '~/domain/judging/ties/undo-tie.server'
import { type Choice, VOTE, markOf } from '~/domain/judging/votes/choice'
import { endVoting } from '~/domain/judging/votes/end-voting.server'
import { keepWorks } from '~/domain/judging/votes/keep-works.server'
import { voteRanking } from '~/domain/judging/votes/vote-ranking.server'
import { invariant } from '~/invariant'
import { makePanel, sentMark, testRulebook, type TestJudge } from '#test/support/panel'

const folder = mkdtempSync(join(tmpdir(), 'votes-package-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(() => {
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
})

type Panel = Awaited<ReturnType<typeof makePanel>>
const ballot = { vote: ['in', 'hold', 'out'] as ['in', 'hold', 'out'], keep: 2, alternates: 1, per: 'all' as const }
const letters: Record<string, Choice> = { i: 'in', h: 'hold', o: 'out' }

/** Each judge's votes on the works as letters: `iiho` votes in, in, hold, out. */
async function vote({ eventId, stageId, works }: Panel, { seatId, personId }: TestJudge, given: string) {
  const marks = [...given].flatMap((letter, n) => {
    const choice = letters[letter]
    return choice ? [sentMark(works[n]?.code ?? '', VOTE, markOf(choice))] : []
  })
  return saveMarks({ eventId, stageId, seatId, personId, marks, now: new Date() })
}

const sign = ({ eventId, stageId }: Panel, judge: TestJudge) =>
  signSheet({ eventId, stageId, ...judge, signature: '签名', now: new Date() })
const ids = ({ eventId, stageId }: Panel) => ({ eventId, stageId, byId: 'office', now: new Date() })

async function voted(options: Parameters<typeof makePanel>[0], sheets: string[]) {
  const panel = await makePanel({ ballot, works: sheets[0]?.length ?? 4, ...options, judges: sheets.length })
  for (const [n, judge] of panel.panel.entries()) {
    expect(await vote(panel, judge, sheets[n] ?? '')).toMatchObject({ ok: true })
    expect(await sign(panel, judge)).toMatchObject({ ok: true })
  }
  return panel
}

async function packageOf({ eventId, stageId }: Panel): Promise<string> {
  const files = await resultsPackageFiles({ eventId, stageId, named: false })
  invariant(files, 'the stage is published')
  const here = mkdtempSync(join(folder, 'one-'))
  for await (const { name, body } of files) writeFileSync(join(here, name), body)
  return here
}

test('a stage of votes opens with its ballot hashed, and a vote is saved, changed and repeated like a mark', async () => {
  const panel = await makePanel({ rulebook: null, ballot })
  const { eventId, stageId, judge } = panel
  expect(await db.stage.findFirstOrThrow({ where: { eventId } })).toMatchObject({
    state: 'open',
    rulebookHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  })
  const first = sentMark('K-0001', VOTE, markOf('hold'))
  const send = (marks: ReturnType<typeof sentMark>[]) => saveMarks({ eventId, stageId, ...judge, marks, now: new Date() })
  expect(await send([first])).toMatchObject({ value: [{ status: 'saved' }] })
  expect(await send([first])).toMatchObject({ value: [{ status: 'repeated' }] })
  expect(
    await send([sentMark('K-0001', VOTE, markOf('in')), sentMark('K-0002', VOTE, markOf('out')), sentMark('K-0002', VOTE, null)]),
  ).toMatchObject({ ok: true })
  // an older vote that arrives late does not come back
  expect(await send([{ ...first, markId: crypto.randomUUID() }])).toMatchObject({ value: [{ status: 'superseded' }] })
  expect(await send([sentMark('K-0001', VOTE, '3'), sentMark('K-0001', VOTE, '0.5'), sentMark('K-0001', 'design', '5')])).toMatchObject({
    value: [{ reason: 'out-of-range' }, { reason: 'off-step' }, { reason: 'unknown-criterion' }],
  })
  const rows = await db.ledgerRow.findMany({ where: { eventId, action: { startsWith: 'vote.' } }, orderBy: { id: 'asc' } })
  expect(rows.map(({ action, body }) => [action, (JSON.parse(body) as { value: string | null }).value])).toEqual([
    ['vote.given', 'hold'],
    ['vote.changed', 'in'],
    ['vote.given', 'out'],
    ['vote.cleared', null],
  ])
  const seat = await seatOf(judge.personId, eventId, stageId)
  invariant(seat, 'the judge has a seat')
  expect(await ownMarks(seat)).toEqual({ criteria: [VOTE], marks: { 'K-0001': ['2'] } })
  expect(await seatProgress(seat)).toEqual({ expected: 4, complete: 1 })
})

test('a signed vote cannot change, and only a full one can be signed', async () => {
  const panel = await makePanel({ rulebook: null, ballot, judges: 1 })
  await vote(panel, panel.judge, 'iih')
  expect(await sign(panel, panel.judge)).toMatchObject({ ok: false, reason: 'incomplete', detail: { works: 1 } })
  await vote(panel, panel.judge, '   o')
  expect(await sign(panel, panel.judge)).toMatchObject({ ok: true, value: { works: 4, marks: 4 } })
  expect(await vote(panel, panel.judge, 'o')).toMatchObject({ value: [{ status: 'refused', reason: 'sheet-locked' }] })
})

test('a vote is ranked, a tie at the line decided, published, and recomputed from its package', async () => {
  const panel = await voted({ rulebook: null }, ['iihoo', 'ihioo', 'iooho'])
  const { eventId, stageId, works, judge } = panel
  const [, second, third] = works
  expect(
    (await voteRanking(eventId, stageId)).works.map(({ code, rank, counts, standing }) => [
      code,
      rank,
      counts.in,
      counts.hold,
      counts.out,
      standing,
    ]),
  ).toEqual([
    ['K-0001', 1, 3, 0, 0, 'place'],
    ...[second, third].sort((a, b) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1)).map((work) => [work?.code, 2, 1, 1, 1, 'tied-at-cut']),
    ['K-0004', 4, 0, 1, 2, 'none'],
    ['K-0005', 5, 0, 0, 3, 'none'],
  ])
  expect(await publishResults(ids(panel))).toMatchObject({ ok: false, reason: 'not-closed' })
  expect(await closeStage(ids(panel))).toMatchObject({ ok: true })
  expect(await publishResults(ids(panel))).toMatchObject({ ok: false, reason: 'ties-undecided', detail: { works: 2 } })
  const places = new Map([
    [third?.id ?? '', '1'],
    [second?.id ?? '', '2'],
  ])
  expect(await decideTie({ ...ids(panel), category: 'all', rank: 2, places, seatId: judge.seatId, reason: '合议' })).toMatchObject({
    ok: true,
  })
  expect(await publishResults(ids(panel))).toMatchObject({ ok: true, value: { places: 2, alternates: 1, works: 5 } })
  const rows = await db.resultRow.findMany({
    where: { eventId, stageId },
    orderBy: { rank: 'asc' },
    include: { entry: { select: { code: true } } },
  })
  expect(rows.map(({ entry, rank, total, standing, ins, holds, outs }) => [entry.code, rank, total, standing, ins, holds, outs])).toEqual([
    ['K-0001', 1, null, 'place', 3, 0, 0],
    ['K-0003', 2, null, 'place', 1, 1, 1],
    ['K-0002', 3, null, 'alternate', 1, 1, 1],
    ['K-0004', 4, null, 'none', 0, 1, 2],
    ['K-0005', 5, null, 'none', 0, 0, 3],
  ])
  const again = await recomputeFolder(await packageOf(panel))
  invariant(again.ok, JSON.stringify(again))
  expect(again.output.results.map(({ entry, rank, standing, votes }) => [entry, rank, standing, votes?.in])).toEqual(
    rows.map(({ entry, rank, standing, ins }) => [entry.code, rank, standing, ins]),
  )
  expect(again.output.rulebookHash).toBe((await db.stage.findFirstOrThrow({ where: { eventId } })).rulebookHash)
})

test('a package whose votes were tampered with says where, or counts otherwise', async () => {
  const panel = await voted({ rulebook: null, works: 3 }, ['iho', 'iho'])
  await closeStage(ids(panel))
  await publishResults(ids(panel))
  const here = await packageOf(panel)
  writeFileSync(join(here, 'votes.csv'), 'entry,judge,vote\r\nK-0001,J1,yes\r\nK-0009,J1,in\r\nK-0001,J2,in\r\nK-0001,J2,out\r\n')
  expect(await recomputeFolder(here)).toEqual({
    ok: false,
    problems: [
      'votes.csv:2: “yes” is no vote; it is one of in, hold, out',
      'votes.csv:3: K-0009 is not in entries.csv',
      'votes.csv:5: J2 already voted on K-0001 in line 4',
    ],
  })
  rmSync(join(here, 'votes.csv'))
  expect(await recomputeFolder(here)).toMatchObject({ ok: false, problems: [expect.stringContaining('votes.csv: there is no such file')] })
})

test('votes of a judge who stands aside count nowhere', async () => {
  const panel = await makePanel({ rulebook: null, ballot, judges: 2, works: 3 })
  const { eventId, stageId, judge } = panel
  await vote(panel, judge, 'iii')
  await recuseFromWork({ eventId, stageId, ...judge, code: 'K-0002', reason: '' })
  const { works } = await voteRanking(eventId, stageId)
  expect(works.find(({ code }) => code === 'K-0002')).toMatchObject({ rank: null, counts: { in: 0 }, recused: [judge.seatId] })
})

const first = { vote: ['in', 'hold', 'out'] as ['in', 'hold', 'out'], keep: 2, per: 'all' as const }
const marked = { ...testRulebook, quota: { places: 1, alternates: 1, per: 'all' as const } }

test('a first pass keeps works by vote, and only those are marked; the others stand last with their votes', async () => {
  const panel = await voted({ ballot: first, rulebook: marked }, ['iiho', 'ihio', 'iiho'])
  const { eventId, stageId, judge, works } = panel
  const mark = (code: string, value: string, criterion = 'design') =>
    saveMarks({ eventId, stageId, ...judge, marks: [sentMark(code, criterion, value)], now: new Date() })
  expect(await closeStage(ids(panel))).toMatchObject({ ok: false, reason: 'first-pass-runs' })
  expect(await keepWorks(ids(panel))).toMatchObject({ ok: false, reason: 'voting-runs' })
  expect(await endVoting(ids(panel))).toMatchObject({ ok: true })
  expect(await endVoting(ids(panel))).toMatchObject({ ok: true })
  expect(await vote(panel, judge, 'o')).toMatchObject({ value: [{ reason: 'stage-not-open' }] })
  expect(await sign(panel, judge)).toMatchObject({ ok: true })
  expect(await keepWorks(ids(panel))).toMatchObject({ ok: true, value: { kept: 2 } })
  expect(await keepWorks(ids(panel))).toMatchObject({ ok: true, value: { kept: 2 } })
  expect(await db.voteSheet.count({ where: { eventId } })).toBe(3)
  const seat = await seatOf(judge.personId, eventId, stageId)
  invariant(seat, 'the judge has a seat')
  expect(seat.lockedAt).toBeNull()
  expect(
    (await anonymousWorks({ eventId, stageId, seatId: judge.seatId }, { skip: 0, take: 10 })).works.map(({ code }) => code).sort(),
  ).toEqual(['K-0001', 'K-0002'])
  expect(await seatProgress(seat)).toEqual({ expected: 2, complete: 0 })
  expect(await mark('K-0004', '5')).toMatchObject({ value: [{ reason: 'unknown-work' }] })
  expect(await mark('K-0001', '1', VOTE)).toMatchObject({ value: [{ reason: 'unknown-criterion' }] })
  for (const [n, one] of panel.panel.entries()) {
    const marks = ['K-0001', 'K-0002'].flatMap((code, w) =>
      ['design', 'craft', 'colour'].map((criterion) => sentMark(code, criterion, String(6 + w + n / 2))),
    )
    expect(await saveMarks({ eventId, stageId, ...one, marks, now: new Date() })).toMatchObject({ ok: true })
    expect(await sign(panel, one)).toMatchObject({ ok: true, value: { works: 2, marks: 6 } })
  }
  const progress = await stageProgress(eventId, stageId)
  expect([progress.expected, progress.complete]).toEqual([6, 6])
  expect(await closeStage(ids(panel))).toMatchObject({ ok: true })
  const ranked = (await stageRanking(eventId, stageId)).works
  expect(ranked.slice(0, 2).map(({ code, rank, total, standing }) => [code, rank, total, standing])).toEqual([
    ['K-0002', 1, '75.00', 'place'],
    ['K-0001', 2, '65.00', 'alternate'],
  ])
  expect(ranked.slice(2).map(({ rank, total, standing, votes }) => [rank, total, standing, votes?.in ?? null])).toEqual(
    expect.arrayContaining([
      [null, null, 'none', 1],
      [null, null, 'none', 0],
    ]),
  )
  expect(await publishResults(ids(panel))).toMatchObject({ ok: true })
  expect(await db.resultRow.findFirstOrThrow({ where: { eventId, entryId: works[3]?.id ?? '' } })).toMatchObject({
    rank: null,
    total: null,
    ins: 0,
    holds: 0,
    outs: 3,
  })
  const again = await recomputeFolder(await packageOf(panel))
  invariant(again.ok, JSON.stringify(again))
  expect(again.output.results.map(({ entry, rank, total }) => [entry, rank, total])).toEqual([
    ['K-0002', 1, '75.00'],
    ['K-0001', 2, '65.00'],
    ['K-0003', null, null],
    ['K-0004', null, null],
  ])
  expect(again.output.firstPass?.results.map(({ entry, standing }) => [entry, standing])).toEqual([
    ['K-0001', 'place'],
    ['K-0002', 'place'],
    ['K-0003', 'none'],
    ['K-0004', 'none'],
  ])
})

test('border works of a first pass are decided before anything is kept, and not after', async () => {
  const panel = await voted({ ballot: { ...first, keep: 1 }, rulebook: marked, works: 2 }, ['ii', 'oo'])
  const { eventId, stageId, works, judge } = panel
  const places = new Map([
    [works[1]?.id ?? '', '1'],
    [works[0]?.id ?? '', '2'],
  ])
  const decide = () => decideTie({ ...ids(panel), category: 'all', rank: 1, places, seatId: judge.seatId, reason: '合议' })
  expect(await decide()).toMatchObject({ ok: false, reason: 'not-closed' })
  await endVoting(ids(panel))
  expect(await keepWorks(ids(panel))).toMatchObject({ ok: false, reason: 'ties-undecided', detail: { works: 2 } })
  expect(await decide()).toMatchObject({ ok: true })
  expect(await keepWorks(ids(panel))).toMatchObject({ ok: true, value: { kept: 1 } })
  const decision = await db.tieDecision.findFirstOrThrow({ where: { eventId } })
  expect(decision.inVote).toBe(true)
  expect(await undoTie({ ...ids(panel), decisionId: decision.id })).toMatchObject({ ok: false, reason: 'not-closed' })
  expect((await db.firstPassRow.findMany({ where: { eventId, kept: true } })).map(({ entryId }) => entryId)).toEqual([works[1]?.id])
  expect((await stageRanking(eventId, stageId)).works).toHaveLength(2)
})

test('a vote ends only when every judge has signed or the reason is given, and only where there is a first pass', async () => {
  const panel = await makePanel({ ballot: first, rulebook: marked, judges: 2 })
  await vote(panel, panel.judge, 'iiho')
  expect(await endVoting(ids(panel))).toMatchObject({ ok: false, reason: 'obstacles', detail: { obstacles: 2 } })
  expect(await endVoting({ ...ids(panel), unsignedBecause: 'absence' })).toMatchObject({ ok: true })
  expect(await endVoting(ids(await makePanel()))).toMatchObject({ ok: false, reason: 'no-first-pass' })
  expect(await endVoting({ ...ids(panel), stageId: 'nowhere' })).toMatchObject({ ok: false, reason: 'unknown-stage' })
  expect(await keepWorks(ids(await makePanel()))).toMatchObject({ ok: false, reason: 'no-first-pass' })
  const nobody = await makePanel({ ballot: first, rulebook: marked, judges: 1 })
  await endVoting({ ...ids(nobody), unsignedBecause: 'absence' })
  expect(await keepWorks(ids(nobody))).toMatchObject({ ok: false, reason: 'no-results' })
})
