import { coverPath } from '~/domain/events/cover-address'
import { liveDate, openDate } from '~/domain/events/event-card'
import type { EventCard } from '~/domain/events/event-card'
import { openingAt } from '~/domain/events/phases'
import { formatDate, formatRange } from '~/i18n/format'
import { say } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'

/** Events as rows: a piece of the cloth, what it is, when and where, and until when one can act. */
export function EventRows({ cards, now, level = 'h2' }: { cards: EventCard[]; now: Date; level?: 'h2' | 'h3' }) {
  return (
    <ul className="event-rows">
      {cards.map((card) => (
        <EventRow key={card.id} card={card} now={now} level={level} />
      ))}
    </ul>
  )
}

function EventRow({ card, now, level: Heading }: { card: EventCard; now: Date; level: 'h2' | 'h3' }) {
  const t = useT('site')
  const lang = useLang()
  const to = useLocalPath()
  const page = to(`/e/${card.id}`)
  const live = liveDate(card)
  // editions of a series share their name
  const year = /^\d{4}/.exec(card.edition)?.[0]
  return (
    <li>
      <a className="swatch" href={page} tabIndex={-1} aria-hidden="true">
        <img src={coverPath(card.id, card.cover, '400x260')} alt="" width={400} height={260} loading="lazy" />
      </a>
      <div>
        <p className="quiet small">
          {[t(`kind.${card.kind}`), year && t('list.edition', { year }), say(card.city ?? undefined, lang)].filter(Boolean).join(' · ')}
        </p>
        <Heading>
          <a href={page}>{say(card.name, lang)}</a>
        </Heading>
      </div>
      <p className="days">
        {live && <time dateTime={live.start.toISOString()}>{formatRange(live.start, live.end, lang, card.timezone, 0)}</time>}
        {card.sample.includes('dates') && <span className="tag">{t('sample')}</span>}
      </p>
      <p className="state">
        <State card={card} now={now} />
      </p>
    </li>
  )
}

function State({ card, now }: { card: EventCard; now: Date }) {
  const t = useT('site')
  const lang = useLang()
  const { status, opensAt, closesAt, endsAt, timezone } = card
  const name = say(openDate(card)?.name, lang)
  if (status === 'cancelled') return <span className="tag">{t('announcement.cancelled')}</span>
  if (endsAt && endsAt < now) return <>{t('list.over')}</>
  const opening = openingAt(opensAt, closesAt, now)
  return (
    <>
      {status === 'postponed' && <span className="tag">{t('announcement.postponed')}</span>}
      {opening === 'open' && closesAt && <b>{t('list.openUntil', { name, date: formatDate(closesAt, lang, timezone) })}</b>}
      {opening === 'before' && opensAt && t('list.opensOn', { name, date: formatDate(opensAt, lang, timezone) })}
      {opening === 'closed' && t('event.closed', { name })}
    </>
  )
}
