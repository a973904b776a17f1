import type { Notice } from './notice'
import { eventName, instant, urlOf, type LetterContext, type Wording } from './wording'
import { say } from '~/i18n/language'

type Of<Template extends Notice['template']> = Extract<Notice, { template: Template }>
type About = Of<
  | 'entry-accepted'
  | 'entry-returned'
  | 'entry-rejected'
  | 'entry-withdrawn'
  | 'entry-receipt'
  | 'result-finalist'
  | 'result-alternate'
  | 'result-final'
  | 'result-none'
>

// a co-author has no page of the entry: nothing there could be changed or corrected by them
const isOwn = (path: string) => path.startsWith('/my/')

/** What every letter about an entry says. */
function about(notice: About, context: LetterContext) {
  const { t } = context
  const url = urlOf(notice.path, context)
  return {
    figure: { label: t('label.number'), value: notice.number },
    facts: [{ label: t('label.work'), value: notice.title }],
    action: { label: t(isOwn(notice.path) ? 'action.entry' : 'action.event'), url },
    because: t('because.entry'),
    parameters: { event: eventName(context), number: notice.number, url },
  }
}

export function receiptWording(notice: Of<'entry-receipt'>, context: LetterContext): Wording {
  const { t } = context
  const base = about(notice, context)
  const time = instant(notice.submittedAt, context)
  return {
    ...base,
    template: 'receipt',
    subject: t('receipt.subject', { number: notice.number }),
    title: t('receipt.title'),
    opening: [t('receipt.opening', { event: eventName(context) })],
    facts: [...base.facts, { label: t('label.submittedAt'), value: time }, { label: t('label.version'), value: String(notice.version) }],
    files: notice.files,
    closing: [t('receipt.closing')],
    parameters: { event: eventName(context), work: notice.title, number: notice.number, time },
  }
}

/** To an author whose work somebody else sent in: only they can sign for it. */
export function signingWording(notice: Of<'signing-request'>, context: LetterContext): Wording {
  const { t } = context
  const url = urlOf(notice.path, context)
  const event = eventName(context)
  const until = instant(notice.until, context)
  return {
    template: 'letter',
    subject: t('signing.subject', { work: notice.title }),
    title: t('signing.title'),
    opening: [t('signing.opening', { event, sender: notice.sender, work: notice.title }), t('signing.what')],
    facts: [
      { label: t('label.work'), value: notice.title },
      { label: t('signing.until'), value: until },
    ],
    action: { label: t('signing.action'), url },
    closing: [t('signing.closing')],
    because: t('because.entry'),
    parameters: { event, sender: notice.sender, work: notice.title, url },
  }
}

export function decisionWording(
  notice: Of<'entry-returned' | 'entry-accepted' | 'entry-rejected' | 'entry-withdrawn'>,
  context: LetterContext,
): Wording {
  const { t } = context
  const base = { ...about(notice, context), template: 'decision' as const }
  const { number, title: work } = notice
  switch (notice.template) {
    case 'entry-returned':
      return {
        ...base,
        subject: t('returned.subject', { number }),
        title: t('returned.title'),
        opening: [t('returned.opening', { work })],
        reasons: reasonsOf(notice),
        action: isOwn(notice.path) ? { label: t('action.correct'), url: base.action.url } : base.action,
        closing: notice.until ? [t('returned.closingUntil', { until: instant(notice.until, context) })] : [],
      }
    case 'entry-accepted':
      return {
        ...base,
        subject: t('accepted.subject', { number }),
        title: t('accepted.title'),
        opening: [t('accepted.opening', { work })],
      }
    case 'entry-rejected':
      return {
        ...base,
        subject: t('rejected.subject', { number }),
        title: t('rejected.title'),
        opening: [t('rejected.opening', { work })],
        reasons: reasonsOf(notice),
        closing: [t('rejected.closing')],
      }
    case 'entry-withdrawn':
      return {
        ...base,
        subject: t('withdrawn.subject', { number }),
        title: t('withdrawn.title'),
        opening: [t('withdrawn.opening', { work })],
        facts: [...base.facts, { label: t('label.withdrawnAt'), value: instant(notice.withdrawnAt, context) }],
      }
  }
}

const reasonsOf = ({ reasons, note }: { reasons: string[]; note: string }) => (note.trim() ? [...reasons, note.trim()] : reasons)

export function resultWording(
  notice: Of<'result-finalist' | 'result-alternate' | 'result-final' | 'result-none'>,
  context: LetterContext,
): Wording {
  const { t, lang } = context
  const entry = about(notice, context)
  const stage = say(notice.stage, lang)
  const { number, title: work } = notice
  const base = { ...entry, template: 'decision' as const, parameters: { ...entry.parameters, stage } }
  switch (notice.template) {
    case 'result-finalist': {
      const next = say(notice.next, lang)
      return {
        ...base,
        subject: t('finalist.subject', { number }),
        title: t('finalist.title'),
        opening: [t('finalist.opening', { work, stage, next })],
        facts: [...base.facts, { label: t('label.next'), value: next }],
        closing: [t('finalist.closing')],
      }
    }
    case 'result-alternate':
      return {
        ...base,
        subject: t('alternate.subject', { number }),
        title: t('alternate.title'),
        opening: [t('alternate.opening', { work, stage })],
        facts: notice.position
          ? [...base.facts, { label: t('label.position'), value: t('alternate.position', { position: notice.position }) }]
          : base.facts,
      }
    case 'result-final': {
      const awards = notice.awards.map((award) => say(award, lang)).join(t('talent.separator'))
      return {
        ...base,
        subject: t('final.subject', { stage, number }),
        title: awards ? t('final.awardedTitle', { awards }) : t('final.title'),
        opening: [awards ? t('final.awarded', { work, stage, awards }) : t('final.opening', { work, stage })],
        facts: notice.rank ? [...base.facts, { label: t('label.rank'), value: t('final.rank', { rank: notice.rank }) }] : base.facts,
        closing: [t('final.closing')],
      }
    }
    case 'result-none':
      return {
        ...base,
        subject: t('none.subject', { stage, number }),
        title: t('none.title'),
        opening: [t(notice.final ? 'none.openingFinal' : 'none.opening', { work, stage })],
        closing: [t('none.closing')],
      }
  }
}
