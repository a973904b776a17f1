import { daysUntil } from '~/domain/events/calendar-days'
import { dateFormat } from '~/i18n/date-format'
import { formatDate } from '~/i18n/format'
import { useLang, useT } from '~/i18n/use-t'
import { Emphasis } from './emphasis'

type Deadline = { closesAt: Date; timezone: string; now: Date }

/** 余12天, 今天截止: counted in calendar days of the event’s zone. */
export function DaysLeft({ closesAt, timezone, now }: Deadline) {
  const t = useT('site')
  const days = daysUntil(closesAt, now, timezone)
  return <Emphasis text={days > 0 ? t('daysLeft', { days }) : t('lastDay')} />
}

/** The hour of a deadline, 17:00, or nothing when it closes with the day. */
export function hourOf(closesAt: Date, timezone: string): string {
  const time = dateFormat('en-GB', {
    timeZone: timezone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(closesAt)
  return time === '23:59' ? '' : time
}

/** 12月20日截止; on the last day only the hour is news. */
export function ClosesOn({ closesAt, timezone, now }: Deadline) {
  const t = useT('site')
  const lang = useLang()
  const hour = hourOf(closesAt, timezone)
  const today = daysUntil(closesAt, now, timezone) <= 0
  return (
    <time dateTime={closesAt.toISOString()}>{today && hour ? hour : t('closesOn', { date: formatDate(closesAt, lang, timezone) })}</time>
  )
}
