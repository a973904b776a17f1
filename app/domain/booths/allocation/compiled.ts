import type { FloorGraph } from './floor-graph'
import type { Level } from './levels'
import type { ExhibitorToPlace } from './problem'

/**
 * Exhibitors that nothing tells apart: same tier, delegation, sensitive category and placements. They are solved as
 * one kind with a number, which takes the symmetry out of the search and of the proof; a pinned exhibitor is a kind of
 * its own.
 */
export type Kind = {
  members: readonly number[]
  tier: number
  /** −1 for none; only sensitive categories count */
  category: number
  /** −1 for none */
  delegation: number
  pinned: boolean
  /** its choices are start … end − 1, best first, equals in drawn order; what the pins of others rule out is gone */
  start: number
  end: number
  /** everything it asked for, best first; blocks and values in units */
  asked: { blocks: readonly number[]; values: readonly number[] }
}

export type Compiled = {
  floor: FloorGraph
  levels: readonly Level[]
  /** how many units make 1: a value in whole units */
  unit: number
  /** exhibitors in the order of their ids */
  exhibitors: readonly ExhibitorToPlace[]
  kindOf: Int32Array
  kinds: readonly Kind[]
  /** by choice */
  kindOfChoice: Int32Array
  block: Int32Array
  value: Float64Array
  blocks: readonly Block[]
  categories: readonly string[]
  delegations: readonly string[]
  /** pins that cannot all hold, a line each */
  broken: readonly string[]
  seed: number
}

export type Block = {
  /** ascending */
  cells: readonly number[]
  /** cells beside the block that are no part of it */
  border: readonly number[]
  /** −1 when it lies in several */
  zone: number
}

/** Reads inside loops whose bounds are known: the compiler’s `undefined` cannot happen there. */
export const at = (values: Float64Array | Int32Array | Uint8Array, index: number): number => values[index] as number
