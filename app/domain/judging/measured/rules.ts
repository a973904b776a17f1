import { z } from 'zod'
import { RulebookText, kebabId } from '../rulebook-text'

/** The parts of a rulebook that say what is measured and how it counts. Like the rest: no defaults, nothing rewritten. */

const decimalKey = /^-?\d+(?:\.\d+)?$/

/** What a fault takes away: `each` time it is counted, never more than `atMost` together. */
export const Fault = z.strictObject({
  id: kebabId,
  name: RulebookText,
  each: z.number().positive(),
  atMost: z.number().positive().optional(),
})
export type Fault = z.infer<typeof Fault>

export const Points = z.union([
  z.strictObject({
    linear: z.strictObject({ from: z.number(), at: z.number(), to: z.number(), then: z.number() }),
  }),
  z.strictObject({ table: z.record(z.string().regex(decimalKey), z.number()) }),
  z.strictObject({
    deductions: z.strictObject({ from: z.number().positive(), faults: z.array(Fault).min(1).max(20) }),
  }),
])
export type Points = z.infer<typeof Points>

/**
 * Where a quantity is recorded, once for all judges. `clock`: the seconds a part, or the whole run, took. `stops`: the
 * seconds it stood still. `faults`: counted by the referee. `meter`: the last reading less the first. `reading`: the last
 * reading. `sheet`: imported from a table, such as the theory marks.
 */
export const SOURCES = ['clock', 'stops', 'faults', 'meter', 'reading', 'sheet'] as const
export const Source = z.enum(SOURCES)
export type Source = z.infer<typeof Source>

/** One of the things a contest consists of; its criteria together are worth `share` percent of the total. */
export const Module = z.strictObject({
  id: kebabId,
  name: RulebookText,
  share: z.number().positive().max(100),
})
export type Module = z.infer<typeof Module>

/** `stops`: whether the clock runs on while it stands still (`counted`) or waits (`excluded`). */
export const Run = z.strictObject({
  minutes: z.number().positive().max(600).optional(),
  stops: z.enum(['counted', 'excluded']),
  parts: z
    .array(z.strictObject({ id: kebabId, name: RulebookText }))
    .min(1)
    .max(12)
    .optional(),
})
export type Run = z.infer<typeof Run>

/** An item that is ranked by itself, by the points of some criteria. */
export const Single = z.strictObject({
  id: kebabId,
  name: RulebookText,
  criteria: z.array(kebabId).min(1).max(12),
})
export type Single = z.infer<typeof Single>

/** `field`: the question of the entry form that names the team. A team’s total is the sum of its `best` totals. */
export const Teams = z.strictObject({ field: kebabId, best: z.int().min(1).max(20) })
export type Teams = z.infer<typeof Teams>
