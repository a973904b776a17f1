import { z } from 'zod'

/** What names a part of a rulebook, for ever. */
export const kebabId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'an id is lower-case letters, digits and single hyphens, such as colour-use',
  })

/** A sentence in Chinese and English. One language may still be missing in a draft, never both. */
export const RulebookText = z
  .strictObject({ zh: z.string().trim().min(1).optional(), en: z.string().trim().min(1).optional() })
  .refine((text) => text.zh !== undefined || text.en !== undefined, {
    error: 'write the text in zh, in en, or in both',
  })
export type RulebookText = z.infer<typeof RulebookText>

/** A unit of measurement: one sign for every language, or a word in each. */
export const Unit = z.union([z.string().min(1).max(20), RulebookText])
export type Unit = z.infer<typeof Unit>

export const unitIn = (unit: Unit, language: 'zh' | 'en'): string => (typeof unit === 'string' ? unit : textIn(unit, language))

/** A unit as people say it in a sentence: seconds, not s. */
export function spokenUnit(unit: Unit, language: 'zh' | 'en'): string {
  if (unit === 's') return language === 'zh' ? '秒' : 'seconds'
  return unitIn(unit, language)
}

/** The text in the reader's language, or in the other one where only that was written. */
export function textIn(text: RulebookText, language: 'zh' | 'en'): string {
  return (language === 'zh' ? (text.zh ?? text.en) : (text.en ?? text.zh)) ?? ''
}
