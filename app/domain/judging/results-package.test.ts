import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { recomputeFolder } from './recompute-folder.server'
import { type PackageTexts, recomputePackage } from './results-package'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const texts: PackageTexts = {
  rulebook: `rulebook: 1
criteria:
  - { id: skating-skills, name: { zh: 滑行技术, en: Skating skills }, weight: 0.8, min: 0, max: 10, step: 0.25 }
drop: { level: criterion, high: 1, low: 1, fromJudges: 3 }     # level: criterion | total
average: mean
rounding: { criterion: 2, weighted: 2, total: 2, mode: half-up }
ties: [undropped-mean, "criterion:skating-skills"]
quota: { places: 10, alternates: 2 }
`,
  scores: `entry,judge,criterion,score
B,J1,skating-skills,7.25
B,J2,skating-skills,7.50
B,J3,skating-skills,7.50
B,J4,skating-skills,8
A,J1,skating-skills,7
A,J2,skating-skills,7.5
A,J3,skating-skills,7.5
A,J4,skating-skills,8
C,J1,skating-skills,
`,
  entries: null,
}

const outputOf = (change: Partial<PackageTexts> = {}) => {
  const recomputed = recomputePackage({ ...texts, ...change }, sha256)
  if (!recomputed.ok) throw new Error(recomputed.problems.join('\n'))
  return recomputed.output
}
const problemsOf = (change: Partial<PackageTexts>) => {
  const recomputed = recomputePackage({ ...texts, ...change }, sha256)
  return recomputed.ok ? [] : recomputed.problems
}

test('the package of a small stage', () => {
  // both keep 7.5 twice: 7.50 × 0.8 = 6.00; undropped 30.25 / 4 beats 30 / 4
  expect(outputOf().results).toEqual([
    {
      entry: 'B',
      category: 'all',
      criteria: { 'skating-skills': '7.50' },
      total: '6.00',
      rank: 1,
      judges: 4,
    },
    {
      entry: 'A',
      category: 'all',
      criteria: { 'skating-skills': '7.50' },
      total: '6.00',
      rank: 2,
      judges: 4,
    },
    { entry: 'C', category: 'all', criteria: {}, total: null, rank: null, judges: 0 },
  ])
})

test('the hash is over the document as written: comments and key order do not matter, values do', () => {
  const { rulebookHash } = outputOf()
  expect(rulebookHash).toBe(
    sha256(
      '{"average":"mean","criteria":[{"id":"skating-skills","max":10,"min":0,"name":{"en":"Skating skills","zh":"滑行技术"},' +
        '"step":0.25,"weight":0.8}],"drop":{"fromJudges":3,"high":1,"level":"criterion","low":1},"quota":{"alternates":2,"places":10},' +
        '"rounding":{"criterion":2,"mode":"half-up","total":2,"weighted":2},"rulebook":1,"ties":["undropped-mean","criterion:skating-skills"]}',
    ),
  )
  expect(outputOf({ rulebook: `# comment\n${texts.rulebook}` }).rulebookHash).toBe(rulebookHash)
  expect(outputOf({ rulebook: texts.rulebook.replace('weight: 0.8', 'weight: 0.9') }).rulebookHash).not.toBe(rulebookHash)
})

test('categories are ranked apart, in code-unit order, and works without a row in scores.csv appear', () => {
  const { results } = outputOf({ entries: 'entry,category\nA,院校组\nB,职业组\nC,职业组\nD,院校组\n' })
  expect(results.map(({ entry, category, rank }) => [entry, category, rank])).toEqual([
    ['B', '职业组', 1],
    ['C', '职业组', null],
    ['A', '院校组', 1],
    ['D', '院校组', null],
  ])
})

test('the order of rows does not matter', () => {
  const [header, ...rows] = texts.scores.trim().split('\n')
  expect(outputOf({ scores: [header, ...rows.reverse()].join('\r\n') })).toEqual(outputOf())
})

describe('problems name the file and line', () => {
  const scores = (row: string) => ({ scores: `${texts.scores}${row}\n` })
  test.each<[string, Partial<PackageTexts>, string]>([
    ['a wrong header', { scores: 'entry,judge,score\n' }, 'scores.csv:1: the first line has to be entry,judge,criterion,score'],
    ['a short row', scores('A,J5'), 'scores.csv:11: 2 cells where 4 are expected (entry,judge,criterion,score)'],
    ['an unknown criterion', scores('A,J5,beauty,7'), 'scores.csv:11: the rulebook has no criterion beauty; it has skating-skills'],
    ['a mark given twice', scores('A,J4,skating-skills,7'), 'scores.csv:11: J4 already marked skating-skills of A in line 9'],
    ['no number', scores('A,J5,skating-skills,7分'), 'scores.csv:11: “7分” is not a decimal number such as 7.5'],
    ['out of range', scores('A,J5,skating-skills,11'), 'scores.csv:11: 11 is outside the marks of skating-skills, 0 to 10'],
    ['off the step', scores('A,J5,skating-skills,7.3'), 'scores.csv:11: 7.3 is not on a step of skating-skills: 0 to 10 by 0.25'],
    ['an entry twice', { entries: 'entry,category\nA,x\nB,x\nC,x\nA,y\n' }, 'entries.csv:5: A is listed twice'],
    [
      'a bad sum of weights',
      { rulebook: `weightsSum: 100\n${texts.rulebook}` },
      'rulebook.yaml:1:13: weights add up to 0.8, weightsSum says 100 (skating-skills 0.8)',
    ],
    ['an unknown key', { rulebook: `${texts.rulebook}luck: 1\n` }, 'rulebook.yaml:9:7: “luck” is not a key of the rulebook'],
    [
      'a missing key of a criterion',
      { rulebook: texts.rulebook.replace(', step: 0.25', '') },
      'rulebook.yaml:3:5: criteria.0.step: Invalid input: expected number, received undefined',
    ],
  ])('%s', (_, change, problem) => expect(problemsOf(change)).toEqual([problem]))

  test('an entry that is not listed', () => {
    expect(problemsOf({ entries: 'entry,category\nA,x\nC,x\n' })[0]).toBe('scores.csv:2: B is not in entries.csv')
  })

  test('a partial sheet where totals are dropped', () => {
    const rulebook = `rulebook: 1
criteria:
  - { id: a, name: { en: A }, weight: 1, min: 0, max: 10, step: 1 }
  - { id: b, name: { en: B }, weight: 1, min: 0, max: 10, step: 1 }
drop: { level: total, high: 1, low: 1, fromJudges: 5 }
`
    expect(problemsOf({ rulebook, scores: 'entry,judge,criterion,score\nW,J,a,5\nW,J,b,\n' })).toEqual([
      'scores.csv: J did not mark b of W; where judges’ totals are dropped, a sheet has to be complete',
    ])
  })

  test.each(['', 'a: [', '- 1', 'null', '*x', 'a: &a [*a]', 'rulebook: 1\nrulebook: 1', '\t- x'])(
    'rulebook %j is a problem, never an exception',
    (rulebook) => {
      expect(problemsOf({ rulebook })[0]).toMatch(/^rulebook\.yaml:\d+:\d+: /)
    },
  )
})

describe('with the calibrated layer', () => {
  const calibratedOf = (change: Partial<PackageTexts> = {}) => {
    const recomputed = recomputePackage({ ...texts, ...change }, sha256, { calibrated: true })
    if (!recomputed.ok) throw new Error(recomputed.problems.join('\n'))
    return recomputed
  }

  test('the official results stay as they are, and the layer stands beside them', () => {
    const { output, notes } = calibratedOf()
    expect({ ...output, calibrated: undefined }).toEqual({ ...outputOf(), calibrated: undefined })
    expect(Object.keys(output)).toEqual(['rulebookHash', 'results', 'calibrated'])
    expect(output.calibrated?.map((row) => Object.keys(row))).toEqual(Array(3).fill(['entry', 'score', 'rank', 'interval', 'inQuota']))
    expect(output.calibrated?.map(({ entry, rank, inQuota }) => [entry, rank, inQuota])).toEqual([
      ['B', 1, 1],
      ['A', 2, 1],
      ['C', null, null],
    ])
    // totals of 0.8 × 7.25 … 8, so the layer speaks of about 6 points
    for (const { score } of output.calibrated?.slice(0, 2) ?? []) expect(score).toBeCloseTo(6, 0)
    expect(notes).toEqual([])
  })

  test('is the same every time', () => expect(calibratedOf()).toEqual(calibratedOf()))

  test('ranks per category, each with its quota', () => {
    const { output } = calibratedOf({
      rulebook: texts.rulebook.replace('places: 10', 'places: 1'),
      entries: 'entry,category\nA,x\nB,y\nC,y\nD,x\n',
      scores: `${texts.scores}D,J1,skating-skills,1\nD,J2,skating-skills,1.5\nD,J3,skating-skills,1\n`,
    })
    expect(output.calibrated?.map(({ entry, rank }) => [entry, rank])).toEqual([
      ['A', 1],
      ['D', 2],
      ['B', 1],
      ['C', null],
    ])
    expect(output.calibrated?.[0]?.inQuota).toBeGreaterThan(0.95)
  })

  test('panels without a work in common are not ranked, and a note says which and what would help', () => {
    const { output, notes } = calibratedOf({
      scores: 'entry,judge,criterion,score\nA,J1,skating-skills,7\nB,J1,skating-skills,8\nC,J2,skating-skills,9\n',
    })
    expect(output.calibrated?.map(({ score, rank, interval, inQuota }) => [score, rank, interval, inQuota])).toEqual(
      Array(3).fill([null, null, null, null]),
    )
    expect(output.results.map(({ rank }) => rank)).toEqual([1, 2, 3])
    expect(notes[0]).toBe('calibrated: all is not ranked, no judge links 1 of its works (C) with the others; C read by one of J1 would')
  })

  test('a partial sheet is used for what it says', () => {
    const rulebook = `rulebook: 1
criteria:
  - { id: a, name: { en: A }, weight: 1, min: 0, max: 10, step: 1 }
  - { id: b, name: { en: B }, weight: 1, min: 0, max: 10, step: 1 }
`
    const full = ['V', 'W', 'X'].flatMap((entry, n) =>
      ['J1', 'J2'].flatMap((judge) => ['a', 'b'].map((id) => `${entry},${judge},${id},${9 - 3 * n}`)),
    )
    const { output } = calibratedOf({
      rulebook,
      scores: ['entry,judge,criterion,score', ...full, 'V,J3,a,9', 'V,J3,b,', 'X,J3,a,3', 'X,J3,b,3', ''].join('\n'),
    })
    expect(output.calibrated?.map(({ entry, rank, inQuota }) => [entry, rank, inQuota])).toEqual([
      ['V', 1, null],
      ['W', 2, null],
      ['X', 3, null],
    ])
  })
})

describe('a folder', () => {
  async function folderWith(files: Record<string, string | Uint8Array>) {
    const folder = await mkdtemp(join(tmpdir(), 'package-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
    return folder
  }

  test('is read without entries.csv', async () => {
    const folder = await folderWith({
      'rulebook.yaml': texts.rulebook,
      'scores.csv': `\uFEFF${texts.scores}`,
    })
    expect(await recomputeFolder(folder)).toEqual({ ok: true, output: outputOf(), notes: [] })
  })

  test('without its files names each', async () => {
    const folder = await folderWith({})
    expect(await recomputeFolder(folder)).toEqual({
      ok: false,
      problems: [`rulebook.yaml: there is no such file in ${folder}`, `scores.csv: there is no such file in ${folder}`],
    })
  })

  test('with a file in GBK says so', async () => {
    const folder = await folderWith({
      'rulebook.yaml': texts.rulebook,
      'scores.csv': Uint8Array.of(0xb0, 0xa1),
    })
    expect(await recomputeFolder(folder)).toMatchObject({
      ok: false,
      problems: [expect.stringContaining('is not UTF-8')],
    })
  })
})
