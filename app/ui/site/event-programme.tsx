import type { Matchmaking } from '~/domain/matchmaking/section'
import type { Programme } from '~/domain/programme/section'
import { resolveDate } from '~/domain/setup/resolve-dates'
import type { EventConfig } from '~/domain/setup/event-config'
import { formatRange } from '~/i18n/format'
import { say } from '~/i18n/language'
import { useLang, useT } from '~/i18n/use-t'
import { Chapter } from './chapter'

/** What happens, where and for whom, as far as it is fixed. */
export function EventProgramme({ config, programme, now }: { config: EventConfig; programme: Programme; now: Date }) {
  const t = useT('site')
  const lang = useLang()
  const days = (key: string | undefined) => {
    const date = key ? config.dates[key] : undefined
    if (!date) return ''
    const { start, end } = resolveDate(date.on, config.timezone)
    return formatRange(start, end, lang, config.timezone, now.getUTCFullYear())
  }
  const venueOf = (id: string | undefined) => say(programme.venues.find((venue) => venue.id === id)?.name, lang)
  return (
    <Chapter id="programme" title={t('event.programme')} path="programme">
      <ul className="lines">
        {programme.sessions.map(({ id, name, description, type, dates, venue, audience }) => (
          <li key={id}>
            <b>{say(name, lang)}</b>
            <span>{[t(`event.session.${type}`), days(dates), venueOf(venue), say(description, lang)].filter(Boolean).join(' · ')}</span>
            <span>{t(`event.audience.${audience}`)}</span>
          </li>
        ))}
      </ul>
      {programme.venues.length > 0 && (
        <>
          <h3 className="within">{t('event.venue')}</h3>
          <ul className="names">
            {programme.venues.map(({ id, name, seats }) => (
              <li key={id}>
                {say(name, lang)} {seats && <small>{t('event.seats', { seats })}</small>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Chapter>
  )
}

/** Buyers and suppliers at tables: how long, how many, which categories. */
export function EventMatchmaking({ matchmaking: { slotMinutes, tables, categories } }: { matchmaking: Matchmaking }) {
  const t = useT('site')
  const lang = useLang()
  return (
    <Chapter id="matchmaking" title={t('event.matchmaking')} path="matchmaking">
      <p>{[t('event.slots', { minutes: slotMinutes }), tables && t('event.tables', { tables })].filter(Boolean).join(t('comma'))}</p>
      {categories.length > 0 && (
        <>
          <h3 className="within">{t('event.categories')}</h3>
          <ul className="names">
            {categories.map(({ id, name }) => (
              <li key={id}>{say(name, lang)}</li>
            ))}
          </ul>
        </>
      )}
    </Chapter>
  )
}
