import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TieEvidence } from './break-tie'
import { rankStage } from './rank'
import { Rulebook, type TieRule } from './rulebook'
import type { StageMark } from './gather-sheets'
import { scoreStage } from './score-stage'

const name = { zh: '项', en: 'Item' }

function rulebookWith(ties: TieRule[], more: Partial<Rulebook> = {}): Rulebook {
  return Rulebook.parse({
    rulebook: 1,
    criteria: [
      { id: 'design', weight: 1, min: 0, max: 10, step: 0.5, name },
      { id: 'craft', weight: 1, min: 0, max: 10, step: 0.5, name },
    ],
    ties,
    ...more,
  })
}

type Table = Record<string, [design: number, craft: number][]>

function marksOf(table: Table): StageMark[] {
  return Object.entries(table).flatMap(([entry, sheets]) =>
    sheets.flatMap(([design, craft], judge) => [
      { entry, judge: `J${judge}`, criterion: 'design', score: String(design) },
      { entry, judge: `J${judge}`, criterion: 'craft', score: String(craft) },
    ]),
  )
}

function rank(rulebook: Rulebook, table: Table, evidence?: TieEvidence) {
  const entries = Object.keys(table).map((id) => ({ id, category: 'all' }))
  return rankStage(rulebook, scoreStage(rulebook, entries, marksOf(table)).scores, evidence)
}

const places = (ranked: ReturnType<typeof rank>) => ranked.map(({ entry, rank: place }) => [entry, place])

describe('ranks', () => {
  test('two equal works share first place and the next is third', () => {
    const ranked = rank(rulebookWith([]), { A: [[8, 8]], B: [[5, 5]], C: [[8, 8]] })
    expect(places(ranked)).toEqual([
      ['A', 1],
      ['C', 1],
      ['B', 3],
    ])
    expect(ranked.map(({ sharing }) => sharing)).toEqual([2, 2, 1])
    expect(ranked.some(({ awaitsChair }) => awaitsChair)).toBe(false)
  })

  test('a work nobody marked stands last without a rank', () => {
    expect(places(rank(rulebookWith([]), { A: [], B: [[1, 1]] }))).toEqual([
      ['B', 1],
      ['A', null],
    ])
  })

  test('categories are ranked apart and listed in order', () => {
    const rulebook = rulebookWith([])
    const entries = [
      { id: 'A', category: 'z' },
      { id: 'B', category: 'a' },
      { id: 'C', category: 'z' },
    ]
    const { scores } = scoreStage(rulebook, entries, marksOf({ A: [[1, 1]], B: [[2, 2]], C: [[3, 3]] }))
    expect(places(rankStage(rulebook, scores))).toEqual([
      ['B', 1],
      ['C', 1],
      ['A', 2],
    ])
  })
})

describe('the tie chain', () => {
  test('undropped-mean brings the dropped marks back', () => {
    const rulebook = rulebookWith(['undropped-mean'], {
      drop: { level: 'total', high: 1, low: 1, fromJudges: 3 },
    })
    // both keep 12 alone; with everything A has 12, B has 34 / 3
    const ranked = rank(rulebook, {
      A: [
        [5, 5],
        [6, 6],
        [7, 7],
      ],
      B: [
        [4, 4],
        [6, 6],
        [7, 7],
      ],
    })
    expect(places(ranked)).toEqual([
      ['A', 1],
      ['B', 2],
    ])
    expect(ranked[0]?.decidedBy).toBe('undropped-mean')
  })

  test('a criterion decides, and the next rule only where it does not', () => {
    const table: Table = { A: [[6, 8]], B: [[8, 6]], C: [[8, 6]] }
    expect(
      places(
        rank(rulebookWith(['criterion:design', 'time']), table, {
          times: new Map([
            ['C', 58],
            ['B', 61.5],
          ]),
        }),
      ),
    ).toEqual([
      ['C', 1],
      ['B', 2],
      ['A', 3],
    ])
  })

  test('majority: more judges placed it higher', () => {
    // totals of the three judges: A 10 10 16, B 11 11 14: the sums are equal, two judges prefer B
    const ranked = rank(rulebookWith(['majority']), {
      A: [
        [5, 5],
        [5, 5],
        [8, 8],
      ],
      B: [
        [6, 5],
        [6, 5],
        [7, 7],
      ],
    })
    expect(places(ranked)).toEqual([
      ['B', 1],
      ['A', 2],
    ])
  })

  test('majority in a circle decides nothing and the next rule does', () => {
    // A beats B, B beats C, C beats A, two judges to one each
    const table: Table = {
      A: [
        [9, 9],
        [8, 8],
        [7, 7],
      ],
      B: [
        [8, 8],
        [7, 7],
        [9, 9],
      ],
      C: [
        [7, 7],
        [9, 9],
        [8, 8],
      ],
    }
    expect(places(rank(rulebookWith(['majority']), table))).toEqual([
      ['A', 1],
      ['B', 1],
      ['C', 1],
    ])
    const times = new Map([
      ['A', 3],
      ['B', 2],
      ['C', 1],
    ])
    expect(places(rank(rulebookWith(['majority', 'time']), table, { times }))).toEqual([
      ['C', 1],
      ['B', 2],
      ['A', 3],
    ])
  })

  test('fewer-low: the higher lowest mark', () => {
    expect(places(rank(rulebookWith(['fewer-low']), { A: [[4, 10]], B: [[7, 7]] }))).toEqual([
      ['B', 1],
      ['A', 2],
    ])
  })

  test('no time at all is worse than any time', () => {
    const times = new Map([['B', 3600]])
    expect(places(rank(rulebookWith(['time']), { A: [[7, 7]], B: [[7, 7]] }, { times }))).toEqual([
      ['B', 1],
      ['A', 2],
    ])
  })

  test('the chair’s tie stays open until the chair has placed all of it', () => {
    const rulebook = rulebookWith(['criterion:design', 'chair'])
    const table: Table = { A: [[7, 7]], B: [[7, 7]], C: [[6, 8]] }
    const open = rank(rulebook, table)
    expect(places(open)).toEqual([
      ['A', 1],
      ['B', 1],
      ['C', 3],
    ])
    expect(open.map(({ awaitsChair }) => awaitsChair)).toEqual([true, true, false])
    expect(rank(rulebook, table, { chairOrder: ['B'] })[0]?.awaitsChair).toBe(true)
    const decided = rank(rulebook, table, { chairOrder: ['B', 'A'] })
    expect(places(decided)).toEqual([
      ['B', 1],
      ['A', 2],
      ['C', 3],
    ])
    expect(decided[0]).toMatchObject({ decidedBy: 'chair', awaitsChair: false })
  })

  test('the total is compared as it was rounded', () => {
    const rulebook = rulebookWith([], { rounding: { total: 0, mode: 'half-up' } })
    expect(places(rank(rulebook, { A: [[7, 7.5]], B: [[7.5, 7.5]] }))).toEqual([
      ['A', 1],
      ['B', 1],
    ])
  })
})

const mark = fc.integer({ min: 0, max: 20 }).map((half) => half / 2)
const sheet = fc.tuple(mark, mark)
const table = fc
  .integer({ min: 1, max: 7 })
  .chain((judges) =>
    fc
      .array(fc.array(sheet, { minLength: judges, maxLength: judges }), { minLength: 1, maxLength: 12 })
      .map((works): Table => Object.fromEntries(works.map((sheets, index) => [`W${index}`, sheets]))),
  )
const rulebooks = fc.constantFrom(
  rulebookWith(['undropped-mean', 'majority', 'fewer-low', 'criterion:craft', 'chair'], {
    drop: { level: 'total', high: 1, low: 1, fromJudges: 5 },
    rounding: { total: 1, mode: 'half-even' },
  }),
  rulebookWith(['criterion:design', 'majority'], {
    drop: { level: 'criterion', high: 1, low: 1, fromJudges: 3 },
    rounding: { criterion: 1, weighted: 1, total: 1, mode: 'half-up' },
  }),
  rulebookWith([], { average: 'median' }),
)

describe('whatever the marks', () => {
  test('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(rulebooks, table, fc.infiniteStream(fc.nat()), (rulebook, works, keys) => {
        const entries = Object.keys(works).map((id) => ({ id, category: 'all' }))
        const marks = marksOf(works)
        const shuffled = <T>(items: readonly T[]) =>
          items
            .map((item) => ({ item, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item)
        const plain = rankStage(rulebook, scoreStage(rulebook, entries, marks).scores)
        const mixed = rankStage(rulebook, scoreStage(rulebook, shuffled(entries), shuffled(marks)).scores)
        const shown = ({ entry, rank: place, total, criteria, dropped }: (typeof plain)[number]) => [entry, place, total, criteria, dropped]
        expect(mixed.map(shown)).toEqual(plain.map(shown))
      }),
    )
  })

  test('a rank is one more than the number of works before it', () => {
    fc.assert(
      fc.property(rulebooks, table, (rulebook, works) => {
        const ranked = rank(rulebook, works)
        for (const { rank: place, sharing } of ranked) {
          expect(place).toBe(ranked.filter((other) => (other.rank ?? 0) < (place ?? 0)).length + 1)
          expect(ranked.filter((other) => other.rank === place)).toHaveLength(sharing)
        }
      }),
    )
  })

  test('a raised mark never lowers the total or, without a tie chain, the rank', () => {
    fc.assert(
      fc.property(rulebooks, table, fc.nat(), fc.nat(), (rulebook, works, whichWork, whichJudge) => {
        const plain = { ...rulebook, ties: [] }
        const ids = Object.keys(works)
        const id = ids[whichWork % ids.length] ?? ''
        const sheets = works[id] ?? []
        const judge = whichJudge % sheets.length
        const raised = sheets.map(([design, craft], at): [number, number] =>
          at === judge ? [Math.min(10, design + 0.5), craft] : [design, craft],
        )
        const [before, after] = [rank(plain, works), rank(plain, { ...works, [id]: raised })].map((ranked) =>
          ranked.find(({ entry }) => entry === id),
        )
        expect(Number(after?.total)).toBeGreaterThanOrEqual(Number(before?.total))
        expect(after?.rank).toBeLessThanOrEqual(before?.rank ?? 0)
      }),
    )
  })
})
