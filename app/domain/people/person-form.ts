import { z } from 'zod'

/** Control characters, line ends and the marks that turn text around have no place in a name. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u
const length = (text: string) => [...text].length

/** A person's name as people write it: any script, rare characters too. Lengths in characters, not code units. */
export const PersonName = z
  .string({ error: 'required' })
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .superRefine((text, context) => {
    const fault =
      text === ''
        ? 'required'
        : length(text) > 60
          ? 'too-long'
          : UNSEEN.test(text)
            ? 'unseen'
            : /[\p{L}\p{N}]/u.test(text)
              ? null
              : 'letters'
    if (fault) context.addIssue({ code: 'custom', message: fault })
  })

/** The same name in Latin letters, for certificates and foreign readers; may be empty. */
export const LatinName = z
  .string()
  .optional()
  .transform((text) => text?.normalize('NFC').replace(/\s+/gu, ' ').trim() || null)
  .superRefine((text, context) => {
    if (text === null) return
    if (length(text) > 100) context.addIssue({ code: 'custom', message: 'too-long' })
    else if (!/^[\p{Script=Latin}\p{M} .,'’-]+$/u.test(text)) context.addIssue({ code: 'custom', message: 'latin' })
  })

export const PersonLocale = z.enum(['zh-CN', 'en'])

export const ProfileForm = z.object({ name: PersonName, nameLatin: LatinName, locale: PersonLocale })
export type ProfileForm = z.infer<typeof ProfileForm>
