import type { Localized } from '~/domain/events/localized'
import type { Lang } from '~/i18n/language'

/** What an organiser writes to the people behind works; an empty English text means the Chinese one for everybody. */
export interface Message {
  subject: Localized
  body: Localized
}

/** What may stand in braces in a message. `name` is the receiver’s, the others are the work’s. */
export const mergeFields = ['name', 'title', 'number', 'group'] as const
export type MergeField = (typeof mergeFields)[number]
export type MergeValues = Record<MergeField, string>

const FIELD = /\{([^{}]{1,20})\}/g

/** Names in braces that are no merge field: they would stand in everybody’s message as they are. */
export function unknownFields({ subject, body }: Message): string[] {
  const texts = [subject.zh, subject.en, body.zh, body.en]
  const names = texts.flatMap((text) => [...text.matchAll(FIELD)].map(([, name = '']) => name.trim()))
  return [...new Set(names.filter((name) => !isField(name)))]
}

/** True when a message speaks of one work: somebody with three works then gets it three times. */
export const isAboutWork = ({ subject, body }: Message): boolean =>
  [subject.zh, subject.en, body.zh, body.en].some((text) =>
    [...text.matchAll(FIELD)].some(([, name = '']) => isField(name.trim()) && name.trim() !== 'name'),
  )

/** The words of a message in a language, with its fields filled in. */
export function mergeMessage({ subject, body }: Message, lang: Lang, values: MergeValues): { subject: string; body: string } {
  const fill = (text: string) =>
    text.replace(FIELD, (whole, name: string) => {
      const field = name.trim()
      return isField(field) ? values[field] : whole
    })
  const english = lang === 'en' && body.en.trim() !== ''
  return {
    subject: fill((english ? subject.en || subject.zh : subject.zh || subject.en).trim()),
    body: fill(english ? body.en : body.zh || body.en),
  }
}

const isField = (name: string): name is MergeField => mergeFields.some((field) => field === name)
