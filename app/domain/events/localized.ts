import { z } from 'zod'

export type Locale = 'zh' | 'en'

/**
 * Text in both languages. A file may leave one out while the event is a draft (the setup checker reports it);
 * the other language then stands in, so that no page ever has a hole.
 */
export const Localized = z
  .strictObject({ zh: z.string().trim().min(1).optional(), en: z.string().trim().min(1).optional() })
  .refine((text) => text.zh !== undefined || text.en !== undefined, {
    message: 'needs text in at least one language: { zh: …, en: … }',
  })
  .transform((text) => ({ zh: text.zh ?? text.en ?? '', en: text.en ?? text.zh ?? '' }))
export type Localized = z.output<typeof Localized>

/** Kebab-case, stable for ever: public addresses, rows and results refer to it. */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens, such as “craft-prize”')
  .max(60)
export type Id = z.output<typeof Id>
