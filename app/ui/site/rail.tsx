import type { CSSProperties } from 'react'
import { daysUntil } from '~/domain/events/calendar-days'
import { clothLength } from '~/domain/events/cloth-length'
import { coverPath, coverSizes, railSize } from '~/domain/events/cover-address'
import { openDate } from '~/domain/events/event-card'
import type { EventCard } from '~/domain/events/event-card'
import { visitorAction } from '~/domain/events/visitor-action'
import { say } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import { ClosesOn, DaysLeft } from './time-left'

/** Cloths on a rod: the label stands above it, the cloth hangs from it, its length is the time left. */
export function Rail({ cards, now }: { cards: EventCard[]; now: Date }) {
  const t = useT('site')
  // one cinnabar a page: the action that closes first
  const first = cards.find((card) => visitorAction(card, now) !== null)
  const lengths = cards.map((card) => lengthOf(card, now))
  const roomBelowFirst = Math.max(...lengths) - (lengths[0] ?? 0) > 190
  return (
    <div className="rail-space">
      <ul className="rail" style={{ '--columns': Math.min(6, Math.max(4, cards.length)) } as CSSProperties}>
        {cards.map((card) => (
          <Bolt key={card.id} card={card} now={now} act={card === first} />
        ))}
      </ul>
      {cards.length > 2 && <p className={roomBelowFirst ? 'rail-note rail-note--below' : 'rail-note'}>{t('home.note')}</p>}
    </div>
  )
}

const lengthOf = ({ closesAt, timezone }: EventCard, now: Date) => clothLength(closesAt ? daysUntil(closesAt, now, timezone) : 0)

function Bolt({ card, now, act }: { card: EventCard; now: Date; act: boolean }) {
  const t = useT('site')
  const lang = useLang()
  const to = useLocalPath()
  const length = lengthOf(card, now)
  const size = railSize(length)
  const page = to(`/e/${card.id}`)
  const action = visitorAction(card, now)
  return (
    <li className="bolt">
      <div className="label">
        <p>{[t(`kind.${card.kind}`), say(openDate(card)?.name, lang)].filter(Boolean).join(' · ')}</p>
        <h2>
          <a href={page}>{say(card.name, lang)}</a>
        </h2>
      </div>
      <div className="cloth">
        <a className="hanging" href={page} tabIndex={-1} aria-hidden="true" style={{ height: length }}>
          <img src={coverPath(card.id, card.cover, size)} alt="" width={coverSizes[size].width} height={coverSizes[size].height} />
        </a>
        {card.closesAt && (
          <p className="left">
            <span>
              <DaysLeft closesAt={card.closesAt} timezone={card.timezone} now={now} />
            </span>
            <ClosesOn closesAt={card.closesAt} timezone={card.timezone} now={now} />
          </p>
        )}
        <p className="go">
          <a className={act ? 'button button--act' : undefined} href={action ? to(`/e/${card.id}/enter`) : page}>
            {t(`act.${action ?? 'read'}`)}
            <span className="visually-hidden">：{say(card.name, lang)}</span>
          </a>
        </p>
      </div>
    </li>
  )
}
