import type { EntryFilter } from '~/domain/entries/precheck/entry-filter'
import type { EventFrame } from '~/domain/reporting/event-frame.server'
import { translator } from '~/i18n/i18n.server'
import { say, type Lang } from '~/i18n/language'

/** What a filter asks, as words one after the other: “已退回 · 院校组 · “示例大学””. Nothing asked: everything handed in. */
export function filterInWords(filter: EntryFilter, frame: EventFrame, lang: Lang): string {
  const t = translator(lang, 'console')
  const name = (rows: EventFrame['groups'], id: string) => {
    const found = rows.find((row) => row.id === id)
    return found ? say(found.name, lang) : id
  }
  const quoted = (text: string) => `“${text}”`
  const words = [
    filter.state ? t(`entryState.${filter.state}`) : t('message.handedIn'),
    filter.group && name(frame.groups, filter.group),
    filter.track && name(frame.tracks, filter.track),
    filter.school && quoted(filter.school),
    filter.country && (new Intl.DisplayNames([lang], { type: 'region' }).of(filter.country) ?? filter.country),
    filter.q && quoted(filter.q),
    filter.flagged && t('sieve.flagged'),
    filter.onBehalf && t('sieve.onBehalf'),
  ]
  return words.filter(Boolean).join(' · ')
}
