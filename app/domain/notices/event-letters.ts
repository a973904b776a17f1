import { say, type Localized } from '~/i18n/language'
import type { Notice } from './notice'
import { eventName, instant, urlOf, type LetterContext, type Wording } from './wording'

type Of<Template extends Notice['template']> = Extract<Notice, { template: Template }>

export function reminderWording(notice: Of<'stage-reminder'>, context: LetterContext): Wording {
  const { t, lang } = context
  const stage = say(notice.stage, lang)
  const left = Math.max(0, notice.total - notice.marked)
  const url = urlOf(notice.path, context)
  return {
    template: 'letter',
    subject: t('reminder.subject', { left, stage }),
    title: t('reminder.title', { left }),
    opening: [t('reminder.opening', { stage })],
    facts: [
      { label: t('label.stage'), value: stage },
      {
        label: t('label.progress'),
        value: t('reminder.progress', { marked: notice.marked, total: notice.total }),
      },
      ...(notice.closesAt ? [{ label: t('label.deadline'), value: instant(notice.closesAt, context) }] : []),
    ],
    action: { label: t('action.judge'), url },
    closing: [t('reminder.closing')],
    because: t('because.judge'),
    parameters: { event: eventName(context), stage, left: String(left), url },
  }
}

export function postponedWording(notice: Of<'postponed'>, context: LetterContext): Wording {
  const { t, lang } = context
  const event = eventName(context)
  const url = urlOf(notice.path, context)
  const reason = say(notice.reason, lang)
  const text = (value: string | Localized) => (typeof value === 'string' ? value : say(value, lang))
  return {
    template: 'dates',
    subject: t('postponed.subject', { event }),
    title: t('postponed.title'),
    opening: [t('postponed.opening', { event }), ...(reason ? [t('postponed.reason', { reason })] : [])],
    changes: notice.changes.map(({ name, before, after }) => ({
      name: say(name, lang),
      before: text(before),
      after: text(after),
    })),
    changeLabels: { before: t('label.before'), after: t('label.after') },
    action: { label: t('action.event'), url },
    closing: [t('postponed.closing')],
    because: t('because.event'),
    parameters: { event, url },
  }
}

export function cancelledWording(notice: Of<'cancelled'>, context: LetterContext): Wording {
  const { t, lang } = context
  const event = eventName(context)
  const url = urlOf(notice.path, context)
  const reason = say(notice.reason, lang)
  return {
    template: 'dates',
    subject: t('cancelled.subject', { event }),
    title: t('cancelled.title'),
    opening: [t('cancelled.opening', { event }), ...(reason ? [t('cancelled.reason', { reason })] : [])],
    action: { label: t('action.event'), url },
    closing: [t('cancelled.closing')],
    because: t('because.event'),
    parameters: { event, url },
  }
}

export function talentWording(notice: Of<'talent-exported'>, context: LetterContext): Wording {
  const { t, lang } = context
  const organisation = say(notice.organisation, lang)
  const url = urlOf('/account#disclosures', context)
  return {
    template: 'letter',
    subject: t('talent.subject'),
    title: t('talent.title'),
    opening: [t('talent.opening', { organisation })],
    facts: [
      { label: t('label.receiver'), value: notice.receiver },
      { label: t('label.purpose'), value: notice.purpose },
      {
        label: t('label.fields'),
        value: notice.fields.map((field) => say(field, lang)).join(t('talent.separator')),
      },
      { label: t('label.exportedAt'), value: instant(notice.exportedAt, context) },
    ],
    action: { label: t('action.consents'), url },
    closing: [t('talent.closing')],
    because: t('because.talent'),
    parameters: { organisation, url },
  }
}

export function papersWording(notice: Of<'papers-ready'>, context: LetterContext): Wording {
  const { t } = context
  const url = urlOf(notice.path, context)
  const what = t(`papers.kind.${notice.kind}`)
  return {
    template: 'letter',
    subject: t('papers.subject', { what, event: eventName(context) }),
    title: t('papers.title', { what }),
    opening: [
      t('papers.opening', { papers: notice.papers }),
      ...(notice.leftOut > 0 ? [t('papers.leftOut', { works: notice.leftOut })] : []),
    ],
    facts: [{ label: t('label.until'), value: instant(notice.until, context) }],
    action: { label: t('action.fetch'), url },
    closing: [t('papers.closing')],
    because: t('because.papers'),
    parameters: { event: eventName(context), what, url },
  }
}

/** Free words of an organiser; an empty line starts a new paragraph. */
export function messageWording(notice: Of<'message'>, context: LetterContext): Wording {
  const { t } = context
  const url = urlOf(notice.path ?? '/my', context)
  return {
    template: 'letter',
    subject: notice.subject,
    title: notice.subject,
    opening: notice.body
      .split(/\r?\n\s*\r?\n/)
      .map((part) => part.trim())
      .filter(Boolean),
    action: notice.path ? { label: t('action.more'), url } : null,
    because: t('because.message'),
    parameters: { event: eventName(context), subject: notice.subject, url },
  }
}
