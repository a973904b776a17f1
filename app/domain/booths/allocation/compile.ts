import { draws, shuffled } from '~/domain/draws'
import type { Block, Compiled, Kind } from './compiled'
import { type FloorGraph, floorGraph } from './floor-graph'
import { levelsOf, tierOf } from './levels'
import { pinnedChoices } from './pinned-choices'
import { type AllocationProblem, DECIMALS, type ExhibitorToPlace, sortedText } from './problem'
import { straightBlocks, wishedPlacements } from './wished-placements'

type Asked = { key: string; blocks: readonly number[]; values: readonly number[] }

/** Numbers instead of names; the same for any order of the rows of the problem. */
export function compile(problem: AllocationProblem): Compiled {
  const floor = floorGraph(problem.cells)
  const exhibitors = [...problem.exhibitors].sort((a, b) => (a.id < b.id ? -1 : 1))
  const unit = unitOf(exhibitors)
  const book = blockBook(floor)
  const asked = askedBy(floor, exhibitors, unit, book)
  const categories = sortedText(new Set(problem.sensitiveCategories))
  const delegations = sortedText(new Set(exhibitors.flatMap(({ delegation }) => delegation ?? [])))
  const pinned = new Map(problem.pins.map((pin) => [pin.exhibitor, pin]))
  const byKey = new Map<string, Omit<Kind, 'start' | 'end'> & { members: number[] }>()
  exhibitors.forEach((exhibitor, index) => {
    const { key, blocks, values } = asked[index] as Asked
    const tier = tierOf(exhibitor.points ?? 0, problem.tiers)
    const category = categories.indexOf(exhibitor.category ?? '')
    const delegation = delegations.indexOf(exhibitor.delegation ?? '')
    const isPinned = pinned.has(exhibitor.id)
    const whole = JSON.stringify([tier, category, delegation, isPinned ? exhibitor.id : null, key])
    const same = byKey.get(whole)
    if (same) same.members.push(index)
    else byKey.set(whole, { members: [index], tier, category, delegation, pinned: isPinned, asked: { blocks, values } })
  })
  const kinds = [...byKey.values()]
  const { choices, broken } = pinnedChoices({ floor, exhibitors, kinds, blocks: book.blocks, pins: problem.pins })
  const kindOf = new Int32Array(exhibitors.length)
  kinds.forEach(({ members }, kind) => {
    for (const member of members) kindOf[member] = kind
  })
  return {
    floor,
    levels: levelsOf(problem),
    unit,
    exhibitors,
    kindOf,
    ...laidOut(kinds, choices, drawnRank(problem.seed, book.blocks.length)),
    blocks: book.blocks,
    categories,
    delegations,
    broken,
    seed: problem.seed,
  }
}

/** The smallest power of ten that makes every value whole; values beyond six decimals are rounded. */
function unitOf(exhibitors: readonly ExhibitorToPlace[]): number {
  const values = exhibitors.flatMap(({ placements, zones }) => placements?.map(({ value }) => value) ?? (zones ? [1 / 3] : []))
  for (let unit = 1; unit < 10 ** DECIMALS; unit *= 10) if (values.every((value) => Number.isInteger(value * unit))) return unit
  return 10 ** DECIMALS
}

type BlockBook = { blocks: Block[]; find: (cells: readonly number[]) => number }

function blockBook({ neighbours, zone }: FloorGraph): BlockBook {
  const blocks: Block[] = []
  const known = new Map<string, number>()
  return {
    blocks,
    find: (cells) => {
      const key = cells.join(' ')
      const before = known.get(key)
      if (before !== undefined) return before
      const border = new Set(cells.flatMap((cell) => neighbours[cell] ?? []))
      for (const cell of cells) border.delete(cell)
      const zones = new Set(cells.map((cell) => zone[cell] ?? 0))
      known.set(key, blocks.length)
      return blocks.push({ cells, border: [...border].sort((a, b) => a - b), zone: zones.size === 1 ? ([...zones][0] ?? -1) : -1 }) - 1
    },
  }
}

/** What each exhibitor asks for, one list shared by all who ask for the same. */
function askedBy(floor: FloorGraph, exhibitors: readonly ExhibitorToPlace[], unit: number, book: BlockBook): Asked[] {
  const lists = new Map<string, Asked>()
  const straight = new Map<number, number[]>()
  const wished = (exhibitor: ExhibitorToPlace): Asked => {
    const wishes = {
      cellsWanted: exhibitor.cellsWanted ?? 1,
      openings: exhibitor.openings ?? 0,
      zones: exhibitor.zones && sortedText(exhibitor.zones),
    }
    const key = JSON.stringify(wishes)
    const before = lists.get(key)
    if (before) return before
    let blocks = straight.get(wishes.cellsWanted)
    if (!blocks) straight.set(wishes.cellsWanted, (blocks = straightBlocks(floor, wishes.cellsWanted).map(book.find)))
    const cells = blocks.map((block) => book.blocks[block]?.cells ?? [])
    const values = wishedPlacements(floor, wishes, cells).map(({ value }) => Math.round(value * unit))
    const list = { key, blocks, values }
    lists.set(key, list)
    return list
  }
  return exhibitors.map((exhibitor) => {
    if (!exhibitor.placements) return wished(exhibitor)
    const rows = exhibitor.placements
      .map(({ cells, value }) => ({
        cells: cells.map((id) => floor.indexOf.get(id) ?? -1).sort((a, b) => a - b),
        value: Math.round(value * unit),
      }))
      .sort((a, b) => byCells(a.cells, b.cells))
    const key = JSON.stringify(rows.map(({ cells, value }) => [value, ...cells]))
    const before = lists.get(key)
    if (before) return before
    const list = { key, blocks: rows.map(({ cells }) => book.find(cells)), values: rows.map(({ value }) => value) }
    lists.set(key, list)
    return list
  })
}

function byCells(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) if (a[at] !== b[at]) return (a[at] ?? 0) - (b[at] ?? 0)
  return a.length - b.length
}

const drawnRank = (seed: number, count: number) => shuffled(count, draws(seed))

/** The choices of all kinds one after the other, each kind's best first, equal ones as the seed drew them. */
function laidOut(kinds: readonly Omit<Kind, 'start' | 'end'>[], choices: readonly (readonly number[])[], rank: Int32Array) {
  const total = choices.reduce((sum, list) => sum + list.length, 0)
  const block = new Int32Array(total)
  const value = new Float64Array(total)
  const kindOfChoice = new Int32Array(total)
  let end = 0
  // one list for all who ask for the same
  const inOrder = new Map<readonly number[], Kind['asked']>()
  const laid = kinds.map((kind, at): Kind => {
    const { blocks, values } = kind.asked
    const better = (a: number, b: number) =>
      (values[b] ?? 0) - (values[a] ?? 0) || (rank[blocks[a] ?? 0] ?? 0) - (rank[blocks[b] ?? 0] ?? 0)
    const start = end
    for (const choice of [...(choices[at] ?? [])].sort(better)) {
      block[end] = blocks[choice] ?? 0
      value[end] = values[choice] ?? 0
      kindOfChoice[end] = at
      end += 1
    }
    let asked = inOrder.get(blocks)
    if (!asked) {
      const sorted = blocks.map((_, index) => index).sort(better)
      asked = { blocks: sorted.map((i) => blocks[i] ?? 0), values: sorted.map((i) => values[i] ?? 0) }
      inOrder.set(blocks, asked)
    }
    return { ...kind, start, end, asked }
  })
  return { kinds: laid, block, value, kindOfChoice }
}
