import type { PublishedAnnouncement } from '~/domain/events/announcements.server'
import { wallTime } from '~/domain/events/calendar-days'
import { formatDate } from '~/i18n/format'
import { say } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'

const yearIn = (instant: Date, timezone: string) => wallTime(instant, timezone).year

/** 近日公布: what events have made public, the latest first. */
export function Posted({ announcements, now }: { announcements: PublishedAnnouncement[]; now: Date }) {
  const t = useT('site')
  const lang = useLang()
  const to = useLocalPath()
  return (
    <section className="posted" aria-labelledby="posted">
      <h2 id="posted">{t('home.posted')}</h2>
      {announcements.length === 0 && <p className="quiet">{t('home.postedEmpty')}</p>}
      <ul>
        {announcements.map(({ id, eventId, kind, title, publishedAt, timezone, city }) => (
          <li key={`${eventId}-${id}`}>
            <time dateTime={publishedAt.toISOString()}>
              {formatDate(publishedAt, lang, timezone, yearIn(publishedAt, timezone) !== yearIn(now, timezone))}
            </time>
            <span>{t(`announcement.${kind}`)}</span>
            <a href={to(kind === 'results' ? `/e/${eventId}/results` : `/e/${eventId}#news`)}>{say(title, lang)}</a>
            <span>{say(city, lang)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
