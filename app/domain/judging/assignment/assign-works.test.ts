import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Assignment, assignWorks } from './assign-works'
import { shuffled } from '~/domain/draws'
import type { AssignmentProblem } from './problem'

const ids = (letter: string, count: number) => Array.from({ length: count }, (_, index) => ({ id: `${letter}${index + 1}` }))

const judgesOf = ({ assignments }: Assignment, work: string) => assignments.filter(([id]) => id === work).map(([, judge]) => judge)

const problems = fc
  .record({
    works: fc.integer({ min: 1, max: 25 }),
    judges: fc.integer({ min: 1, max: 8 }),
    perWork: fc.integer({ min: 1, max: 8 }),
    seed: fc.nat(),
  })
  .chain(({ works, judges, perWork, seed }) => {
    const pair = fc.tuple(
      fc.integer({ min: 1, max: works }).map((n) => `W${n}`),
      fc.integer({ min: 1, max: judges }).map((n) => `J${n}`),
    )
    return fc.record({
      works: fc.constant(ids('W', works)),
      judges: fc
        .array(fc.option(fc.nat(12), { nil: undefined }), { minLength: judges, maxLength: judges })
        .map((most) => ids('J', judges).map((judge, at) => ({ ...judge, max: most[at] }))),
      perWork: fc.constant(Math.min(perWork, judges)),
      seed: fc.constant(seed),
      conflicts: fc.array(pair, { maxLength: 40 }),
      pins: fc.array(pair, { maxLength: 10 }),
      preferences: fc.uniqueArray(fc.tuple(pair, fc.integer({ min: -20, max: 20 })), {
        maxLength: 60,
        selector: ([[work, judge]]) => `${work} ${judge}`,
      }),
    })
  })
  .map(({ preferences, ...rest }) => ({
    ...rest,
    preferences: preferences.map(([[work, judge], value]): [string, string, number] => [work, judge, value]),
  }))

const has = (pairs: readonly (readonly [string, string])[], [work, judge]: readonly [string, string]) =>
  pairs.some((pair) => pair[0] === work && pair[1] === judge)

describe('whatever the problem', () => {
  test('no conflict, no judge twice or above the max, and each work has its judges or says how many it lacks', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const answer = assignWorks(problem)
        expect(new Set(answer.assignments.map(String)).size).toBe(answer.assignments.length)
        for (const pair of answer.assignments) expect(has(problem.conflicts, pair)).toBe(false)
        for (const { id, max = Infinity } of problem.judges) {
          const load = answer.assignments.filter(([, judge]) => judge === id).length
          expect(answer.loads[id]).toBe(load)
          expect(load).toBeLessThanOrEqual(max)
        }
        for (const { id } of problem.works) {
          const lacks = answer.unmet.reduce((sum, row) => sum + (row.work === id ? row.missing : 0), 0)
          expect(judgesOf(answer, id).length + lacks).toBe(problem.perWork)
        }
      }),
    )
  })

  test('a pin is kept, or refused by name', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { assignments, unmet } = assignWorks(problem)
        for (const pin of problem.pins) {
          const refused = unmet.some((row) => 'judge' in row && row.work === pin[0] && row.judge === pin[1])
          expect(has(assignments, pin)).toBe(!refused)
        }
      }),
    )
  })

  test('as many pairs as can be, at loads as even as can be, with the highest total there is', () => {
    fc.assert(
      fc.property(
        problems.filter(({ works, judges }) => works.length <= 4 && judges.length <= 4),
        (problem) => {
          const answer = assignWorks({ ...problem, pins: [] })
          // of several works that could lack a judge, the draw names one: totals compare where none lacks any
          const compared = answer.unmet.length === 0 ? 3 : 2
          const rank = rankOf(answer).map((part) => part + 0)
          expect(rank.slice(0, compared)).toEqual(bestByTrial({ ...problem, pins: [] }).slice(0, compared))
        },
      ),
      { numRuns: 200 },
    )
  })

  test('the same seed gives the same answer, in whatever order the rows come', () => {
    fc.assert(
      fc.property(problems, fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (problem, stream) => {
        const draw = () => stream.next().value ?? 0
        const mixed = <Item>(rows: readonly Item[]) => Array.from(shuffled(rows.length, draw), (at) => rows[at] as Item)
        const other = assignWorks({
          ...problem,
          works: mixed(problem.works),
          judges: mixed(problem.judges),
          conflicts: mixed(problem.conflicts),
          pins: mixed(problem.pins),
          preferences: mixed(problem.preferences),
        })
        const answer = assignWorks(problem)
        expect(other.assignments.map(String).sort()).toEqual(answer.assignments.map(String).sort())
        expect(other.preferenceTotal).toBe(answer.preferenceTotal)
      }),
    )
  })
})

/** Pairs given, −Σ load², total: each matters only where the ones before are equal. */
const rankOf = ({ assignments, loads, preferenceTotal }: Assignment) => [
  assignments.length,
  -Object.values(loads).reduce((sum, load) => sum + load ** 2, 0),
  preferenceTotal,
]

/** Tries every assignment there is. */
function bestByTrial({ works, judges, perWork, conflicts = [], preferences = [] }: AssignmentProblem): number[] {
  const value = new Map(preferences.map(([work, judge, amount]) => [`${work} ${judge}`, amount]))
  const room = judges.map(({ max = Infinity }) => max)
  const loads = judges.map(() => 0)
  let best = [-1, 0, 0]
  const next = (work: number, given: number, total: number) => {
    if (work === works.length) {
      const rank = [given, -loads.reduce((sum, load) => sum + load ** 2, 0), total]
      const at = rank.findIndex((part, index) => part !== best[index])
      if (at >= 0 && (rank[at] ?? 0) > (best[at] ?? 0)) best = rank
      return
    }
    const id = works[work]?.id ?? ''
    for (let set = 0; set < 1 << judges.length; set += 1) {
      const chosen = judges.flatMap((judge, at) => (set & (1 << at) ? [{ id: judge.id, at }] : []))
      if (chosen.length > perWork) continue
      if (chosen.some((judge) => has(conflicts, [id, judge.id]) || (loads[judge.at] ?? 0) >= (room[judge.at] ?? 0))) continue
      const add = (by: number) => chosen.forEach(({ at }) => (loads[at] = (loads[at] ?? 0) + by))
      add(1)
      next(work + 1, given + chosen.length, total + chosen.reduce((sum, judge) => sum + (value.get(`${id} ${judge.id}`) ?? 0), 0))
      add(-1)
    }
  }
  next(0, 0, 0)
  return best.map((part) => part + 0)
}

test('loads are within one of each other and pairs meet equally often where nothing stands against it', () => {
  const { loads, pairMeetings, unmet } = assignWorks({
    works: ids('W', 151),
    judges: ids('J', 15),
    perWork: 3,
    seed: 7,
  })
  const counts = Object.values(loads)
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
  expect(pairMeetings.mean).toBeCloseTo((151 * 3 * 2) / (15 * 14), 3)
  expect(pairMeetings.sd).toBeLessThan(0.5)
  expect(unmet).toEqual([])
})

test('judges of a work’s group never see it', () => {
  const answer = assignWorks({
    works: [{ id: 'W1', group: 'tongji' }, { id: 'W2' }],
    judges: [{ id: 'J1', groups: ['donghua', 'tongji'] }, { id: 'J2' }],
    perWork: 1,
  })
  expect(judgesOf(answer, 'W1')).toEqual(['J2'])
  expect(judgesOf(answer, 'W2')).toEqual(['J1'])
})

test('what cannot be met is listed with its reason', () => {
  const { assignments, unmet } = assignWorks({
    works: ids('W', 3),
    judges: [{ id: 'J1' }, { id: 'J2', max: 1 }],
    perWork: 2,
    conflicts: [['W1', 'J2']],
    pins: [['W1', 'J2']],
  })
  expect(assignments).toHaveLength(4)
  expect(unmet).toEqual([
    { work: 'W1', judge: 'J2', missing: 0, reason: 'pin-is-conflict' },
    { work: 'W1', missing: 1, reason: 'too-few-without-conflict' },
    { work: expect.stringMatching(/W[23]/), missing: 1, reason: 'judges-at-max' },
  ])
})

test('a shortage is shared: no work lacks two judges before another lacks one', () => {
  const judges = ids('J', 4).map((judge) => ({ ...judge, max: 5 }))
  const { unmet } = assignWorks({ works: ids('W', 10), judges, perWork: 3 })
  expect(unmet.map(({ missing }) => missing)).toEqual(Array.from({ length: 10 }, () => 1))
})

test('loads are even within each category and over all of them', () => {
  const works = ids('W', 44).map((work, at) => ({ ...work, category: `c${at % 7}` }))
  const { assignments, loads } = assignWorks({ works, judges: ids('J', 5), perWork: 2, seed: 3 })
  for (const category of ['c0', 'c3', 'c6']) {
    const inside = new Set(works.filter((work) => work.category === category).map(({ id }) => id))
    const counts = ids('J', 5).map(({ id }) => assignments.filter(([work, judge]) => judge === id && inside.has(work)).length)
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
  }
  const counts = Object.values(loads)
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
})

test('decimal preferences add up exactly', () => {
  const { preferenceTotal } = assignWorks({
    works: ids('W', 3),
    judges: ids('J', 2),
    perWork: 1,
    preferences: [
      ['W1', 'J1', 0.1],
      ['W2', 'J2', 0.2],
      ['W3', 'J1', 0.3],
      ['W3', 'J2', 0.25],
    ],
  })
  expect(preferenceTotal).toBe(0.6)
})
