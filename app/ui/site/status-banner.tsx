import type { EventConfig } from '~/domain/setup/event-config'
import { resolveDate } from '~/domain/setup/resolve-dates'
import { formatDate } from '~/i18n/format'
import { say } from '~/i18n/language'
import { useLang, useT } from '~/i18n/use-t'

/** What everyone has to know before reading on: a draft, a postponement, a cancellation. */
export function StatusBanner({ status, config }: { status: string; config: EventConfig }) {
  const t = useT('site')
  const lang = useLang()
  if (status === 'draft') return <p className="banner">{t('event.draft')}</p>
  const change = status === 'cancelled' ? config.cancelled : status === 'postponed' ? config.postponed : undefined
  if (!change) return null
  const date = formatDate(resolveDate(change.at, config.timezone).start, lang, config.timezone, true)
  return (
    <div className="banner" role="note">
      <p>
        <b>{t(status === 'cancelled' ? 'event.cancelled' : 'event.postponed')}</b>
      </p>
      <p>
        {say(change.reason, lang)} <span className="quiet">{t('event.announcedOn', { date })}</span>
      </p>
    </div>
  )
}
