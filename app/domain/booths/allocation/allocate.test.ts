import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type SolveWhole, wholeSolver } from '~/gateways/solver.server'
import { bestByTrying, faultsOf, problemOf, smallProblem } from '#test/support/small-allocations'
import { allocate } from './allocate'
import type { Allocation } from './answer'
import type { AllocationProblem, LevelName } from './problem'
import { readProblem } from './read-problem'

let solve: SolveWhole
beforeAll(async () => {
  solve = await wholeSolver()
})
const solved = (problem: AllocationProblem) => allocate(problem, { solve, elapsed: () => 0 })

const row = (count: number, zones: readonly string[] = ['yarn']) =>
  Array.from({ length: count }, (_, x) => ({ id: `A${x}`, hall: 'H1', x, y: 0, zone: zones[Math.floor((x * zones.length) / count)] }))
const at = (...cells: string[]) => ({ cells })

const scoreIn = ({ objective, tierRegret }: Allocation, order: readonly LevelName[]) =>
  order.flatMap((level) =>
    level === 'tier-regret' ? (tierRegret?.objective ?? []).map((regret) => 0 - regret) : [objective[level] ?? NaN],
  )

describe('against every plan there is', () => {
  test('each level is at its optimum, proven, and every rule holds', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const answer = solved(problem)
        const best = bestByTrying(problem)
        expect(answer.status).toBe(best ? 'optimal' : 'infeasible')
        if (!best) return
        expect(answer.gap).toBe(0)
        expect(answer.bound).toEqual(answer.objective)
        scoreIn(answer, problem.objective).forEach((reached, level) => expect(reached).toBeCloseTo(best[level] ?? NaN, 9))
        expect(faultsOf(problem, answer)).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 120_000)

  test('a first choice taken away by somebody of a lower tier who has to be placed is proven, not suspected', () => {
    const answer = solved(
      problemOf({
        cells: row(2),
        exhibitors: [
          {
            id: 'E0',
            points: 12,
            placements: [
              { ...at('A1'), value: 1 },
              { ...at('A0'), value: -3 },
            ],
          },
          { id: 'E1', points: 0, placements: [{ ...at('A1'), value: -3 }] },
        ],
        objective: ['placed', 'tier-regret', 'value'],
        tiers: [10],
      }),
    )
    expect(answer).toMatchObject({ status: 'optimal', gap: 0, bound: { placed: 2, 'tier-regret': 4, value: -6 } })
  })

  test('the order of rows changes nothing', () => {
    fc.assert(
      fc.property(smallProblem, fc.func(fc.nat()), (problem, key) => {
        const shuffled = <Item>(items: readonly Item[]) => [...items].sort((a, b) => key(JSON.stringify(a)) - key(JSON.stringify(b)))
        const other = {
          ...problem,
          cells: shuffled(problem.cells),
          exhibitors: shuffled(problem.exhibitors).map((one) => ({
            ...one,
            placements: shuffled(one.placements ?? []).map((place) => ({ ...place, cells: shuffled(place.cells) })),
          })),
          pins: shuffled(problem.pins),
        }
        expect(JSON.stringify(solved(other))).toBe(JSON.stringify(solved(problem)))
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})

describe('odd problems', () => {
  test('nothing at all', () => {
    expect(solved(problemOf({}))).toMatchObject({
      status: 'optimal',
      placements: [],
      unplaced: [],
      objective: { placed: 0, 'tier-regret': 0, value: 0 },
      gap: 0,
    })
  })

  test('one exhibitor and one cell', () => {
    const answer = solved(problemOf({ cells: row(1), exhibitors: [{ id: 'E1', placements: [{ ...at('A0'), value: 97 }] }] }))
    expect(answer.placements).toEqual([{ exhibitor: 'E1', cells: ['A0'], value: 97, why: 'its first choice' }])
    expect(answer).toMatchObject({
      status: 'optimal',
      objective: { placed: 1, 'tier-regret': 0, value: 97 },
      bound: { placed: 1, value: 97 },
    })
  })

  test('wishes nobody can meet leave everybody unplaced, and that is optimal', () => {
    const answer = solved(
      problemOf({
        cells: row(2),
        exhibitors: [
          { id: 'E1', cellsWanted: 3 },
          { id: 'E2', placements: [] },
        ],
      }),
    )
    expect(answer).toMatchObject({ status: 'optimal', placements: [], objective: { placed: 0, value: 0 } })
    expect(answer.unplaced.map(({ why }) => why)).toEqual(Array(2).fill('no place in these halls is of the kind it asked for'))
  })

  test.each([
    [
      'two on one cell',
      [
        { exhibitor: 'E1', ...at('A0') },
        { exhibitor: 'E2', ...at('A0') },
      ],
      /“E1” and “E2” are both pinned to A0/,
    ],
    [
      'competitors side by side',
      [
        { exhibitor: 'E1', ...at('A0') },
        { exhibitor: 'E2', ...at('A1') },
      ],
      /one sensitive category/,
    ],
    ['a place never asked for', [{ exhibitor: 'E1', ...at('A2') }], /none of its placements/],
  ])('pins that cannot hold are infeasible: %s', (_name, pins, why) => {
    const placements = [
      { ...at('A0'), value: 1 },
      { ...at('A1'), value: 2 },
    ]
    const exhibitors = ['E1', 'E2'].map((id) => ({ id, category: 'sock', placements }))
    const answer = solved(problemOf({ cells: row(3), exhibitors, sensitiveCategories: ['sock'], pins }))
    expect(answer).toMatchObject({ status: 'infeasible', placements: [], gap: 0 })
    expect(answer.unplaced[0]?.why).toMatch(why)
  })

  test('no time at all still gives a plan', () => {
    let now = 0
    const problem = problemOf({
      cells: row(6),
      exhibitors: Array.from({ length: 8 }, (_, index) => ({ id: `E${index}` })),
      timeLimitSeconds: 0.001,
    })
    const answer = allocate(problem, { solve, elapsed: () => (now += 1) })
    expect(answer.placements).toHaveLength(6)
    expect(faultsOf(problem, answer)).toEqual([])
  })

  test('a level that is not proven says how far it may be from the best', () => {
    const exhibitors = ['E1', 'E2'].map((id) => ({
      id,
      placements: [
        { ...at('A0'), value: 10 },
        { ...at('A1'), value: 1 },
      ],
    }))
    let now = 0
    const answer = allocate(problemOf({ cells: row(2), exhibitors, objective: ['value'], timeLimitSeconds: 0.001 }), {
      solve: () => ({ status: 'stopped', x: null, bound: Infinity }),
      elapsed: () => (now += 1),
    })
    expect(answer).toMatchObject({ status: 'feasible', objective: { value: 11 }, bound: { value: 20 }, gap: 9 / 20 })
  })
})

describe('why', () => {
  const why = (part: Partial<AllocationProblem>) =>
    new Map([...solved(problemOf(part)).placements, ...solved(problemOf(part)).unplaced].map((one) => [one.exhibitor, one.why]))

  test('the first choice went to a higher tier', () => {
    const placements = [
      { ...at('A0'), value: 9 },
      { ...at('A1'), value: 4 },
    ]
    const told = why({
      cells: row(2),
      tiers: [10],
      exhibitors: [
        { id: 'E1', points: 2, placements },
        { id: 'E2', points: 12, placements },
      ],
    })
    expect(told.get('E2')).toBe('its first choice')
    expect(told.get('E1')).toBe('choice 2 of 2, 5 below the first: the first choice, A0, went to E2 of tier 1 (10 points and more)')
  })

  test('a competitor stands beside the first choice; nothing else is left', () => {
    const told = why({
      cells: row(2),
      sensitiveCategories: ['sock'],
      tiers: [10],
      exhibitors: [
        { id: 'E1', points: 12, category: 'sock', placements: [{ ...at('A0'), value: 9 }] },
        { id: 'E2', category: 'sock', placements: [{ ...at('A1'), value: 9 }] },
      ],
    })
    expect(told.get('E2')).toBe(
      'no place left: all 1 it could take are taken or ruled out; the first choice, A1, lies beside A0, where E1 of the same category sock stands',
    )
  })

  test('wishes of a generated place', () => {
    const told = why({ cells: row(4, ['yarn', 'sock']), exhibitors: [{ id: 'E1', cellsWanted: 2, openings: 3, zones: ['sock'] }] })
    expect(told.get('E1')).toBe('its first choice; 3 open sides, 3 wished; in a zone it wished, sock')
  })
})

test('wishes become straight blocks, valued by what is unmet', () => {
  const read = readProblem(
    JSON.stringify({
      cells: row(4, ['yarn', 'sock']),
      exhibitors: [
        { id: 'E1', cellsWanted: 2, openings: 4, zones: ['yarn'] },
        { id: 'E2', cellsWanted: 2, openings: 4, zones: ['yarn'] },
      ],
    }),
  )
  if (!read.ok) throw new Error(read.problems.join())
  const answer = solved(read.problem)
  // a block at an end has three sides open: 100 − 20; in the other zone 100 − 20 − 40
  expect(answer.placements.map(({ cells, value }) => [cells.join(), value]).sort()).toEqual([
    ['A0,A1', 80],
    ['A2,A3', 40],
  ])
})
