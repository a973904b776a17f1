import { z } from 'zod'
import { Id, Localized } from '~/domain/events/localized'

const Venue = z.strictObject({ id: Id, name: Localized, seats: z.int().positive().optional() })

const Session = z.strictObject({
  id: Id,
  name: Localized,
  description: Localized.optional(),
  type: z.enum(['ceremony', 'plenary', 'forum', 'talk', 'show', 'exhibition', 'contest', 'visit', 'meeting', 'sale']),
  dates: Id.optional().describe('key of its date; left out while the programme is not fixed'),
  venue: Id.optional(),
  audience: z.enum(['public', 'registered', 'invited']).default('public'),
})

const Ticket = z.strictObject({
  id: Id,
  name: Localized,
  sessions: z.array(Id).min(1).optional().describe('every session if absent'),
  seats: z.int().positive().optional(),
  CNY: z.number().min(0).optional(),
  USD: z.number().min(0).optional(),
})

/** What happens where and for whom: a conference, a fashion week, the side events of a fair. */
export const Programme = z.strictObject({
  venues: z.array(Venue).default([]),
  sessions: z.array(Session).min(1),
  tickets: z.array(Ticket).default([]),
  reception: z.boolean().default(false).describe('嘉宾接待: invitations, travel and lodging of guests'),
})
export type Programme = z.output<typeof Programme>
