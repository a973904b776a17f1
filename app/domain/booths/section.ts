import { z } from 'zod'
import { DateText } from '~/domain/events/section'
import { Id, Localized } from '~/domain/events/localized'

const Money = z.number().min(0).max(100_000_000)
const Currency = z.enum(['CNY', 'USD', 'EUR', 'HKD'])
const Percent = z.string().regex(/^[+-]?\d{1,3}(\.\d+)?%$/, 'must be a percentage such as 10% or -10%')
const Length = z.string().regex(/^\d+(m|h|d)$/, 'must be a length of time such as 20m, 4h or 5d')

const Zone = z.strictObject({
  id: Id,
  name: Localized,
  description: Localized.optional(),
  forSale: z.boolean().default(true).describe('false: the organiser furnishes it, nobody books there'),
})

// whole decimetres: what the floor is stored in
const Metres = z.number().min(0).max(500).multipleOf(0.1)

const Hall = z.strictObject({
  id: Id,
  name: Localized,
  prefix: z
    .string()
    .regex(/^[A-Z0-9]{1,3}$/, 'must be one to three capital letters or digits')
    .optional()
    .describe('set before every booth number of this hall; needed when two halls use the same letters'),
  grid: z.number().min(0.5).max(20).multipleOf(0.1).describe('metres one letter of the plan stands for'),
  plan: z.string().min(1).describe('A–Z a booth cell of that zone, . aisle, # wall or pillar, > entrance, ~ fire lane, R raw space'),
  letters: z
    .record(z.string().regex(/^[A-Z]$/, 'must be one capital letter'), Id)
    .describe('the zone each letter stands for; R may have one too'),
  also: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'must be capital letters, digits and single hyphens, such as X01')
          .max(12),
        at: z.tuple([Metres, Metres]).describe('metres from the left and from the top'),
        size: z.tuple([Metres.positive(), Metres.positive()]).describe('metres wide and deep'),
        kind: z.enum(['standard', 'raw']).default('standard'),
        zone: Id,
      }),
    )
    .default([])
    .describe('booths that do not fit the grid'),
})

const When = z.strictObject({
  openings: z.int().min(1).max(4).optional().describe('sides that face an aisle, at least'),
  before: DateText.optional().describe('until this day begins, or this moment'),
  from: DateText.optional(),
  editions: z.int().positive().optional().describe('earlier editions attended, at least'),
  zone: Id.optional(),
})

const Price = z
  .strictObject({
    id: Id,
    name: Localized.optional(),
    for: z.enum(['standard', 'raw']).optional(),
    when: When.optional(),
    CNY: Money.optional(),
    USD: Money.optional(),
    per: z.enum(['9m2', 'm2', 'booth']).optional(),
    add: Percent.optional().describe('added to what stands before it'),
    after: z.array(Id).min(1).optional().describe('prices it is worked out on; all above it if absent'),
    unless: z.array(Id).min(1).optional().describe('left out when one of these prices above it applies'),
  })
  .refine((price) => (price.CNY ?? price.USD) !== undefined || price.add !== undefined, {
    message: 'needs an amount (CNY, USD) or a percentage (add)',
  })

const Task = z.strictObject({
  id: Id,
  name: Localized,
  due: DateText,
  for: z.enum(['standard', 'raw']).optional(),
})

const Subsidy = z.strictObject({
  id: Id,
  name: Localized.optional(),
  rate: Percent,
  currency: Currency.default('CNY'),
  capBooth: Money.optional(),
  capShow: Money.optional(),
  capYear: Money.optional(),
  papers: z.array(z.enum(['contract', 'invoice', 'payment', 'photo', 'licence', 'certificate'])).min(1),
})

/** An exhibition: halls and zones, stands, prices by rule, the exhibitor’s tasks, subsidies. */
export const Expo = z.strictObject({
  dates: Id.describe('key of the show days'),
  applications: Id.optional().describe('key of the date range in which exhibitors apply'),
  zones: z.array(Zone).default([]),
  halls: z.array(Hall).default([]),
  payees: z.partialRecord(Currency, z.string().min(1)).optional().describe('收款主体 by currency'),
  stands: z
    .strictObject({
      standard: z.strictObject({ from: z.number().positive() }).optional(),
      raw: z.strictObject({ from: z.number().positive() }).optional(),
    })
    .optional()
    .describe('smallest area in m²'),
  prices: z.array(Price).default([]),
  holds: z.strictObject({ click: Length, reservation: Length }).optional(),
  badges: z.strictObject({ per: z.enum(['9m2', '3m2']), count: z.int().positive() }).optional(),
  tasks: z.array(Task).default([]),
  subsidies: z.array(Subsidy).default([]),
})
export type Expo = z.output<typeof Expo>
export type HallPlan = Expo['halls'][number]
export type PriceRule = Expo['prices'][number]
