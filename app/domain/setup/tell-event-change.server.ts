import { db, transact } from '~/db.server'
import { done } from '~/domain/outcome'
import type { Notice } from '~/domain/notices/notice'
import { noticesStep } from '~/domain/notices/send-notice.server'
import { formatDateTime, formatRange } from '~/i18n/format'
import type { Lang } from '~/i18n/language'
import { affectedPeople, receiverKey } from './affected-people.server'
import type { EventConfig } from './event-config'
import { resolveDate } from './resolve-dates'

/** Messages set in one transaction: a few hundred mails would outlast its time. */
const AT_ONCE = 50

/**
 * Writes the messages that tell everyone concerned of the postponement or cancellation that `version` of the event’s
 * file brought. May run again after it stopped half way: who has a message since that version gets no second.
 */
export async function tellEventChange({ eventId, version }: { eventId: string; version: number }): Promise<number> {
  const applied = await db.eventVersion.findUnique({ where: { eventId_version: { eventId, version } } })
  const event = await db.event.findUnique({ where: { id: eventId }, select: { config: true } })
  if (!applied || !event) return 0
  // as it stands now: a version that came in between may have taken it back
  const notice = noticeOf(event.config as unknown as EventConfig, eventId)
  if (!notice) return 0
  const told = await db.notice.findMany({
    where: { eventId, template: notice.template, createdAt: { gte: applied.appliedAt } },
    select: { personId: true, recipient: true },
  })
  const reached = new Set(told.flatMap(({ personId, recipient }) => [personId, recipient]))
  const people = (await affectedPeople(db, eventId)).filter(({ to }) => !reached.has(receiverKey(to)))
  for (let at = 0; at < people.length; at += AT_ONCE) {
    await transact(async (tx) => {
      await noticesStep(
        tx,
        people.slice(at, at + AT_ONCE).map(({ to }) => ({ to, eventId, notice })),
      )
      return done()
    })
  }
  return people.length
}

function noticeOf(config: EventConfig, eventId: string): Notice | null {
  const path = `/e/${eventId}`
  if (config.cancelled) return { template: 'cancelled', reason: config.cancelled.reason, path }
  if (!config.postponed) return null
  const changes = Object.entries(config.postponed.from).flatMap(([key, old]) => {
    const date = config.dates[key]
    return date ? [{ name: date.name, before: inWords(old, config.timezone), after: inWords(date.on, config.timezone) }] : []
  })
  return { template: 'postponed', reason: config.postponed.reason, changes, path }
}

/** A date text in both languages, with its time where the file gives one. */
function inWords(text: string, timezone: string): { zh: string; en: string } {
  const { start, end } = resolveDate(text, timezone)
  const [first = '', last] = text.split('..')
  const withTime = (last ?? first).includes('T')
  const year = (date: Date) => Number(new Intl.DateTimeFormat('en', { timeZone: timezone, year: 'numeric' }).format(date))
  const say = (lang: Lang) => {
    if (!withTime) return formatRange(start, end, lang, timezone, year(start) - 1)
    const until = formatDateTime(end, lang, timezone)
    return last === undefined
      ? until
      : `${formatRange(start, start, lang, timezone, year(start) - 1)}${lang === 'en' ? ' – ' : '—'}${until}`
  }
  return { zh: say('zh-CN'), en: say('en') }
}
