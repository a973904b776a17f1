import type { CSSProperties } from 'react'
import { liveDate } from '~/domain/events/event-card'
import type { CardDate, EventCard } from '~/domain/events/event-card'
import type { Season, Segment, Weft } from '~/domain/events/season'
import { formatDate, formatRange } from '~/i18n/format'
import { say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import { palettes } from '~/ui/cloth/palettes'
import { placeLabels } from './season-labels'

/** Months are warps, events are wefts. The picture is for the eye; every weft says the same in words. */
export function SeasonLoom({ season, cards, now }: { season: Season; cards: EventCard[]; now: Date }) {
  const t = useT('site')
  const lang = useLang()
  return (
    <div className="loom" style={{ '--months': season.months.length } as CSSProperties}>
      <ol className="months" aria-hidden="true">
        {season.months.map(({ year, month }, index) => (
          <li key={`${year}-${month}`}>
            {monthName(year, month, lang)}
            {(index === 0 || month === 1) && <small>{year}</small>}
          </li>
        ))}
      </ol>
      <ul className="wefts">
        {season.wefts.map((weft) => {
          const card = cards.find(({ id }) => id === weft.id)
          return card && <WeftRow key={weft.id} weft={weft} card={card} season={season} now={now} />
        })}
        <li className="today" aria-hidden="true" style={{ '--today': season.today } as CSSProperties}>
          <span>{t('home.today')}</span>
        </li>
      </ul>
    </div>
  )
}

const chineseMonths = ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月']

const monthName = (year: number, month: number, lang: Lang) =>
  lang === 'en'
    ? new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, 15))
    : (chineseMonths[month - 1] ?? '')

function WeftRow({ weft, card, season, now }: { weft: Weft; card: EventCard; season: Season; now: Date }) {
  const t = useT('site')
  const lang = useLang()
  const to = useLocalPath()
  const words = useWords(card, now)
  const segments = placeLabels(weft.segments, words, { today: season.today, months: season.months.length })
  const yarn = {
    '--yarn': palettes[card.cover.palette][1],
    '--yarn-dark': palettes[card.cover.palette][2],
  } as CSSProperties
  return (
    <li className={card.status === 'cancelled' ? 'weft off' : 'weft'} style={yarn}>
      <h3>
        <a href={to(`/e/${card.id}`)}>{say(card.name, lang)}</a>
        {card.status === 'postponed' || card.status === 'cancelled' ? (
          <span className="tag">{t(`announcement.${card.status}`)}</span>
        ) : null}
      </h3>
      <div className="track" aria-hidden="true">
        {segments.map(({ kind, from, to: end, label, shift, before, late }) => (
          <div
            key={`${kind}-${from}`}
            className={[kind, before && 'before', late && 'late'].filter(Boolean).join(' ')}
            style={{ '--a': from, '--b': end } as CSSProperties}
          >
            {label && <span style={shift > 0 ? { left: shift } : undefined}>{label}</span>}
          </div>
        ))}
      </div>
      <p className="visually-hidden">
        {card.dates.map((date) => `${say(date.name, lang)} ${rangeOf(date, card, lang, now)}`).join(lang === 'en' ? '; ' : '；')}
      </p>
    </li>
  )
}

const rangeOf = ({ start, end }: CardDate, { timezone }: EventCard, lang: Lang, now: Date) =>
  formatRange(start, end, lang, timezone, now.getFullYear())

/** Days that say no more than “it takes place”: the place says more. */
const plainDays = ['event', 'fair', 'conference', 'opening']

function useWords(card: EventCard, now: Date) {
  const t = useT('site')
  const lang = useLang()
  return ({ kind, keys }: Segment): string[] => {
    const dates = keys.map((key) => card.dates.find((date) => date.key === key)).filter((date) => date !== undefined)
    const [first] = dates
    if (!first) return []
    const name = say(first.name, lang)
    if (kind === 'open') {
      const upcoming = first.start > now
      return [
        t(upcoming ? 'home.from' : 'home.until', {
          name,
          date: formatDate(upcoming ? first.start : first.end, lang, card.timezone),
        }),
      ]
    }
    if (kind === 'quiet') return dates.map((date) => say(date.name, lang))
    const live = liveDate(card)
    const what = live && plainDays.includes(live.key) ? say(card.city ?? undefined, lang) : name
    return [formatRange(first.start, first.end, lang, card.timezone), what].filter(Boolean)
  }
}
