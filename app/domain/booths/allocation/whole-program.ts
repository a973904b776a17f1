import type { WholeProgram } from '~/gateways/solver.server'
import { type Compiled, at } from './compiled'
import type { DualRows } from './dual-rows'
import type { Question } from './lagrange'
import { weightOn } from './levels'
import { zonesOfDelegations } from './rezone'

export type Core = {
  program: WholeProgram
  /** by column: its choice; later columns say which zone a delegation takes */
  choices: Int32Array
}

/**
 * The whole-number programme of one level over the choices still alive. A column for each choice of a kind, and one for
 * each delegation and zone. Rows: as many choices as a kind has members; one choice for each cell; one for each pair of
 * neighbouring cells and sensitive category (a clique, far tighter than a row for each two competitors); a member’s
 * choices in a zone only when its delegation takes that zone (disaggregated); one zone for each delegation; what
 * earlier levels must keep. Kinds that are not counted are left out.
 */
export function wholeProgram(compiled: Compiled, dual: DualRows, question: Question, plan: Int32Array): Core {
  const { kinds, levels, blocks, block, kindOfChoice, value } = compiled
  const { alive, level, floors, everybody, counted } = question
  const choices = Int32Array.from(block.keys()).filter((choice) => alive[choice] === 1 && counted[at(kindOfChoice, choice)] === 1)
  const columnOf = new Int32Array(block.length).fill(-1)
  choices.forEach((choice, column) => (columnOf[choice] = column))
  const zones = zonesOfDelegations(compiled)
  const zoneColumns = zones.flatMap((list, delegation) => list.map((zone) => ({ delegation, zone })))
  const zoneColumn = new Map(zoneColumns.map(({ delegation, zone }, index) => [`${delegation} ${zone}`, choices.length + index]))
  const rows = rowBook()

  kinds.forEach(({ start, end, members, pinned, delegation }) => {
    const own = columns(columnOf, start, end)
    if (own.length === 0) return
    rows.add(everybody || pinned ? members.length : 0, members.length, own)
    if (delegation < 0) return
    for (const zone of zones[delegation] ?? []) {
      const inside = own.filter((column) => blocks[at(block, at(choices, column))]?.zone === zone)
      const taken = zoneColumn.get(`${delegation} ${zone}`) ?? -1
      if (inside.length > 0) rows.add(-Infinity, 0, [...inside, taken], [...inside.map(() => 1), -members.length])
    }
  })
  zones.forEach((list, delegation) =>
    rows.add(
      0,
      1,
      list.map((zone) => zoneColumn.get(`${delegation} ${zone}`) ?? -1),
    ),
  )
  for (const list of bindingRows(dual, choices)) rows.add(-Infinity, 1, list)
  const weight = (of: number, choice: number) => {
    const one = levels[of]
    return one ? weightOn(one, kinds[at(kindOfChoice, choice)]?.tier ?? 0, at(value, choice)) : 0
  }
  floors.forEach((floor, earlier) => {
    if (everybody && levels[earlier]?.name === 'placed') return
    const counted = Array.from(choices.keys()).filter((column) => weight(earlier, at(choices, column)) !== 0)
    if (counted.length > 0)
      rows.add(
        floor,
        Infinity,
        counted,
        counted.map((column) => weight(earlier, at(choices, column))),
      )
  })

  const count = choices.length + zoneColumns.length
  const cost = new Float64Array(count)
  choices.forEach((choice, column) => (cost[column] = weight(level, choice)))
  return {
    choices,
    program: {
      cost,
      upper: new Float64Array(count).fill(1),
      rows: rows.done(),
      known: known(compiled, counted, plan, columnOf, zoneColumn, count),
    },
  }
}

/** Rows of cells and neighbourhoods that bind: more than one choice, and no other row that says the same and more. */
function bindingRows({ from, rows, count, cells }: DualRows, choices: Int32Array): number[][] {
  const lists: number[][] = Array.from({ length: count }, () => [])
  choices.forEach((choice, column) => {
    for (let index = at(from, choice); index < at(from, choice + 1); index += 1) lists[at(rows, index)]?.push(column)
  })
  const seen = new Set<string>()
  return lists.filter((list, row) => {
    if (list.length < 2) return false
    if (row < cells) return true
    // two pairs of cells may have the same choices beside them
    const key = list.join(' ')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function known(
  compiled: Compiled,
  counted: Uint8Array,
  plan: Int32Array,
  columnOf: Int32Array,
  zoneColumn: Map<string, number>,
  count: number,
) {
  const { kinds, kindOf, blocks, block } = compiled
  const x = new Float64Array(count)
  for (const [exhibitor, choice] of plan.entries()) {
    if (choice < 0 || counted[at(kindOf, exhibitor)] === 0) continue
    const column = at(columnOf, choice)
    if (column < 0) return null
    x[column] = 1
    const zone = zoneColumn.get(`${kinds[at(kindOf, exhibitor)]?.delegation ?? -1} ${blocks[at(block, choice)]?.zone ?? -1}`)
    if (zone !== undefined) x[zone] = 1
  }
  return x
}

function columns(columnOf: Int32Array, start: number, end: number): number[] {
  const found: number[] = []
  for (let choice = start; choice < end; choice += 1) if (at(columnOf, choice) >= 0) found.push(at(columnOf, choice))
  return found
}

export function rowBook() {
  const lower: number[] = []
  const upper: number[] = []
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  return {
    add: (least: number, most: number, list: readonly number[], coefficients?: readonly number[]) => {
      lower.push(least)
      upper.push(most)
      list.forEach((column, index) => {
        indices.push(column)
        values.push(coefficients?.[index] ?? 1)
      })
      starts.push(indices.length)
    },
    done: (): WholeProgram['rows'] => ({
      lower: Float64Array.from(lower),
      upper: Float64Array.from(upper),
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    }),
  }
}

/** A plan from a solution: equal exhibitors share their kind’s places in the order given. */
export function planOf({ kinds, exhibitors }: Compiled, choices: Int32Array, x: Float64Array): Int32Array {
  const plan = new Int32Array(exhibitors.length).fill(-1)
  const taken = new Set<number>()
  choices.forEach((choice, column) => {
    if (at(x, column) > 0.5) taken.add(choice)
  })
  for (const { members, start, end } of kinds) {
    let next = 0
    for (let choice = start; choice < end; choice += 1) {
      const member = members[next]
      if (!taken.has(choice) || member === undefined) continue
      plan[member] = choice
      next += 1
    }
  }
  return plan
}
