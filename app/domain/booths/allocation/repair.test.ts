import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type SolveWhole, wholeSolver } from '~/gateways/solver.server'
import { bestByTrying, faultsOf, problemOf, smallProblem } from '#test/support/small-allocations'
import { allocate } from './allocate'
import type { AllocationProblem } from './problem'
import { type Change, type Standing, repair } from './repair'

let solve: SolveWhole
beforeAll(async () => {
  solve = await wholeSolver()
})
const tools = () => ({ solve, elapsed: () => 0 })
const row = (count: number) => Array.from({ length: count }, (_, x) => ({ id: `A${x}`, hall: 'H1', x, y: 0 }))
const anywhere = (count: number, best: number) => Array.from({ length: count }, (_, x) => ({ cells: [`A${x}`], value: x === best ? 9 : 5 }))
const mended = (problem: AllocationProblem, plan: readonly Standing[], change: Change) => repair(problem, plan, change, tools())

test('a freed cell goes to one who stood nowhere, and nobody else moves, not even to a better place', () => {
  const exhibitors = ['E1', 'E2', 'E3'].map((id) => ({ id, placements: anywhere(2, 0) }))
  const plan = [
    { exhibitor: 'E1', cells: ['A0'] },
    { exhibitor: 'E2', cells: ['A1'] },
  ]
  expect(mended(problemOf({ cells: row(2), exhibitors }), plan, { cancelled: ['E1'] })).toEqual({
    moves: [{ exhibitor: 'E3', from: [], to: ['A0'] }],
    plan: [
      { exhibitor: 'E2', cells: ['A1'] },
      { exhibitor: 'E3', cells: ['A0'] },
    ],
    proven: true,
  })
})

test('who stood on a lost cell moves; one other makes room when there is no free place it could take', () => {
  const exhibitors = [
    {
      id: 'E1',
      placements: [
        { cells: ['A0'], value: 9 },
        { cells: ['A1'], value: 5 },
      ],
    },
    { id: 'E2', placements: anywhere(3, 1) },
  ]
  const plan = [
    { exhibitor: 'E1', cells: ['A0'] },
    { exhibitor: 'E2', cells: ['A1'] },
  ]
  expect(mended(problemOf({ cells: row(3), exhibitors }), plan, { blocked: ['A0'] }).moves).toEqual([
    { exhibitor: 'E1', from: ['A0'], to: ['A1'] },
    { exhibitor: 'E2', from: ['A1'], to: ['A2'] },
  ])
})

test('an exhibitor the organiser put where it never asked to stand stays there', () => {
  const exhibitors = [{ id: 'E1', placements: [{ cells: ['A0'], value: 9 }] }]
  expect(mended(problemOf({ cells: row(2), exhibitors }), [{ exhibitor: 'E1', cells: ['A1'] }], {}).moves).toEqual([])
})

test('as many as can be are placed, then as few as can be moved, by every rule', () => {
  const moment = smallProblem.map((problem) => ({ ...problem, pins: [] }))
  fc.assert(
    fc.property(moment, fc.nat(4), fc.nat(7), (problem, who, which) => {
      const before = allocate({ ...problem, objective: ['value'] }, tools()).placements
      const cancelled = problem.exhibitors[who] ? [problem.exhibitors[who].id] : []
      const blocked = problem.cells[which] ? [problem.cells[which].id] : []
      const repaired = mended(problem, before, { cancelled, blocked })
      const stood = new Map(before.map(({ exhibitor, cells }) => [exhibitor, cells.join()]))
      const left = {
        ...problem,
        cells: problem.cells.filter(({ id }) => !blocked.includes(id)),
        exhibitors: problem.exhibitors
          .filter(({ id }) => !cancelled.includes(id))
          .map((one) => ({
            ...one,
            placements: (one.placements ?? [])
              .filter(({ cells }) => !cells.some((id) => blocked.includes(id)))
              .map(({ cells }) => ({ cells, value: [...cells].sort().join() === stood.get(one.id)?.split(',').sort().join() ? 1 : 0 })),
          })),
        objective: ['placed', 'value'] as const,
      }
      const [placed = 0, kept = 0] = bestByTrying(left) ?? []
      const moved = new Set(repaired.moves.map(({ exhibitor }) => exhibitor))
      expect(repaired.plan).toHaveLength(placed)
      expect(repaired.plan.filter(({ exhibitor }) => !moved.has(exhibitor))).toHaveLength(kept)
      const unplaced = left.exhibitors.filter(({ id }) => !repaired.plan.some(({ exhibitor }) => exhibitor === id))
      const told = {
        placements: repaired.plan.map((one) => ({ ...one, cells: [...one.cells], value: 0, why: 'mended' })),
        unplaced: unplaced.map(({ id }) => ({ exhibitor: id, why: 'full' })),
      }
      expect(faultsOf(left, { ...told, status: 'optimal', objective: {}, bound: {}, gap: 0 })).toEqual([])
    }),
    { numRuns: 80 },
  )
}, 120_000)
