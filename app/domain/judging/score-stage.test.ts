import { describe, expect, test } from 'vitest'
import { rankStage } from './rank'
import { Rulebook } from './rulebook'
import type { StageMark } from './gather-sheets'
import { scoreStage } from './score-stage'

const name = { zh: '项', en: 'Item' }

/** `{ W1: { J1: [7, 8] } }` → marks in the order of the criteria; null is a mark that was not given. */
function marksOf(rulebook: Rulebook, table: Record<string, Record<string, (number | string | null)[]>>): StageMark[] {
  return Object.entries(table).flatMap(([entry, sheets]) =>
    Object.entries(sheets).flatMap(([judge, sheet]) =>
      sheet.flatMap((score, index) => {
        const criterion = rulebook.criteria[index]?.id ?? ''
        return score === null ? [] : [{ entry, judge, criterion, score: String(score) }]
      }),
    ),
  )
}

function scoreOne(rulebook: Rulebook, sheets: Record<string, (number | string | null)[]>, recused: string[] = []) {
  const { scores, problems } = scoreStage(
    rulebook,
    [{ id: 'W', category: 'all' }],
    marksOf(rulebook, { W: sheets }),
    recused.map((judge) => ({ entry: 'W', judge })),
  )
  const [score] = scores
  if (!score) throw new Error('one work in, one score out')
  return { ...score, problems }
}

/** Components of a figure-skating programme: drop per criterion, mean to 2, times factor to 2, then the sum. */
const skating = Rulebook.parse({
  rulebook: 1,
  criteria: [
    { id: 'composition', weight: 1.33, min: 0.25, max: 10, step: 0.25, name },
    { id: 'presentation', weight: 1.33, min: 0.25, max: 10, step: 0.25, name },
    { id: 'skating-skills', weight: 1.33, min: 0.25, max: 10, step: 0.25, name },
  ],
  drop: { level: 'criterion', high: 1, low: 1, fromJudges: 3 },
  average: 'mean',
  rounding: { criterion: 2, weighted: 2, total: 2, mode: 'half-up' },
  ties: ['undropped-mean', 'criterion:skating-skills'],
})

/** 去掉一个最高分和一个最低分: on the judge's total, from five judges on, two decimals. */
const chinese = Rulebook.parse({
  rulebook: 1,
  weightsSum: 10,
  criteria: [
    { id: 'design', weight: 3, min: 1, max: 10, step: 0.5, name },
    { id: 'craft', weight: 3, min: 1, max: 10, step: 0.5, name },
    { id: 'colour', weight: 2, min: 1, max: 10, step: 0.5, name },
    { id: 'market', weight: 2, min: 1, max: 10, step: 0.5, name },
  ],
  drop: { level: 'total', high: 1, low: 1, fromJudges: 5 },
  average: 'mean',
  rounding: { total: 2, mode: 'half-up' },
  ties: ['undropped-mean', 'criterion:design', 'chair'],
})

describe('figure skating, nine judges', () => {
  // composition 7.00 … 8.25 without 6.50 and 8.50: 52.75 / 7 = 7.5357 → 7.54 × 1.33 = 10.0282 → 10.03
  // presentation without 7.00 and 8.75: 55.25 / 7 = 7.8928 → 7.89 × 1.33 = 10.4937 → 10.49
  // skating skills without 7.25 and 8.25: 54.25 / 7 = 7.75 × 1.33 = 10.3075 → 10.31; together 30.83
  const sheets = {
    J1: ['6.50', '7.00', '7.25'],
    J2: ['7.00', '7.50', '7.50'],
    J3: ['7.25', '7.50', '7.50'],
    J4: ['7.25', '7.75', '7.75'],
    J5: ['7.50', '7.75', '7.75'],
    J6: ['7.50', '8.00', '7.75'],
    J7: ['8.00', '8.25', '8.00'],
    J8: ['8.25', '8.50', '8.00'],
    J9: ['8.50', '8.75', '8.25'],
  }

  test('one high and one low leave each criterion, and every step is rounded', () => {
    const score = scoreOne(skating, sheets)
    expect(score.criteria).toEqual({ composition: '7.54', presentation: '7.89', 'skating-skills': '7.75' })
    expect(score.total).toBe('30.83')
    expect(score.judges).toBe(9)
    expect(score.dropped).toContainEqual({ judge: 'J1', criterion: 'composition', side: 'low' })
    expect(score.dropped).toHaveLength(6)
    expect(score.problems).toEqual([])
  })

  test('two judges are too few to drop', () => {
    const score = scoreOne(skating, { J1: [7, 7, 7], J2: [8, 8, 8] })
    expect(score.criteria.composition).toBe('7.50')
    expect(score.total).toBe('29.94') // 7.5 × 1.33 = 9.975 → 9.98, three times
    expect(score.dropped).toEqual([])
  })

  test('a criterion one judge left out is averaged over the others', () => {
    const score = scoreOne(skating, { J1: [7, null, 7], J2: [8, 8, 8], J3: [9, 9, 9] })
    expect(score.criteria).toEqual({ composition: '8.00', presentation: '8.50', 'skating-skills': '8.00' })
    expect(score.judges).toBe(3)
    expect(score.problems).toEqual([])
  })

  test('a criterion nobody marked leaves no total and says so', () => {
    const score = scoreOne(skating, { J1: [7, null, 7] })
    expect(score.total).toBeNull()
    expect(score.problems).toEqual([{ entry: 'W', judge: '', criterion: 'presentation', reason: 'criterion-unmarked' }])
  })
})

describe('去一高一低 on totals, seven judges', () => {
  // totals 82, 74, 91, 78.5, 78.5, 60, 85; without 91 and 60: 398 / 5 = 79.6
  const sheets = {
    J1: [8, 9, 8, 7.5],
    J2: [7, 7, 8, 8],
    J3: [9, 9, 9.5, 9],
    J4: [8, 7.5, 8, 8],
    J5: [7.5, 8, 8, 8],
    J6: [6, 6, 6, 6],
    J7: [8.5, 8.5, 8.5, 8.5],
  }

  test('the highest and the lowest judge leave the average', () => {
    const score = scoreOne(chinese, sheets)
    expect(score.total).toBe('79.60')
    expect(score.judges).toBe(7)
    expect(score.dropped).toEqual([
      { judge: 'J6', criterion: null, side: 'low' },
      { judge: 'J3', criterion: null, side: 'high' },
    ])
  })

  test('criteria are averages over the judges that were kept', () => {
    // design of J1 J2 J4 J5 J7: 8 + 7 + 8 + 7.5 + 8.5 = 39 / 5
    expect(scoreOne(chinese, sheets).criteria).toEqual({
      design: '7.8',
      craft: '8',
      colour: '8.1',
      market: '8',
    })
  })

  test('four judges are averaged as they are', () => {
    const { J1, J2, J3, J6 } = sheets
    // 82 + 74 + 91 + 60 = 307 / 4 = 76.75
    expect(scoreOne(chinese, { J1, J2, J3, J6 }).total).toBe('76.75')
  })

  test('a recused judge’s marks do not count, and the panel shrinks with them', () => {
    const score = scoreOne(chinese, sheets, ['J3', 'J6', 'J7'])
    expect(score.judges).toBe(4)
    expect(score.total).toBe('78.25') // 82 + 74 + 78.5 + 78.5 = 313 / 4
  })

  test('a partial sheet is an error and stays out of the total', () => {
    const score = scoreOne(chinese, { J1: sheets.J1, J2: [7, 7, null, 8] })
    expect(score.problems).toEqual([{ entry: 'W', judge: 'J2', criterion: 'colour', reason: 'partial-sheet' }])
    expect(score.total).toBe('82.00')
    expect(score.judges).toBe(1)
  })

  test('of two equal sheets the same one is dropped whatever the order of the marks', () => {
    const equal = { J1: [9, 5, 7, 7], J2: [5, 9, 7, 7], J3: [8, 8, 8, 8], J4: [8, 8, 8, 8], J5: [9, 9, 9, 9] }
    const rulebook = chinese
    const marks = marksOf(rulebook, { W: equal })
    const entries = [{ id: 'W', category: 'all' }]
    const forward = scoreStage(rulebook, entries, marks).scores[0]
    const backward = scoreStage(rulebook, entries, [...marks].reverse()).scores[0]
    expect(forward?.criteria).toEqual(backward?.criteria)
  })
})

test('a work nobody marked has no total and is no error', () => {
  const score = scoreOne(chinese, {})
  expect(score).toMatchObject({ total: null, judges: 0, criteria: {}, problems: [] })
})

test('a median of an even panel is the mean of the middle two', () => {
  const median = Rulebook.parse({ ...skating, drop: undefined, average: 'median', rounding: { total: 1 } })
  expect(scoreOne(median, { J1: [1, 5, 5], J2: [7, 5, 5], J3: [8, 5, 5], J4: [10, 5, 5] }).criteria.composition).toBe('7.5')
})

test('what is not rounded stays exact: three thirds are one', () => {
  const thirds = Rulebook.parse({
    rulebook: 1,
    criteria: [{ id: 'a', weight: 3, min: 0, max: 10, step: 1, name }],
    rounding: { total: 0, mode: 'down' },
  })
  // (3 + 3 + 4) / 3 × 3 is 10; in binary or cut decimals it is 9.99… and would be cut to 9
  expect(scoreOne(thirds, { J1: [3], J2: [3], J3: [4] }).total).toBe('10')
})

test('measured values become points by a line and by a table', () => {
  const equipment = Rulebook.parse({
    rulebook: 1,
    criteria: [
      {
        id: 'energy',
        weight: 1,
        name,
        measured: { unit: 'kWh', points: { linear: { from: 1.2, at: 10, to: 2.4, then: 0 } } },
      },
      {
        id: 'output',
        weight: 2,
        name,
        measured: { unit: 'pairs/h', points: { table: { 0: 0, 8: 4, 10: 7, 12: 10 } } },
      },
    ],
  })
  expect(scoreOne(equipment, { R: ['1.5', '11.5'] })).toMatchObject({
    criteria: { energy: '7.5', output: '7' },
    total: '21.5',
  })
  expect(scoreOne(equipment, { R: ['0.9', '12'] }).total).toBe('30')
  expect(scoreOne(equipment, { R: ['3', '-1'] }).total).toBe('0')
})

test('marks that belong nowhere are named', () => {
  const { problems } = scoreStage(
    skating,
    [{ id: 'W', category: 'all' }],
    [
      { entry: 'X', judge: 'J1', criterion: 'composition', score: '7' },
      { entry: 'W', judge: 'J1', criterion: 'beauty', score: '7' },
      { entry: 'W', judge: 'J1', criterion: 'composition', score: 'seven' },
    ],
  )
  expect(problems.map(({ reason }) => reason)).toEqual(['unknown-entry', 'unknown-criterion', 'not-a-number'])
})

test('2,343 works, 7 judges and 5 criteria are scored and ranked within a second', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const rulebook = Rulebook.parse({
    ...chinese,
    weightsSum: undefined,
    criteria: ids.map((id) => ({ id, weight: 2, min: 1, max: 10, step: 0.5, name })),
    ties: ['undropped-mean', 'majority', 'fewer-low', 'criterion:a', 'chair'],
  })
  const entries = Array.from({ length: 2343 }, (_, index) => ({
    id: `W${index}`,
    category: index % 2 ? 'a' : 'b',
  }))
  const marks = entries.flatMap(({ id }, w) =>
    Array.from({ length: 7 }, (_, j) =>
      ids.map((criterion, c) => ({
        entry: id,
        judge: `J${j}`,
        criterion,
        score: String(1 + ((w * 7 + j * 5 + c * 3) % 19) / 2),
      })),
    ).flat(),
  )
  // the processor's time, not the clock's: what else the machine does must not fail it
  const before = process.cpuUsage()
  const { scores } = scoreStage(rulebook, entries, marks)
  const ranked = rankStage(rulebook, scores)
  const took = process.cpuUsage(before).user / 1000
  expect(ranked).toHaveLength(2343)
  expect(took).toBeLessThan(1000)
})
