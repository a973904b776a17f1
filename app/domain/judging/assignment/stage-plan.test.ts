import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgesPerWork } from './judges-per-work'
import { type StagePlanInput, pairKey, planStage, refusePlan } from './stage-plan'

const seats = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `s${at}`, label: `${at}`, droppedOut: false, locked: false }))
const works = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `w${at}`, group: at % 2 ? 'school' : 'trade', track: at % 3 ? null : 'knit' }))

const stage: StagePlanInput = {
  state: 'upcoming',
  isAssigned: false,
  perWork: 2,
  seats: seats(5),
  works: works(20),
  given: [],
  full: new Set(),
  begun: new Set(),
  recused: new Set(),
}

/** The stage after a first assignment, open, with some pairs marked in full, one judge gone and some recusals. */
const openStages = fc
  .record({
    seed: fc.nat(),
    gone: fc.integer({ min: 0, max: 4 }),
    signed: fc.integer({ min: 0, max: 4 }),
    marked: fc.uniqueArray(fc.nat(39), { maxLength: 30 }),
    aside: fc.uniqueArray(fc.nat(39), { maxLength: 6 }),
  })
  .map(({ seed, gone, signed, marked, aside }): StagePlanInput => {
    const { pairs } = planStage(stage, seed)
    const keys = (at: number[]) => new Set(at.flatMap((index) => (pairs[index] ? [pairKey(pairs[index])] : [])))
    return {
      ...stage,
      state: 'open',
      isAssigned: true,
      given: pairs,
      full: keys(marked),
      begun: keys(marked),
      recused: keys(aside),
      seats: stage.seats.map((seat, at) => ({ ...seat, droppedOut: at === gone, locked: at === signed && at !== gone })),
    }
  })

describe('while a stage is open', () => {
  test('a pair goes only when its judge stands aside, or has left without a full sheet', () => {
    fc.assert(
      fc.property(openStages, (input) => {
        const gone = new Set(input.seats.filter(({ droppedOut }) => droppedOut).map(({ id }) => id))
        const { taken } = planStage(input, 7)
        const expected = input.given.filter((pair) => {
          const key = pairKey(pair)
          return input.recused.has(key) || (gone.has(pair.seat) && !input.full.has(key))
        })
        expect(new Set(taken.map(pairKey))).toEqual(new Set(expected.map(pairKey)))
      }),
    )
  })

  test('nobody who left, signed or stands aside is given anything', () => {
    fc.assert(
      fc.property(openStages, (input) => {
        const closed = new Set(input.seats.filter(({ droppedOut, locked }) => droppedOut || locked).map(({ id }) => id))
        for (const pair of planStage(input, 7).added) {
          expect(closed.has(pair.seat)).toBe(false)
          expect(input.recused.has(pairKey(pair))).toBe(false)
        }
      }),
    )
  })

  test('each work has its judges, or the plan says what it lacks', () => {
    fc.assert(
      fc.property(openStages, (input) => {
        const { pairs, unmet } = planStage(input, 7)
        for (const { id } of input.works) {
          const lacks = unmet.reduce((sum, row) => sum + (row.work === id ? row.missing : 0), 0)
          expect(pairs.filter(({ work }) => work === id).length + lacks).toBe(2)
        }
      }),
    )
  })
})

test('before a stage opens only pins and works begun stay', () => {
  const given = [
    { seat: 's0', work: 'w0', pinned: true },
    { seat: 's0', work: 'w1', pinned: false },
  ]
  const plans = Array.from({ length: 20 }, (_, seed) => planStage({ ...stage, given, isAssigned: true }, seed))
  const kept = (key: string) => plans.filter(({ pairs }) => pairs.map(pairKey).includes(key)).length
  expect(kept('s0 w0')).toBe(20)
  expect(kept('s0 w1')).toBeLessThan(20)
})

test('why works cannot be assigned', () => {
  const reason = (change: Partial<Parameters<typeof refusePlan>[0]>) => refusePlan({ ...stage, ...change })
  expect(reason({})).toBeNull()
  expect(reason({ perWork: 'all' })).toBe('everyone-sees-all')
  expect(reason({ state: 'closed' })).toBe('stage-over')
  expect(reason({ state: 'open' })).toBe('open-without-assignment')
  expect(reason({ seats: [] })).toBe('no-judges')
  expect(reason({ works: [] })).toBe('no-works')
  expect(reason({ perWork: 6 })).toBe('too-few-judges')
})

test('a config that does not say gives every work to everyone', () => {
  const config = {
    contest: { stages: [{ id: 'first', panel: { judges: 7, perWork: 3 } }, { id: 'second', panel: { judges: 7 } }, { id: 'notice' }] },
  }
  expect(['first', 'second', 'notice', 'nowhere'].map((id) => judgesPerWork(config, id))).toEqual([3, 'all', 'all', 'all'])
  expect(judgesPerWork({}, 'first')).toBe('all')
})
