import type { Localized } from '~/domain/events/localized'
import { formatDate } from '~/i18n/format'
import { say } from '~/i18n/language'
import { useLang, useLocalPath } from '~/i18n/use-t'
import { SampleTag } from './sample-tag'
import { useContestT } from './use-contest-t'

export type NextResult = {
  name: Localized | undefined
  start: Date | null
  end: Date | null
  at: 'start' | 'end'
}

type Pending = {
  slug: string
  cancelled: boolean
  next: NextResult | null
  timezone: string
  now: Date
  /** other results are there already */
  further?: boolean
}

/** When results come, and nothing else: before they are published nobody’s work or name stands here. */
export function ResultsPending({ slug, cancelled, next, timezone, now, further = false }: Pending) {
  const t = useContestT()
  const lang = useLang()
  const to = useLocalPath()
  const day = next && (next.at === 'start' ? next.start : next.end)
  const late = day !== null && day < now
  if (further && next) {
    return (
      <p className="results-note">
        {t(day && !late ? 'results.further' : 'results.furtherOpen', {
          stage: say(next.name, lang),
          date: day ? formatDate(day, lang, timezone, true) : '',
        })}{' '}
        <SampleTag path="dates" />
      </p>
    )
  }
  return (
    <div className="pending">
      {cancelled ? (
        <p className="pending-when">{t('results.cancelled')}</p>
      ) : (
        <>
          <p className="pending-when">
            {day && !late ? t('results.on', { date: formatDate(day, lang, timezone, true) }) : t('results.notYet')}{' '}
            {day && !late && <SampleTag path="dates" />}
          </p>
          <p>{t(late ? 'results.late' : 'results.calm')}</p>
        </>
      )}
      <p>
        <a href={to(`/e/${slug}`)}>{t('results.back')}</a>
      </p>
    </div>
  )
}
