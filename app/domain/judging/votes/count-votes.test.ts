import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BallotRules } from './ballot'
import { CHOICES, type Choice, choiceOf, markOf } from './choice'
import { countVotes, type Vote } from './count-votes'

const ballot = (keep: number, alternates?: number): BallotRules => ({
  vote: ['in', 'hold', 'out'],
  keep,
  ...(alternates === undefined ? {} : { alternates }),
})

/** `sheets.W1 = 'iho'`: the n-th letter is the n-th judge's vote. */
const votesOf = (sheets: Record<string, string>): Vote[] =>
  Object.entries(sheets).flatMap(([entry, letters]) =>
    [...letters].map((letter, n): Vote => ({ entry, judge: `J${n + 1}`, choice: letter === 'i' ? 'in' : letter === 'h' ? 'hold' : 'out' })),
  )

const entriesOf = (ids: readonly string[], category = 'all') => ids.map((id) => ({ id, category }))

const standings = (works: readonly { entry: string; standing: string }[]) =>
  Object.fromEntries(works.map(({ entry, standing }) => [entry, standing]))

test('a choice is kept as its mark and read back', () => {
  for (const choice of CHOICES) expect(choiceOf(markOf(choice))).toBe(choice)
  expect(choiceOf(null)).toBeNull()
})

test('works stand by votes in, then by votes on hold', () => {
  const sheets = { W1: 'iho', W2: 'iio', W3: 'ioo', W4: 'hhh' }
  const { works } = countVotes(ballot(2), entriesOf(Object.keys(sheets)), votesOf(sheets))
  expect(works.map(({ entry, rank, in: ins, hold, out, standing }) => [entry, rank, ins, hold, out, standing])).toEqual([
    ['W2', 1, 2, 0, 1, 'place'],
    ['W1', 2, 1, 1, 1, 'place'],
    ['W3', 3, 1, 0, 2, 'none'],
    ['W4', 4, 0, 3, 0, 'none'],
  ])
})

test('equal votes across the line are a tie, and a decision about all of them parts it', () => {
  const sheets = { W1: 'iii', W2: 'iho', W3: 'iho', W4: 'ooo' }
  const tied = countVotes(ballot(2), entriesOf(Object.keys(sheets)), votesOf(sheets))
  expect(standings(tied.works)).toEqual({ W1: 'place', W2: 'tied-at-cut', W3: 'tied-at-cut', W4: 'none' })
  expect(tied.works.filter(({ awaitsChair }) => awaitsChair).map(({ rank }) => rank)).toEqual([2, 2])
  const parted = countVotes(ballot(2), entriesOf(Object.keys(sheets)), votesOf(sheets), [], { order: ['W3', 'W2'] })
  expect(standings(parted.works)).toEqual({ W1: 'place', W3: 'place', W2: 'none', W4: 'none' })
  expect(parted.works.find(({ entry }) => entry === 'W3')).toMatchObject({ rank: 2, decidedBy: 'chair', awaitsChair: false })
  const half = countVotes(ballot(2), entriesOf(Object.keys(sheets)), votesOf(sheets), [], { order: ['W3'] })
  expect(standings(half.works)).toEqual(standings(tied.works))
})

test('a work moved in takes a place of the quota; one moved out loses its own', () => {
  const sheets = { W1: 'iii', W2: 'iio', W3: 'ihh', W4: 'ooo' }
  const moved = countVotes(ballot(2, 1), entriesOf(Object.keys(sheets)), votesOf(sheets), [], { moves: new Map([['W4', 'in']]) })
  expect(standings(moved.works)).toEqual({ W1: 'place', W4: 'place', W2: 'alternate', W3: 'none' })
  const out = countVotes(ballot(2, 1), entriesOf(Object.keys(sheets)), votesOf(sheets), [], { moves: new Map([['W1', 'out']]) })
  expect(standings(out.works)).toEqual({ W2: 'place', W3: 'place', W4: 'alternate', W1: 'none' })
  expect(out.works.at(-1)).toMatchObject({ entry: 'W1', rank: null, in: 3 })
})

test('votes of a judge who stands aside do not count, and a work without votes has no rank', () => {
  const { works } = countVotes(ballot(2), entriesOf(['W1', 'W2']), votesOf({ W1: 'ii', W2: 'i' }), [{ entry: 'W2', judge: 'J1' }])
  expect(works.map(({ entry, rank, in: ins }) => [entry, rank, ins])).toEqual([
    ['W1', 1, 2],
    ['W2', null, 0],
  ])
})

test('every category keeps its own', () => {
  const entries = [...entriesOf(['W1', 'W2'], 'academic'), ...entriesOf(['W3', 'W4'], 'professional')]
  const { works } = countVotes(ballot(1), entries, votesOf({ W1: 'ii', W2: 'io', W3: 'oo', W4: 'ho' }))
  expect(works.filter(({ standing }) => standing === 'place').map(({ entry }) => entry)).toEqual(['W1', 'W4'])
})

const someVote = fc.record({
  keep: fc.integer({ min: 1, max: 8 }),
  alternates: fc.integer({ min: 0, max: 3 }),
  sheets: fc.array(fc.array(fc.constantFrom<Choice>(...CHOICES), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 20 }),
  moves: fc.array(fc.tuple(fc.nat(19), fc.constantFrom('in' as const, 'out' as const)), { maxLength: 3 }),
  seed: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
})

test('never more are kept than the ballot says, and exactly as many once no tie is left', () => {
  fc.assert(
    fc.property(someVote, ({ keep, alternates, sheets, moves, seed }) => {
      const ids = sheets.map((_, n) => `W${String(n).padStart(2, '0')}`)
      const votes = sheets.flatMap((choices, n) => choices.map((choice, j): Vote => ({ entry: ids[n] ?? '', judge: `J${j}`, choice })))
      const moved = new Map(moves.flatMap(([n, to]): [string, 'in' | 'out'][] => (ids[n] ? [[ids[n], to]] : [])))
      fc.pre([...moved.values()].filter((to) => to === 'in').length <= keep)
      const open = countVotes(ballot(keep, alternates), entriesOf(ids), votes, [], { moves: moved })
      const places = open.works.filter(({ standing }) => standing === 'place')
      expect(places.length).toBeLessThanOrEqual(keep)
      const order = [...ids].sort((a, b) => (seed[ids.indexOf(a)] ?? 0) - (seed[ids.indexOf(b)] ?? 0) || (a < b ? -1 : 1))
      const closed = countVotes(ballot(keep, alternates), entriesOf(ids), votes, [], { moves: moved, order })
      const kept = closed.works.filter(({ standing }) => standing === 'place')
      const outs = [...moved.values()].filter((to) => to === 'out').length
      expect(closed.works.some(({ standing }) => standing === 'tied-at-cut')).toBe(false)
      expect(kept).toHaveLength(Math.min(keep, ids.length - outs))
      // what was sure before the decision stays as it was
      for (const { entry } of places) expect(kept.map((work) => work.entry)).toContain(entry)
      for (const [entry, to] of moved) expect(kept.some((work) => work.entry === entry)).toBe(to === 'in')
    }),
  )
})

test('a work that stays out has no more votes than one that is kept, whatever the order of votes and works', () => {
  fc.assert(
    fc.property(someVote, fc.boolean(), ({ keep, sheets }, reversed) => {
      const ids = sheets.map((_, n) => `W${String(n).padStart(2, '0')}`)
      const votes = sheets.flatMap((choices, n) => choices.map((choice, j): Vote => ({ entry: ids[n] ?? '', judge: `J${j}`, choice })))
      const { works } = countVotes(ballot(keep), entriesOf(ids), votes)
      const again = countVotes(ballot(keep), entriesOf(reversed ? [...ids].reverse() : ids), [...votes].reverse())
      expect(again.works).toEqual(works)
      expect(works.every((work) => work.in + work.hold + work.out === (sheets[Number(work.entry.slice(1))]?.length ?? 0))).toBe(true)
      const better = (a: (typeof works)[number], b: (typeof works)[number]) => a.in > b.in || (a.in === b.in && a.hold > b.hold)
      const kept = works.filter(({ standing }) => standing === 'place')
      const rest = works.filter(({ standing }) => standing !== 'place')
      for (const work of rest) for (const one of kept) expect(better(work, one)).toBe(false)
    }),
  )
})
