import type { Notice } from './notice'
import { eventName, instant, urlOf, type LetterContext, type Wording } from './wording'

type Of<Template extends Notice['template']> = Extract<Notice, { template: Template }>

export function codeWording(notice: Of<'code'>, { t }: LetterContext): Wording {
  return {
    template: 'code',
    subject: t('code.subject', { code: notice.code }),
    title: notice.purpose === 'sign-in' ? t('code.titleSignIn') : t('code.titleAddContact'),
    greeting: null,
    opening: [t('code.opening', { minutes: notice.minutes })],
    figure: { label: t('label.code'), value: notice.code },
    closing: [t('code.closing')],
    because: t('because.code'),
    parameters: { code: notice.code, minutes: String(notice.minutes) },
  }
}

export function invitationWording(notice: Of<'invitation'>, context: LetterContext): Wording {
  const { t } = context
  const event = eventName(context)
  const role = t(`role.${notice.role}`)
  const url = urlOf(notice.path, context)
  const until = instant(notice.expiresAt, context)
  return {
    template: 'invitation',
    subject: t('invitation.subject', { event, role }),
    title: t('invitation.title'),
    greeting: t('greeting', { name: notice.name }),
    opening: [
      notice.role === 'judge' ? t('invitation.openingJudge', { event }) : t('invitation.openingStaff', { event, role }),
      ...(notice.note ? [notice.note] : []),
    ],
    facts: [
      { label: t('label.role'), value: role },
      { label: t('label.until'), value: until },
    ],
    action: { label: t('action.accept'), url },
    closing: [t('invitation.closing')],
    because: t('because.invitation'),
    parameters: { event, role, until, url },
  }
}

export function tabletWording(notice: Of<'tablet-invitation'>, context: LetterContext): Wording {
  const { t } = context
  const event = eventName(context)
  const url = urlOf(notice.path, context)
  return {
    template: 'invitation',
    subject: t('tablet.subject', { event }),
    title: t('tablet.title'),
    greeting: t('greeting', { name: notice.name }),
    opening: [t('tablet.opening')],
    figure: { label: t('label.pin'), value: notice.pin },
    facts: [{ label: t('label.until'), value: instant(notice.expiresAt, context) }],
    action: { label: t('action.openDesk'), url },
    closing: [t('tablet.closing')],
    because: t('because.invitation'),
    parameters: { event, url, pin: notice.pin },
  }
}

export function secondFactorWording(notice: Of<'second-factor-reset'>, context: LetterContext): Wording {
  const { t } = context
  const time = instant(notice.at, context)
  const url = urlOf('/account#security', context)
  return {
    template: 'letter',
    subject: t('secondFactor.subject'),
    title: t('secondFactor.title'),
    opening: [t('secondFactor.opening', { time })],
    action: { label: t('action.security'), url },
    closing: [t('secondFactor.closing')],
    because: t('because.staff'),
    parameters: { time, url },
  }
}
