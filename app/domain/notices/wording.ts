import type { TFunction } from 'i18next'
import { formatDateTime } from '~/i18n/format'
import { localPath, type Lang } from '~/i18n/language'
import type { Letter } from './letter'

/** What a letter needs to know besides the notice itself. */
export interface LetterContext {
  t: TFunction<'notices'>
  lang: Lang
  /** address of the house without a trailing slash */
  origin: string
  event: { name: string; timeZone: string } | null
  /** name of the receiver, for the greeting */
  receiver: string | null
}

/** What text messages are filled with. The names are those of the registered templates. */
export type TextValues = Partial<
  Record<
    | 'code'
    | 'event'
    | 'left'
    | 'minutes'
    | 'number'
    | 'organisation'
    | 'pin'
    | 'role'
    | 'sender'
    | 'stage'
    | 'subject'
    | 'time'
    | 'until'
    | 'url'
    | 'what'
    | 'work',
    string
  >
>

/** The words of one notice: a letter without what every letter has, and the values of its text message. */
export type Wording = Partial<Letter> &
  Pick<Letter, 'template' | 'subject' | 'title' | 'opening' | 'because'> & {
    parameters: TextValues
  }

const SHANGHAI = 'Asia/Shanghai'

export const eventName = (context: LetterContext): string => context.event?.name ?? context.t('house')

export const instant = (date: Date, { lang, event }: LetterContext): string => formatDateTime(date, lang, event?.timeZone ?? SHANGHAI)

export const urlOf = (path: string, { lang, origin }: LetterContext): string => origin + localPath(lang, path)
