import { fileAddress } from '~/domain/entries/file-address.server'
import { PAGE_ROWS } from '~/domain/entries/precheck/entry-filter'
import type { EntryPage } from '~/domain/entries/precheck/entry-list.server'
import type { EventFrame, Named } from '~/domain/reporting/event-frame.server'
import { formatDateTime } from '~/i18n/format'
import { say, type Lang } from '~/i18n/language'

/** A page of entries as the tables show it: texts in the page’s language, small pictures with short-lived addresses. */
export function listedRows(
  { rows, total, byState, byGroup }: EntryPage,
  { slug, lang, timezone, personId }: { slug: string; lang: Lang; timezone: string; personId: string },
) {
  const regions = new Intl.DisplayNames([lang], { type: 'region' })
  return {
    total,
    byState,
    byGroup,
    pages: Math.max(1, Math.ceil(total / PAGE_ROWS)),
    rows: rows.map(({ submittedAt, group, track, thumb, ...row }) => ({
      ...row,
      group: say(group, lang),
      track: track && say(track, lang),
      /** where authors come from, when not from here */
      from: [...new Set(row.authors.map(({ country }) => country))]
        .filter((country) => country !== 'CN')
        .map((country) => regions.of(country) ?? country),
      submittedAt: submittedAt && formatDateTime(submittedAt, lang, timezone, false),
      thumbUrl: thumb && fileAddress({ eventId: slug, fileId: thumb.id, class: 'thumb', purpose: 'staff', personId }),
    })),
  }
}

/** Groups and tracks, schools and countries to choose from, with names in the page’s language. */
export function sieveChoices(frame: EventFrame, places: { schools: string[]; countries: string[] }, lang: Lang) {
  const regions = new Intl.DisplayNames([lang], { type: 'region' })
  const named = ({ id, name }: Named) => ({ id, name: say(name, lang) })
  return {
    groups: frame.groups.map(named),
    tracks: frame.tracks.map(named),
    schools: places.schools,
    countries: places.countries.map((id) => ({ id, name: regions.of(id) ?? id })),
  }
}
