import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalibrateInput, calibrate } from './calibrate'

type Row = readonly [entry: string, judge: string, total: number]

const seed = '5eed'.repeat(16)
const totalsOf = (rows: readonly Row[]) => rows.map(([entry, judge, total]) => ({ entry, judge, total, share: 1 }))
const layerOf = (rows: readonly Row[], change: Partial<CalibrateInput> = {}) =>
  calibrate({
    entries: [...new Set(rows.map(([id]) => id))].map((id) => ({ id, category: 'all' })),
    totals: totalsOf(rows),
    places: 1,
    seed,
    ...change,
  })
const byEntry = (layer: ReturnType<typeof calibrate>) => new Map(layer.entries.map((entry) => [entry.entry, entry]))

/** Five works, strong to weak, each read by the given judges of three; the second judge marks 10 points higher. */
const rows: Row[] = [
  ['A', 'J1', 90],
  ['A', 'J2', 99],
  ['B', 'J1', 82],
  ['B', 'J3', 81],
  ['C', 'J2', 85],
  ['C', 'J3', 75],
  ['D', 'J1', 71],
  ['D', 'J2', 80],
  ['E', 'J2', 69],
  ['E', 'J3', 61],
]

test('a lenient judge is seen as one, and the works he read are not carried by it', () => {
  // plain means put C, read by the lenient judge, only 1.5 below B; on equal terms the gap is about 6
  const layer = layerOf(rows)
  const entries = byEntry(layer)
  expect(layer.entries.map(({ entry }) => entry)).toEqual(['A', 'B', 'C', 'D', 'E'])
  expect((entries.get('B')?.score ?? 0) - (entries.get('C')?.score ?? 0)).toBeGreaterThan(3)
  const [lenient] = layer.judges
  expect(lenient?.judge).toBe('J2')
  expect(lenient?.bias).toBeGreaterThan(3)
  expect(lenient?.biasInterval[0]).toBeGreaterThan(0)
})

test('every rank lies in its interval, and the chances of a place add up to the places', () => {
  const { entries } = layerOf(rows, { places: 2 })
  for (const { rank, interval } of entries) {
    expect(interval?.[0]).toBeLessThanOrEqual(rank ?? 0)
    expect(interval?.[1]).toBeGreaterThanOrEqual(rank ?? 0)
  }
  expect(entries.reduce((sum, { inQuota }) => sum + (inQuota ?? 0), 0)).toBeCloseTo(2, 6)
  expect(entries.map(({ beatsCut }) => beatsCut === null)).toEqual([false, true, false, false, false])
})

test('the same input gives the same layer, to the last digit', () => {
  expect(layerOf(rows)).toEqual(layerOf(rows))
})

test('another rulebook hash draws differently, and hardly tells otherwise', () => {
  const [one, other] = [layerOf(rows), layerOf(rows, { seed: 'ab'.repeat(32) })]
  expect(other).not.toEqual(one)
  for (const [id, { score }] of byEntry(one)) expect(byEntry(other).get(id)?.score).toBeCloseTo(score ?? 0, -0.3)
})

test('the order of rows has no part in it', () => {
  const expected = layerOf(rows)
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(layerOf(shuffled)).toEqual(expected)
    }),
    { numRuns: 5 },
  )
})

test('nor have the names of works and judges', () => {
  const renamed = rows.map(([entry, judge, total]): Row => [`${9 - entry.charCodeAt(0)}`, judge === 'J1' ? 'Z' : `${judge}x`, total])
  const plain = layerOf(rows).entries.map(({ entry: _entry, ...said }) => said)
  expect(layerOf(renamed).entries.map(({ entry: _entry, ...said }) => said)).toEqual(plain)
})

test('in points or in tenths of points: scores move with the scale, ranks stay', () => {
  const plain = layerOf(rows)
  const tenths = layerOf(rows.map(([entry, judge, total]): Row => [entry, judge, total / 10]))
  for (const [id, said] of byEntry(plain)) {
    expect(byEntry(tenths).get(id)?.score).toBeCloseTo((said.score ?? 0) / 10, 1)
    expect(byEntry(tenths).get(id)?.rank).toBe(said.rank)
  }
})

describe('guards', () => {
  const apart: Row[] = [
    ['A', 'J1', 90],
    ['B', 'J1', 80],
    ['B', 'J2', 81],
    ['E', 'J2', 85],
    ['C', 'J3', 70],
    ['D', 'J3', 60],
  ]

  test('works that no judge links are not ranked against each other', () => {
    const { entries, categories } = layerOf(apart)
    expect(entries.map(({ score, rank, interval, inQuota }) => [score, rank, interval, inQuota])).toEqual(
      Array(5).fill([null, null, null, null]),
    )
    expect(categories[0]).toMatchObject({
      state: 'unlinked',
      cut: null,
      parts: [
        { judges: ['J1', 'J2'], works: ['A', 'B', 'E'], bridge: null },
        { judges: ['J3'], works: ['C', 'D'], bridge: { entries: ['C', 'D'], judges: ['J1', 'J2'] } },
      ],
    })
  })

  test('parts that lie in different categories are ranked in theirs', () => {
    const { entries, categories } = layerOf(apart, {
      entries: ['A', 'B', 'C', 'D', 'E'].map((id) => ({ id, category: 'ABE'.includes(id) ? 'first' : 'second' })),
    })
    expect(categories.map(({ state }) => state)).toEqual(['ranked', 'ranked'])
    expect(entries.map(({ entry, category, rank }) => [entry, category, rank])).toEqual([
      ['A', 'first', 1],
      ['E', 'first', 2],
      ['B', 'first', 3],
      ['C', 'second', 1],
      ['D', 'second', 2],
    ])
  })

  test('panels with one work in common: few bridges, and works that would make more', () => {
    const panels = Array.from({ length: 100 }, (_, n): Row[] => {
      const own: Row[] =
        n < 40
          ? [
              [`W${n}`, 'J1', 60 + (n % 30)],
              [`W${n}`, 'J2', 62 + (n % 29)],
            ]
          : [
              [`W${n}`, 'J3', 60 + (n % 30)],
              [`W${n}`, 'J4', 62 + (n % 29)],
            ]
      return n === 0 ? [...own, ['W0', 'J3', 61]] : own
    }).flat()
    const [bridge] = layerOf(panels).categories[0]?.thinBridges ?? []
    expect(bridge).toMatchObject({ judges: ['J1', 'J2'], works: 40, shared: 1, propose: { judges: ['J3', 'J4'] } })
    expect(bridge?.propose.entries).toHaveLength(2)
    expect(bridge?.propose.entries).not.toContain('W0')
  })

  test('judges who read everything have no thin bridge', () => {
    expect(layerOf(rows).categories[0]?.thinBridges).toEqual([])
  })
})

describe('little to go by', () => {
  test('all marks equal: one rank for all, and every rank possible', () => {
    const equal = ['A', 'B', 'C', 'D'].flatMap((entry): Row[] => [
      [entry, 'J1', 80],
      [entry, 'J2', 80],
    ])
    const { entries, categories } = layerOf(equal)
    for (const said of entries) expect(said).toMatchObject({ score: 80, rank: 1, interval: [1, 4], inQuota: 0.25 })
    expect(categories[0]?.cut).toMatchObject({ from: 1, to: 1 })
  })

  test('works with the same marks of the same judges share score, rank and chance', () => {
    const { entries } = layerOf([...rows, ['F', 'J1', 82], ['F', 'J3', 81]])
    const [b, f] = ['B', 'F'].map((id) => entries.find(({ entry }) => entry === id))
    expect(f).toMatchObject({ score: b?.score, rank: b?.rank, inQuota: b?.inQuota })
  })

  test('a single judge: the order of the marks, and a word that nothing backs them', () => {
    const { entries, singleReads } = layerOf([
      ['A', 'J1', 70],
      ['B', 'J1', 90],
      ['C', 'J1', 80],
    ])
    expect(entries.map(({ entry, rank }) => [entry, rank])).toEqual([
      ['B', 1],
      ['C', 2],
      ['A', 3],
    ])
    expect(entries[0]?.inQuota).toBeLessThan(0.95)
    expect(singleReads).toBe(true)
  })

  test('one work is the first', () => {
    const { entries, categories } = layerOf([
      ['A', 'J1', 70],
      ['A', 'J2', 80],
    ])
    expect(entries).toMatchObject([{ entry: 'A', rank: 1, interval: [1, 1], inQuota: 1, judges: 2 }])
    expect(categories[0]?.cut).toBeNull()
  })

  test('works without marks stand last without a rank; judges without marks are not there', () => {
    const { entries, judges } = layerOf(rows, { entries: ['0', 'A', 'B', 'C', 'D', 'E'].map((id) => ({ id, category: 'all' })) })
    expect(entries.at(-1)).toEqual({
      entry: '0',
      category: 'all',
      score: null,
      rank: null,
      interval: null,
      inQuota: null,
      beatsCut: null,
      judges: 0,
    })
    expect(judges).toHaveLength(3)
  })

  test('nothing at all', () => {
    expect(layerOf([])).toMatchObject({ entries: [], categories: [], judges: [] })
    const unmarked = layerOf([], { entries: [{ id: 'A', category: 'all' }] })
    expect(unmarked.categories[0]?.state).toBe('unmarked')
    expect(unmarked.entries[0]?.rank).toBeNull()
  })

  test('without a quota nothing is said of one', () => {
    const { entries, categories } = layerOf(rows, { places: null })
    expect(entries.map(({ inQuota, beatsCut }) => [inQuota, beatsCut])).toEqual(Array(5).fill([null, null]))
    expect(categories[0]?.cut).toBeNull()
  })

  test('whatever the marks are, ranks count from 1 and nothing is NaN', () => {
    const row = fc.tuple(
      fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
      fc.constantFrom('J1', 'J2', 'J3'),
      fc.constantFrom(0, 50, 50.5, 100),
    )
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ([entry, judge]) => entry + judge, minLength: 1 }), (drawn) => {
        const { entries, judges } = layerOf(drawn, { places: 2 })
        const ranks = entries.flatMap(({ rank }) => rank ?? [])
        expect(ranks.length === 0 || ranks[0] === 1).toBe(true)
        for (const { score, inQuota } of entries) {
          if (score !== null) expect(Number.isFinite(score)).toBe(true)
          if (inQuota !== null) expect(inQuota).toBeGreaterThanOrEqual(0)
        }
        for (const { bias, slope, noise } of judges) expect([bias, slope, noise].every(Number.isFinite)).toBe(true)
      }),
      { numRuns: 25 },
    )
  })
})
