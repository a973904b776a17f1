import type { TFunction } from 'i18next'
import type { AddFileOutcome } from '~/domain/entries/add-file.server'
import type { Fault } from '~/domain/entries/fault'
import type { NextStep } from '~/domain/entries/next-step'
import { checkReasonIds } from '~/domain/entries/precheck/reasons'
import { groupOf, slotsOf } from '~/domain/entries/terms'
import type { Terms } from '~/domain/entries/terms'
import type { OwnResult } from '~/domain/judging/publication/own-results.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import type { ListedOwnEntry } from '~/domain/entries/own-entries.server'
import type { ShownState } from '~/ui/entrant/state-tag'

type T = TFunction<'entrant'>

/** 12月20日17:00, 20 December, 17:00 (UTC+8): the year only when it is not this one. */
export function whenText(date: Date, lang: Lang, timezone: string, now: Date): string {
  const text = formatDateTime(date, lang, timezone, date.getUTCFullYear() !== now.getUTCFullYear())
  if (lang !== 'en' && timezone === 'Asia/Shanghai') return text
  const zone = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'shortOffset' })
    .formatToParts(date)
    .find(({ type }) => type === 'timeZoneName')
  return `${text} (${(zone?.value ?? timezone).replace('GMT', 'UTC')})`
}

/** The word for where an entry stands: the latest outcome, once one is published. */
export function shownState(next: NextStep, state: ListedOwnEntry['state'], result: OwnResult | undefined): ShownState {
  if (next.step === 'changed') return 'changed'
  if (state !== 'accepted' || !result) return state
  if (result.awards.length > 0) return 'awarded'
  if (result.standing === 'place') return 'selected'
  if (result.standing === 'alternate' || result.standing === 'disqualified' || result.standing === 'withdrawn') return result.standing
  return 'not-selected'
}

/** What an entrant reads beside the state of an entry: how it fared, once that is published; before, what comes next. */
export function stateSentence(
  next: NextStep,
  result: OwnResult | undefined,
  when: (date: Date) => string,
  withdrawnAt: Date | null,
  lang: Lang,
): string {
  const t = translator(lang, 'entrant')
  if (!result || next.step !== 'accepted')
    return t(`next.${next.step}`, { until: when(next.until), at: withdrawnAt ? when(withdrawnAt) : '' })
  const stage = say(result.stage, lang)
  if (result.awards.length > 0)
    return t('result.awarded', { stage, awards: result.awards.map((award) => say(award, lang)).join(t('comma')) })
  return t(result.final && result.standing === 'place' ? 'result.placeFinal' : `result.${result.standing}`, { stage })
}

/** 14:03 in the event’s zone, for what was saved just now. */
export const clockText = (date: Date, timezone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', minute: '2-digit', hour12: false }).format(date)

/** What is wrong, in a sentence; the event’s own where it has one. */
export function faultText(t: T, { reason, detail, text, at }: Fault, terms: Terms, groupId: string, lang: Lang): string {
  if (text) return say(text, lang)
  if (reason === 'employer-required' && groupOf(terms, groupId)?.who === 'professional' && at.startsWith('author'))
    return t('fault.employerOrIndependent')
  return t(`fault.${reason}`, detail ?? {})
}

/** The name of the part of the form a fault stands at. */
export function partLabel(t: T, at: string, terms: Terms, groupId: string, lang: Lang): string {
  const [kind = '', name = '', part = ''] = at.split('.')
  switch (kind) {
    case 'group':
      return t('editor.group')
    case 'track':
      return t('editor.track')
    case 'field':
      return say(terms.contest.entry.fields.find(({ id }) => id === name)?.label, lang)
    case 'file':
      return say(slotsOf(terms, groupId).find(({ id }) => id === name)?.label, lang)
    case 'author':
      return `${t('editor.author', { n: Number(name) + 1 })} · ${personPart(t, part, terms, groupId)}`
    case 'instructor':
      return `${t('editor.instructor', { n: Number(name) + 1 })} · ${personPart(t, part, terms, groupId)}`
    case 'declaration':
      return t('submit.declarations')
    case 'signature':
      return t('submit.signature')
    default:
      return kind === 'rights' ? t('submit.rights') : t('submit.statement')
  }
}

function personPart(t: T, part: string, terms: Terms, groupId: string): string {
  switch (part) {
    case 'organisation':
      return organisationLabel(t, groupOf(terms, groupId)?.who)
    case 'nameLatin':
      return t('editor.nameLatin')
    case 'country':
      return t('editor.country')
    case 'bornOn':
      return t('editor.bornOn')
    case 'mobile':
      return t('editor.mobile')
    case 'email':
      return t('editor.email')
    default:
      return t('editor.name')
  }
}

/** What an author’s organisation is called in a group. */
export function organisationLabel(t: T, who: Terms['contest']['groups'][number]['who'] | undefined): string {
  if (who === 'student') return t('editor.school')
  if (who === 'professional') return t('editor.employer')
  return who === 'organisation' ? t('editor.company') : t('editor.organisation')
}

/** Address of a part of the editor. */
export const anchorOf = (at: string): string => `#${at.replaceAll('.', '-')}`

/** An upload that was not taken, and why. */
export interface RefusedUpload {
  reason: Extract<AddFileOutcome, { ok: false }>['reason'] | 'dropped' | 'no-file'
  detail?: Record<string, string | number>
}

export function refusedText({ reason, detail }: RefusedUpload, lang: Lang): string {
  const t = translator(lang, 'entrant')
  const types = typeof detail?.types === 'string' ? { types: detail.types.split(', ').join(t('comma')) } : {}
  return t(`refuse.${reason}`, { ...detail, ...types })
}

/** A reason of precheck in its sentence. */
export function reasonText(reason: string, lang: Lang): string {
  const known = checkReasonIds.find((id) => id === reason)
  return known ? translator(lang, 'console')(`reason.${known}.sentence`) : reason
}
