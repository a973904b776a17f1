import { env, publicUrl } from '~/env.server'
import { renderEmail } from '~/gateways/render-email.server'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'
import { composeLetter, type TextMessage } from './compose-letter'
import type { Notice } from './notice'
import { plainText } from './plain-text'

export interface NoticeEvent {
  nameZh: string
  nameEn: string
  timezone: string
}

/** A notice in one language, ready for any receiver. */
export interface WrittenNotice {
  subject: string
  text: (receiver: string | null) => string
  html: (receiver: string | null) => Promise<string>
  sms: TextMessage
}

/** Stands for the receiver's name while a letter is set once for many: a character that nobody can type. */
const NAME = '\ue000'

/**
 * Writes a notice so that setting it for the next receiver costs nothing but the name: setting a letter takes a
 * millisecond or two, and a contest has thousands of entrants.
 */
export function writeNotice(notice: Notice, lang: Lang, event: NoticeEvent | null): WrittenNotice {
  const t = translator(lang, 'notices')
  const compose = (receiver: string | null) =>
    composeLetter(notice, {
      t,
      lang,
      origin: publicUrl(),
      event: event && { name: lang === 'en' ? event.nameEn : event.nameZh, timeZone: event.timezone },
      receiver,
    })
  const { letter: named, sms } = compose(NAME)
  const { letter: nameless } = compose(null)
  const rendered = new Map<boolean, Promise<string>>()
  const render = (withName: boolean) => {
    const before = rendered.get(withName)
    if (before) return before
    const now = renderEmail(withName ? named : nameless)
    rendered.set(withName, now)
    return now
  }
  return {
    subject: nameless.subject,
    text: (receiver) => (receiver === null ? plainText(nameless) : plainText(named).replaceAll(NAME, () => receiver)),
    html: async (receiver) => (receiver === null ? render(false) : (await render(true)).replaceAll(NAME, () => escapeHtml(receiver))),
    sms: { ...sms, text: t('sign', { sign: env().SMS_SIGN_NAME ?? t('house'), text: sms.text }) },
  }
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
