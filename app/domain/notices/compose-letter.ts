import { codeWording, invitationWording, secondFactorWording, tabletWording } from './account-letters'
import { decisionWording, receiptWording, resultWording, signingWording } from './entry-letters'
import { cancelledWording, messageWording, papersWording, postponedWording, reminderWording, talentWording } from './event-letters'
import type { Letter } from './letter'
import type { Notice } from './notice'
import type { LetterContext, TextValues, Wording } from './wording'

/** A text message: the words, and the values with which a provider's registered template gives the same words. */
export interface TextMessage {
  text: string
  parameters: TextValues
}

/** Writes a notice in the language of the context: the letter for mail, and the short text for SMS without its signature. */
export function composeLetter(notice: Notice, context: LetterContext): { letter: Letter; sms: TextMessage } {
  const { t, lang } = context
  const { parameters, ...wording } = wordingOf(notice, context)
  const letter: Letter = {
    lang,
    from: context.event?.name ?? t('house'),
    greeting: context.receiver ? t('greeting', { name: context.receiver }) : null,
    figure: null,
    facts: [],
    reasons: [],
    changes: [],
    changeLabels: null,
    files: [],
    action: null,
    closing: [],
    house: { name: t('house'), tagline: t('tagline'), url: context.origin },
    ...wording,
  }
  const text: string = t(`sms.${notice.template}`, parameters)
  return { letter, sms: { text, parameters } }
}

function wordingOf(notice: Notice, context: LetterContext): Wording {
  switch (notice.template) {
    case 'code':
      return codeWording(notice, context)
    case 'invitation':
      return invitationWording(notice, context)
    case 'tablet-invitation':
      return tabletWording(notice, context)
    case 'entry-receipt':
      return receiptWording(notice, context)
    case 'signing-request':
      return signingWording(notice, context)
    case 'entry-returned':
    case 'entry-accepted':
    case 'entry-rejected':
    case 'entry-withdrawn':
      return decisionWording(notice, context)
    case 'result-finalist':
    case 'result-alternate':
    case 'result-final':
    case 'result-none':
      return resultWording(notice, context)
    case 'stage-reminder':
      return reminderWording(notice, context)
    case 'postponed':
      return postponedWording(notice, context)
    case 'cancelled':
      return cancelledWording(notice, context)
    case 'talent-exported':
      return talentWording(notice, context)
    case 'papers-ready':
      return papersWording(notice, context)
    case 'second-factor-reset':
      return secondFactorWording(notice, context)
    case 'message':
      return messageWording(notice, context)
  }
}
