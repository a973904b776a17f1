import { z } from 'zod'
import { floorGraph, isConnected, placeOf } from './floor-graph'
import { tierOf } from './levels'
import { type AllocationProblem, LEVELS } from './problem'

const MOST_VALUE = 1_000_000
const MOST_ROWS = 20_000
const MOST_IN_BLOCK = 200
/** Choices of all exhibitors together: what is left of them after kinds are made must fit in memory. */
const MOST_CHOICES = 6_000_000
const SHOWN = 20

const Id = z.string('must be text in quotes').min(1, 'must not be empty').max(200, 'may have at most 200 characters')
const number = (from: number, to: number) => {
  const rule = `must be a number from ${from} to ${to}`
  return z.number(rule).min(from, rule).max(to, rule)
}
const whole = (from: number, to: number) => {
  const rule = `must be a whole number from ${from} to ${to}`
  return z.number(rule).int(rule).min(from, rule).max(to, rule)
}
const list = <Item extends z.ZodType>(item: Item, of: string) => z.array(item, `must be a list of ${of}`)
const rows = <Item extends z.ZodType>(item: Item, of: string) => list(item, of).max(MOST_ROWS, `may have at most ${MOST_ROWS} rows`)
const CellIds = list(Id, 'ids of cells').min(1, 'must name at least one cell').max(MOST_IN_BLOCK, `may have at most ${MOST_IN_BLOCK} cells`)

const CellRow = z.strictObject(
  { id: Id, hall: Id, x: whole(-MOST_VALUE, MOST_VALUE), y: whole(-MOST_VALUE, MOST_VALUE), zone: Id.optional() },
  'must be {"id": "…", "hall": "…", "x": 0, "y": 0, "zone": "…"}',
)
const PlacementRow = z.strictObject({ cells: CellIds, value: number(-MOST_VALUE, MOST_VALUE) }, 'must be {"cells": ["…"], "value": 97}')
const ExhibitorRow = z.strictObject(
  {
    id: Id,
    points: number(-MOST_VALUE, MOST_VALUE).optional(),
    delegation: Id.optional(),
    category: Id.optional(),
    placements: list(PlacementRow, 'placements').optional(),
    cellsWanted: whole(1, MOST_IN_BLOCK).optional(),
    openings: whole(0, 4).optional(),
    zones: list(Id, 'zones').min(1, 'must name at least one zone; leave it out when any will do').optional(),
  },
  'must be {"id": "…", "points": 12, "placements": [{"cells": ["…"], "value": 97}]}',
)
const PinRow = z.strictObject({ exhibitor: Id, cells: CellIds }, 'must be {"exhibitor": "…", "cells": ["…"]}')
const levelRule = `must be one of ${LEVELS.join(', ')}`
const keys = {
  cells: rows(CellRow, 'cells'),
  exhibitors: rows(ExhibitorRow, 'exhibitors'),
  sensitiveCategories: rows(Id, 'categories').default([]),
  objective: list(z.enum(LEVELS, levelRule), 'levels')
    .min(1, 'must name at least one level')
    .default([...LEVELS]),
  tiers: list(number(-MOST_VALUE, MOST_VALUE), 'numbers').max(20, 'may have at most 20 tiers').default([]),
  pins: rows(PinRow, 'pins').default([]),
  seed: whole(0, Number.MAX_SAFE_INTEGER).default(0),
  timeLimitSeconds: z
    .number('must be a number above 0, at most 86400')
    .positive('must be a number above 0, at most 86400')
    .max(86_400, 'must be a number above 0, at most 86400')
    .default(60),
}
const Problem = z.strictObject(keys, 'must be an object {"cells": […], "exhibitors": […]}')

export type ReadProblem = { ok: true; problem: AllocationProblem } | { ok: false; problems: string[] }

/** Reads the JSON of an allocation problem; on failure a line each for what is wrong and what is allowed. */
export function readProblem(text: string): ReadProblem {
  let data: unknown
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { ok: false, problems: [`is not JSON: ${printable(error instanceof Error ? error.message : String(error))}`] }
  }
  const parsed = Problem.safeParse(data)
  const problems = parsed.success ? contradictions(parsed.data) : parsed.error.issues.flatMap(describe)
  if (problems.length > SHOWN) problems.splice(SHOWN, Infinity, `and ${problems.length - SHOWN} more problems like these`)
  return parsed.success && problems.length === 0 ? { ok: true, problem: parsed.data } : { ok: false, problems }
}

function describe(issue: z.core.$ZodIssue): string[] {
  const where = pathOf(issue.path)
  if (issue.code !== 'unrecognized_keys') return [`${where}: ${issue.message}`]
  return issue.keys.map((key) => `${where}: “${printable(key)}” is not a key here; allowed are ${allowedAt(issue.path).join(', ')}`)
}

function allowedAt(path: readonly PropertyKey[]): string[] {
  if (path.length === 0) return Object.keys(keys)
  if (path[0] === 'cells') return Object.keys(CellRow.shape)
  if (path[0] === 'pins') return Object.keys(PinRow.shape)
  return Object.keys(path.length > 2 ? PlacementRow.shape : ExhibitorRow.shape)
}

const pathOf = (path: readonly PropertyKey[]) =>
  path.length === 0
    ? 'the problem'
    : path.map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`)).join('')

type Read = z.output<typeof Problem>

/** What a schema cannot see. */
function contradictions(problem: Read): string[] {
  const problems: string[] = []
  const { cells, exhibitors, objective, tiers } = problem
  const cellIds = unique(
    cells.map(({ id }) => id),
    (at) => `cells[${at}].id`,
    'the id',
    problems,
  )
  const exhibitorIds = unique(
    exhibitors.map(({ id }) => id),
    (at) => `exhibitors[${at}].id`,
    'the id',
    problems,
  )
  unique(cells.map(placeOf), (at) => `cells[${at}]`, 'the place', problems)
  unique(objective, (at) => `objective[${at}]`, 'a level', problems)
  tiers.forEach((least, at) => {
    const before = tiers[at - 1]
    if (before !== undefined && least >= before) problems.push(`tiers[${at}]: is ${least} after ${before}; lower bounds must descend`)
  })
  problem.pins.forEach(({ exhibitor, cells: pinned }, at) => {
    if (!exhibitorIds.has(exhibitor)) problems.push(`pins[${at}].exhibitor: “${printable(exhibitor)}” is not the id of an exhibitor`)
    known(pinned, cellIds, `pins[${at}].cells`, problems)
  })
  blocks(problem, cellIds, problems)
  if (problems.length === 0) size(problem, problems)
  return problems
}

function blocks({ cells, exhibitors }: Read, cellIds: ReadonlySet<string>, problems: string[]): void {
  const floor = floorGraph(cells)
  const sound = new Set<string>()
  exhibitors.forEach(({ placements, cellsWanted, openings, zones }, index) => {
    const where = `exhibitors[${index}]`
    if (!placements) return
    for (const [key, wish] of Object.entries({ cellsWanted, openings, zones }))
      if (wish !== undefined) problems.push(`${where}.${key}: goes without placements; with them, their values say what is wished`)
    const seen = new Map<string, number>()
    placements.forEach((placement, at) => {
      const path = `${where}.placements[${at}].cells`
      if (!known(placement.cells, cellIds, path, problems)) return
      const indices = placement.cells.map((id) => floor.indexOf.get(id) ?? -1).sort((a, b) => a - b)
      const key = indices.join(' ')
      const first = seen.get(key)
      if (first !== undefined) problems.push(`${path}: are those of placements[${first}] already; each may be named once`)
      seen.set(key, at)
      if (!sound.has(key) && !isConnected(floor, indices)) problems.push(`${path}: do not hang together; a stand is one piece`)
      sound.add(key)
    })
  })
}

function known(ids: readonly string[], cellIds: ReadonlySet<string>, where: string, problems: string[]): boolean {
  const before = problems.length
  ids.forEach((id, at) => {
    if (!cellIds.has(id)) problems.push(`${where}[${at}]: “${printable(id)}” is not the id of a cell`)
    else if (ids.indexOf(id) < at) problems.push(`${where}[${at}]: “${printable(id)}” is named twice`)
  })
  return problems.length === before
}

function size({ cells, exhibitors, tiers }: Read, problems: string[]): void {
  const wishes = new Set<string>()
  let choices = 0
  for (const { placements, cellsWanted, openings, zones, delegation, category, points } of exhibitors) {
    if (placements) choices += placements.length
    else {
      const wish = JSON.stringify([cellsWanted, openings, zones, delegation, category, tierOf(points ?? 0, tiers)])
      if (wishes.has(wish)) continue
      wishes.add(wish)
      choices += cells.length * ((cellsWanted ?? 1) > 1 ? 2 : 1)
    }
  }
  if (choices > MOST_CHOICES) problems.push(`placements: about ${choices} are more than is solved at once; allowed are ${MOST_CHOICES}`)
}

function unique(names: readonly string[], where: (at: number) => string, what: string, problems: string[]): Set<string> {
  const first = new Map<string, number>()
  names.forEach((name, at) => {
    const before = first.get(name)
    if (before === undefined) first.set(name, at)
    else problems.push(`${where(at)}: ${printable(name)} is ${what} of ${where(before)} already`)
  })
  return new Set(first.keys())
}

/** Text of the input as it may stand in one line of a terminal. */
const printable = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 80)
