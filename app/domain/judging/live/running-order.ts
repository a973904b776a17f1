import { draws, shuffled } from '~/domain/draws'

/** A work to be placed in the running order. `group` and its place in the contest keep groups together. */
export interface OrderedWork {
  entry: string
  code: string
  group: string
  groupPosition: number
}

/**
 * The running order of a final: groups in the order of the contest, the works of each shuffled by the seed (Fisher–Yates
 * over works sorted by code). Who has seed and codes can draw it again and gets the same.
 */
export function drawOrder<Work extends OrderedWork>(works: readonly Work[], seed: number): Work[] {
  const draw = draws(seed)
  const sorted = [...works].sort(
    (a, b) => a.groupPosition - b.groupPosition || (a.group < b.group ? -1 : a.group > b.group ? 1 : a.code < b.code ? -1 : 1),
  )
  const order: Work[] = []
  for (const group of new Set(sorted.map((work) => work.group))) {
    const own = sorted.filter((work) => work.group === group)
    order.push(...[...shuffled(own.length, draw)].flatMap((at) => own[at] ?? []))
  }
  return order
}

/** A place in the order as it stands. */
export interface Turn {
  entry: string
  group: string
  /** called before the hall: it keeps its place */
  called: boolean
}

export type MoveRefusal = 'unknown-work' | 'already-called' | 'other-group'

/** The order with one work moved to a place, counted from 0. Groups stay together, and what was called stays where it was. */
export function moveTurn<T extends Turn>(
  order: readonly T[],
  entry: string,
  to: number,
): { ok: true; order: T[] } | { ok: false; reason: MoveRefusal } {
  const from = order.findIndex((turn) => turn.entry === entry)
  const [moving, there] = [order[from], order[to]]
  if (!moving || !there) return { ok: false, reason: 'unknown-work' }
  if (moving.group !== there.group) return { ok: false, reason: 'other-group' }
  const between = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  if (between.some(({ called }) => called)) return { ok: false, reason: 'already-called' }
  const next = order.filter((turn) => turn !== moving)
  next.splice(to, 0, moving)
  return { ok: true, order: next }
}

/** The order with one whole group moved before or behind its neighbour. */
export function moveGroup<T extends Turn>(
  order: readonly T[],
  group: string,
  by: -1 | 1,
): { ok: true; order: T[] } | { ok: false; reason: MoveRefusal } {
  const groups = [...new Set(order.map((turn) => turn.group))]
  const from = groups.indexOf(group)
  const other = groups[from + by]
  if (from < 0 || other === undefined) return { ok: false, reason: 'unknown-work' }
  if (order.some((turn) => turn.called && (turn.group === group || turn.group === other))) return { ok: false, reason: 'already-called' }
  groups.splice(from, 1)
  groups.splice(from + by, 0, group)
  return { ok: true, order: groups.flatMap((one) => order.filter((turn) => turn.group === one)) }
}
