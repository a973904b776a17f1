import type { Change } from '~/domain/events/change'
import type { Obstacle } from '~/domain/events/impact'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'
import type { Reach } from './reach.server'

/** One change as a sentence in the reader’s language. Times are given in the event’s zone. */
export function describeChange(change: Change, lang: Lang, timezone: string): string {
  const t = translator(lang, 'setup')
  const value = (given: unknown) => shown(given) ?? t('none')
  const moment = (iso: string | null) => (iso ? clock(iso, timezone) : t('none'))
  switch (change.type) {
    case 'added':
    case 'removed':
      return t(`change.${change.type}`, { part: t(`part.${change.part}`), id: change.id })
    case 'rekeyed':
      return t('change.rekeyed', { part: t(`part.${change.part}`), id: change.id, newId: change.newId })
    case 'deadline-moved':
      return t('change.deadline-moved', {
        earlier: String(change.earlier),
        from: moment(change.from),
        to: moment(change.to),
      })
    case 'file-rule-changed':
      return t('change.file-rule-changed', {
        ...change,
        shrinks: String(change.shrinks),
        from: value(change.from),
        to: value(change.to),
      })
    case 'field-rule-changed':
      return t('change.field-rule-changed', {
        ...change,
        tightens: String(change.tightens),
        from: value(change.from),
        to: value(change.to),
      })
    case 'group-rule-changed':
      return t('change.group-rule-changed', { ...change, from: value(change.from), to: value(change.to) })
    case 'setting-changed':
      return t('change.setting-changed', {
        path: change.path,
        from: value(change.from),
        to: value(change.to),
      })
    default:
      return t(`change.${change.type}`, { ...change })
  }
}

/** Why something cannot be applied, with the rows in the way named. */
export function describeObstacle({ reason, id, rows, count }: Obstacle, lang: Lang): string {
  const t = translator(lang, 'setup')
  const sentence = t(`obstacle.${reason}`, { id, count })
  const named = reason === 'rulebook-frozen' || reason === 'stage-frozen' || rows[0] === id
  if (named) return sentence
  return `${sentence} (${t('rowsInTheWay', { rows: rows.join(', '), more: Math.max(0, count - rows.length) })})`
}

/** People a change reaches, of those the platform knows. */
export function reached(change: Change, reach: Reach): number {
  return change.touches.reduce((sum, audience) => sum + (audience === 'public' ? 0 : reach[audience]), 0)
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.map((item) => shown(item) ?? '').join(' ')
  if (typeof value !== 'object') return String(value)
  const range = value as { min?: number; max?: number }
  if (range.min !== undefined && range.max !== undefined) return range.min === range.max ? `${range.min}` : `${range.min}..${range.max}`
  return JSON.stringify(value)
}

function clock(iso: string, timezone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return parts.format(new Date(iso))
}
