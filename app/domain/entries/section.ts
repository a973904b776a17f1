import { z } from 'zod'
import { Id, Localized } from '~/domain/events/localized'
import { rightsModelIds } from './rights-models'

/** Who signs up, when and how. Present when people or organisations register through the platform. */
export const Registration = z.strictObject({
  dates: Id.describe('key of the date range in which registration is open'),
  by: z
    .array(z.enum(['person', 'team', 'organisation']))
    .min(1)
    .default(['person', 'team']),
  limit: z.int().positive().optional().describe('entries one person may hand in'),
  graceMinutes: z.int().min(0).max(120).default(15).describe('an upload begun before the deadline may still be submitted'),
  courier: z.boolean().default(false).describe('entries on paper are accepted and typed in by staff'),
  collective: z
    .boolean()
    .default(false)
    .describe('集体报送: a teacher, school, company or office may bring the works of many people by one sheet'),
})
export type Registration = z.output<typeof Registration>

const Group = z.strictObject({
  id: Id,
  name: Localized,
  description: Localized.optional(),
  who: z
    .enum(['student', 'professional', 'organisation', 'anyone'])
    .describe('student: a school is required; professional: an employer, or independent; organisation: a company enters'),
  authors: z.int().min(1).max(10).default(1).describe('authors one entry may have'),
  instructors: z.int().min(0).max(5).default(0).describe('指导教师 one entry may name'),
})
export type Group = z.output<typeof Group>

const Track = z.strictObject({ id: Id, name: Localized, description: Localized.optional() })
export type Track = z.output<typeof Track>

const GroupIds = z.array(Id).min(1).optional().describe('groups it applies to; every group if absent')

/** What a group’s `who` and `authors` and a field’s `min` and `max` do not already say. `reason` is told on refusal. */
const EligibilityRule = z.discriminatedUnion('rule', [
  z.strictObject({
    rule: z.literal('age'),
    groups: GroupIds,
    min: z.int().positive().optional(),
    max: z.int().positive().optional(),
    on: Id.describe('key of the date on whose opening age is counted'),
    reason: Localized,
  }),
  z.strictObject({
    rule: z.literal('country'),
    groups: GroupIds,
    in: z.array(z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter country code such as CN')).min(1),
    reason: Localized,
  }),
  z.strictObject({
    rule: z.literal('field'),
    groups: GroupIds,
    field: Id,
    min: z.number().optional(),
    max: z.number().optional(),
    oneOf: z.array(Id).min(1).optional(),
    reason: Localized,
  }),
  z.strictObject({
    rule: z.literal('declaration'),
    groups: GroupIds,
    id: Id,
    text: Localized,
    reason: Localized,
  }),
])
export type EligibilityRule = z.output<typeof EligibilityRule>

const fieldBase = {
  id: Id,
  label: Localized,
  help: Localized.optional(),
  optional: z.boolean().default(false),
  groups: GroupIds,
  shownToJudges: z.boolean().default(true),
}
const Option = z.strictObject({ id: Id, name: Localized })

/** One question of the entry form. Lengths are counted in characters as a reader sees them. */
const Field = z.discriminatedUnion('type', [
  z.strictObject({
    ...fieldBase,
    type: z.literal('text'),
    min: z.int().positive().optional(),
    max: z.int().positive().max(500),
  }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('longtext'),
    min: z.int().positive().optional(),
    max: z.int().positive().max(10_000),
  }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
    decimals: z.int().min(0).max(4).default(0),
    unit: Localized.optional(),
  }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('percent'),
    min: z.number().min(0).max(100).default(0),
    max: z.number().min(0).max(100).default(100),
  }),
  z.strictObject({ ...fieldBase, type: z.literal('choice'), options: z.array(Option).min(2) }),
  z.strictObject({
    ...fieldBase,
    type: z.literal('choices'),
    options: z.array(Option).min(2),
    max: z.int().positive().optional(),
  }),
  z.strictObject({ ...fieldBase, type: z.literal('yes-no') }),
  z.strictObject({ ...fieldBase, type: z.literal('date') }),
  z.strictObject({ ...fieldBase, type: z.literal('url') }),
])
export type Field = z.output<typeof Field>

export const fileTypes = ['jpg', 'png', 'pdf', 'mp4', 'zip'] as const

/** `2` or `1..3`: how many files of one kind an entry carries. */
const Count = z
  .union([z.int().min(1).max(20), z.string().regex(/^\d{1,2}\.\.\d{1,2}$/, 'must be a number or a range such as 1..3')])
  .transform((count) => {
    if (typeof count === 'number') return { min: count, max: count }
    const [min = 1, max = 1] = count.split('..').map(Number)
    return { min, max }
  })

const FileRule = z.strictObject({
  id: Id,
  label: Localized,
  help: Localized.optional(),
  types: z.array(z.enum(fileTypes)).min(1),
  maxMB: z.number().positive().max(500),
  count: Count.default({ min: 1, max: 1 }),
  optional: z.boolean().default(false),
  page: z.enum(['A2', 'A3', 'A4']).optional().describe('paper size the picture must fill at dpi'),
  dpi: z.int().min(72).max(1200).optional(),
  orientation: z.enum(['landscape', 'portrait']).optional().describe('which way up the page lies; its measures are said that way round'),
  groups: GroupIds,
})
export type FileRule = z.output<typeof FileRule>

export const Entry = z.strictObject({ fields: z.array(Field).min(1), files: z.array(FileRule).default([]) })
export type Entry = z.output<typeof Entry>

const Rights = z.strictObject({
  model: z.enum(rightsModelIds).describe('one of six models; its text is shown and signed'),
  note: Localized.optional().describe('a clause of this event’s own, printed below the model’s text'),
})

/** The part of `contest` that concerns entrants: what they may enter, what they hand in and what they sign. */
export const entriesShape = {
  groups: z.array(Group).min(1),
  tracks: z.array(Track).default([]),
  eligibility: z.array(EligibilityRule).default([]),
  entry: Entry,
  anonymous: z.boolean().default(true).describe('judges see a code, never a name'),
  codePrefix: z
    .string()
    .regex(/^[A-Z]{1,3}$/, 'must be one to three capital letters, such as K')
    .optional()
    .describe('letters before an anonymous number; K if absent'),
  contentReviewers: z
    .union([z.literal(1), z.literal(2)])
    .default(2)
    .describe('内容审核: how many different members of staff pass a work’s pictures and texts before the public sees them'),
  rights: Rights,
  statement: Localized.describe('原创承诺书: the statement every author signs'),
}
