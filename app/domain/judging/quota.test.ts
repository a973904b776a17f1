import { describe, expect, test } from 'vitest'
import { applyQuota, categoryFor } from './quota'
import { rankStage } from './rank'
import { Rulebook } from './rulebook'
import { scoreStage } from './score-stage'

const rulebook = Rulebook.parse({
  rulebook: 1,
  criteria: [{ id: 'design', weight: 1, min: 0, max: 100, step: 1, name: { zh: '设计', en: 'Design' } }],
})

/** Ranks one category of works by one mark each; null is a work nobody marked. */
function ranked(totals: Record<string, number | null>, category = 'academic') {
  const entries = Object.keys(totals).map((id) => ({ id, category }))
  const marks = Object.entries(totals).flatMap(([entry, score]) =>
    score === null ? [] : [{ entry, judge: 'J', criterion: 'design', score: String(score) }],
  )
  return rankStage(rulebook, scoreStage(rulebook, entries, marks).scores)
}

const cut = (quota: Parameters<typeof applyQuota>[0], works: ReturnType<typeof ranked>) => {
  const { standings, cutLines } = applyQuota(quota, works)
  return { standings: Object.fromEntries(standings), line: cutLines[0], cutLines }
}

describe('the cut-line', () => {
  test('places, then alternates, then none; an unmarked work is never in', () => {
    const { standings, line } = cut({ places: 2, alternates: 1 }, ranked({ A: 90, B: 80, C: 70, D: 60, E: null }))
    expect(standings).toEqual({ A: 'place', B: 'place', C: 'alternate', D: 'none', E: 'none' })
    expect(line).toEqual({
      category: 'academic',
      places: 2,
      alternates: 1,
      lastIn: '80',
      firstOut: '70',
      ties: [],
    })
  })

  test('a tie across it is reported, and nobody in it is silently cut', () => {
    const { standings, line } = cut({ places: 2, alternates: 1 }, ranked({ A: 90, B: 80, C: 80, D: 60 }))
    expect(standings).toEqual({ A: 'place', B: 'tied-at-cut', C: 'tied-at-cut', D: 'none' })
    expect(line?.ties).toEqual([{ line: 'places', rank: 2, entries: ['B', 'C'] }])
    expect(line).toMatchObject({ places: 1, lastIn: '80', firstOut: '80' })
  })

  test('a tie inside the places is no question', () => {
    const { standings, line } = cut({ places: 2 }, ranked({ A: 90, B: 90, C: 80 }))
    expect(standings).toEqual({ A: 'place', B: 'place', C: 'none' })
    expect(line?.ties).toEqual([])
  })

  test('a tie between the alternates and the rest is reported at that line', () => {
    const { standings, line } = cut({ places: 1, alternates: 1 }, ranked({ A: 90, B: 80, C: 80 }))
    expect(standings).toEqual({ A: 'place', B: 'tied-at-cut', C: 'tied-at-cut' })
    expect(line?.ties).toEqual([{ line: 'alternates', rank: 2, entries: ['B', 'C'] }])
  })

  test('fewer works than places: all are in and nobody is out', () => {
    expect(cut({ places: 5 }, ranked({ A: 90, B: 80 })).line).toMatchObject({
      places: 2,
      lastIn: '80',
      firstOut: null,
    })
    expect(cut({ places: 5 }, ranked({ A: null })).line).toMatchObject({
      places: 0,
      lastIn: null,
      firstOut: null,
    })
  })

  test('every category has its own', () => {
    const works = [...ranked({ A: 90, B: 80 }, 'academic'), ...ranked({ C: 50, D: 40 }, 'professional')]
    const { standings, cutLines } = cut({ places: 1, per: 'group' }, works)
    expect(standings).toEqual({ A: 'place', B: 'none', C: 'place', D: 'none' })
    expect(cutLines.map(({ category, lastIn }) => [category, lastIn])).toEqual([
      ['academic', '90'],
      ['professional', '50'],
    ])
  })
})

test.each([
  ['group', 'academic'],
  ['track', 'digital'],
  ['group-track', 'academic/digital'],
  ['all', 'all'],
  [undefined, 'all'],
] as const)('per %s the category is %s', (per, category) => {
  expect(categoryFor(per, { group: 'academic', track: 'digital' })).toBe(category)
})
