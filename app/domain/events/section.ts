import { z } from 'zod'
import { parseLocalSpan } from './local-date'
import { Id, Localized } from './localized'
import { standardNames } from './standard-names'

export const EventKind = z.enum([
  'design-contest',
  'skills-contest',
  'equipment-contest',
  'expo',
  'fashion-week',
  'conference',
  'matchmaking',
  'campaign',
  'umbrella',
])
export type EventKind = z.output<typeof EventKind>

/** A day, a minute, or a range of them, local to the event: `2026-08-01..2026-12-20T17:00`. */
export const DateText = z.string().refine((text) => parseLocalSpan(text) !== null, {
  message: 'is not a date; write 2026-08-01, 2026-12-20T17:00, or a range such as 2026-08-01..2026-12-20T17:00',
})
export type DateText = z.output<typeof DateText>

const NamedDate = z.strictObject({ on: DateText, name: Localized.optional(), note: Localized.optional() })

/** Phases in the order they happen. A usual key brings its name; any other needs `{ on, name }`. */
export const Dates = z
  .record(Id, z.union([DateText, NamedDate]))
  .superRefine((dates, check) => {
    for (const [key, value] of Object.entries(dates)) {
      if (standardNames[key] || (typeof value === 'object' && value.name)) continue
      const usual = Object.keys(standardNames).join(', ')
      check.addIssue({
        code: 'custom',
        path: [key],
        message: `needs a name: { on: …, name: { zh: …, en: … } }; keys that bring their own name are ${usual}`,
      })
    }
  })
  .transform((dates) =>
    Object.fromEntries(
      Object.entries(dates).map(([key, value]): [string, EventDate] => {
        const { on, name, note } = typeof value === 'string' ? { on: value } : value
        return [key, { on, name: name ?? standardNames[key] ?? { zh: key, en: key }, ...(note && { note }) }]
      }),
    ),
  )
/** `on` is a date text local to the event's time zone. */
export type EventDate = { on: DateText; name: Localized; note?: Localized }
export type Dates = z.output<typeof Dates>

/** Kinds of organising body in the order in which they are printed, with their English heading. */
export const bodyRoles = {
  指导单位: { zh: '指导单位', en: 'Under the guidance of' },
  主办单位: { zh: '主办单位', en: 'Hosts' },
  承办单位: { zh: '承办单位', en: 'Organisers' },
  协办单位: { zh: '协办单位', en: 'Co-organisers' },
  支持单位: { zh: '支持单位', en: 'Supporters' },
} as const satisfies Record<string, Localized>
export type BodyRole = keyof typeof bodyRoles

const Body = z.array(Localized).min(1).optional()
const Bodies = z.strictObject({
  指导单位: Body,
  主办单位: Body,
  承办单位: Body,
  协办单位: Body,
  支持单位: Body,
})

export const coverWeaves = ['knit', 'jacquard', 'weave', 'drape'] as const
export const coverPalettes = ['indigo', 'celadon', 'tea', 'lotus', 'inkstone', 'apricot', 'moss', 'snow'] as const
export const coverStyles = ['tide', 'zigzag', 'bands', 'scales', 'diamonds', 'blocks'] as const

const Cover = z.strictObject({
  weave: z.enum(coverWeaves),
  palette: z.enum(coverPalettes),
  style: z.enum(coverStyles).optional().describe('knit only'),
})
export type EventCover = z.output<typeof Cover>

function isTimeZone(name: string) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const Contact = z.strictObject({
  name: Localized,
  email: z.email('is not an e-mail address').optional(),
  phone: z.string().optional(),
  wechat: z.string().optional(),
  hours: Localized.optional(),
  address: Localized.optional(),
})

const Postponed = z.strictObject({
  at: DateText.describe('when it was announced'),
  reason: Localized,
  from: z.record(Id, DateText).describe('the dates as they stood before; they stay visible, struck through'),
})

const Cancelled = z.strictObject({ at: DateText.describe('when it was announced'), reason: Localized })

/** The part of an event file that every event has, whatever modules it switches on. */
export const eventShape = {
  series: Id.describe('/e/<series> leads to the current edition'),
  edition: z
    .union([z.int().min(1900).max(2200), Id])
    .transform(String)
    .describe('2026 or 2027-spring; series-edition is the slug and the name of the file'),
  kind: EventKind.describe('chooses words, cover and defaults, never behaviour'),
  status: z.enum(['draft', 'open']).default('draft').describe('open is public and needs both languages'),
  name: Localized,
  theme: Localized.optional(),
  lead: Localized.optional().describe('one paragraph under the title'),
  sample: z.array(z.string().min(1)).default([]).describe('paths whose values are illustrative; pages say 示例'),
  timezone: z.string().refine(isTimeZone, 'is not a time zone; write an IANA name such as Asia/Shanghai'),
  place: z.strictObject({ city: Localized, venue: Localized.optional() }).optional(),
  owner: z.strictObject({ id: Id, name: Localized }).describe('the organisation whose staff run it here'),
  bodies: Bodies.default({}).describe('指导 · 主办 · 承办 · 协办 · 支持单位, printed in this order'),
  titleSponsor: z.strictObject({ name: Localized, note: Localized.optional() }).optional(),
  cover: Cover,
  dates: Dates.describe('local to timezone; a day without a time opens at its start and closes at its end'),
  when: Id.optional().describe('the date that stands for the event in lists and calendars; the last one if absent'),
  parent: Id.optional().describe('slug of the umbrella this event belongs to'),
  postponed: Postponed.optional(),
  cancelled: Cancelled.optional(),
  contact: Contact.optional(),
  faq: z.array(z.strictObject({ q: Localized, a: Localized })).default([]),
}
