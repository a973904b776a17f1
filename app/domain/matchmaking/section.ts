import { z } from 'zod'
import { Id, Localized } from '~/domain/events/localized'

const Side = z.strictObject({ places: z.int().positive().optional(), asks: z.array(Id).min(1) })

/** Buyers and suppliers at tables, by appointment, with what came of each meeting. */
export const Matchmaking = z.strictObject({
  dates: Id.describe('key of the days on which meetings take place'),
  slotMinutes: z.int().min(5).max(120),
  tables: z.int().positive().optional(),
  suppliers: Side,
  buyers: Side,
  categories: z.array(z.strictObject({ id: Id, name: Localized })).default([]),
  results: z.array(z.enum(['inquiry', 'sample', 'visit', 'intention', 'contract'])).default(['inquiry', 'sample', 'intention']),
})
export type Matchmaking = z.output<typeof Matchmaking>
