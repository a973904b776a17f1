import type { EventConfig } from '~/domain/setup/event-config'
import type { EventOnPage } from '~/domain/events/public-event.server'
import { formatDate } from '~/i18n/format'
import { say } from '~/i18n/language'
import { useLang, useT } from '~/i18n/use-t'
import { Chapter } from './chapter'

/** 常见问题: closed lines that unfold; the first one is open. */
export function EventQuestions({ config: { faq } }: { config: EventConfig }) {
  const t = useT('site')
  const lang = useLang()
  if (faq.length === 0) return null
  return (
    <Chapter id="faq" title={t('event.faq')} path="faq">
      <div className="faq">
        {faq.map(({ q, a }, index) => (
          <details key={q.zh} open={index === 0}>
            <summary>{say(q, lang)}</summary>
            <p>{say(a, lang)}</p>
          </details>
        ))}
      </div>
    </Chapter>
  )
}

/** 公告: what this event has made public, the latest first. */
export function EventNews({ announcements, timezone }: { announcements: EventOnPage['announcements']; timezone: string }) {
  const t = useT('site')
  const lang = useLang()
  if (announcements.length === 0) return null
  return (
    <Chapter id="news" title={t('event.news')}>
      <ul className="news">
        {announcements.map(({ id, title, body, publishedAt }) => (
          <li key={id}>
            <time dateTime={publishedAt.toISOString()}>{formatDate(publishedAt, lang, timezone, true)}</time>
            <div>
              <h3>{say(title, lang)}</h3>
              {say(body, lang) && <p className="as-written">{say(body, lang)}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Chapter>
  )
}
