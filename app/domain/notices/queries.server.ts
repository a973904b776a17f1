import { db } from '~/db.server'
import { publicUrl } from '~/env.server'
import { renderEmail } from '~/gateways/render-email.server'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'
import { composeLetter } from './compose-letter'
import type { Notice } from './notice'
import { groupText, plainText } from './plain-text'

const PER_PAGE = 50
const columns = {
  id: true,
  eventId: true,
  personId: true,
  channel: true,
  recipient: true,
  template: true,
  locale: true,
  subject: true,
  text: true,
  state: true,
  attempts: true,
  lastError: true,
  createdAt: true,
  sentAt: true,
} as const

export type NoticeState = 'queued' | 'sent' | 'failed'

/** An event's outbox, newest first, with how many wait and failed. Pages start at 1. */
export async function noticesOf(eventId: string, filter: { state?: NoticeState; page?: number } = {}) {
  const where = { eventId, ...(filter.state ? { state: filter.state } : {}) }
  const [rows, byState] = await Promise.all([
    db.notice.findMany({
      where,
      select: columns,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: PER_PAGE,
      skip: ((filter.page ?? 1) - 1) * PER_PAGE,
    }),
    db.notice.groupBy({ by: ['state'], where: { eventId }, _count: true }),
  ])
  const count = (state: NoticeState) => byState.find((row) => row.state === state)?._count ?? 0
  const counts = { queued: count('queued'), sent: count('sent'), failed: count('failed') }
  const total = filter.state ? counts[filter.state] : counts.queued + counts.sent + counts.failed
  return { rows, counts, total, pages: Math.max(1, Math.ceil(total / PER_PAGE)) }
}

/** How a notice will read, for a look before it is sent and for a WeChat group. */
export async function previewNotice({
  eventId,
  notice,
  lang,
  receiver = null,
}: {
  eventId: string | null
  notice: Notice
  lang: Lang
  receiver?: string | null
}) {
  const event = eventId
    ? await db.event.findUniqueOrThrow({
        where: { id: eventId },
        select: { nameZh: true, nameEn: true, timezone: true },
      })
    : null
  const { letter, sms } = composeLetter(notice, {
    t: translator(lang, 'notices'),
    lang,
    origin: publicUrl(),
    event: event && { name: lang === 'en' ? event.nameEn : event.nameZh, timeZone: event.timezone },
    receiver,
  })
  return {
    subject: letter.subject,
    text: plainText(letter),
    group: groupText(letter),
    sms: sms.text,
    html: await renderEmail(letter),
  }
}

/** Every message of the house, newest first: the demo inbox. `to` narrows to one contact, `channel` to one kind. */
export async function everyNotice(filter: { channel?: 'email' | 'sms'; to?: string; page?: number }) {
  const where = {
    ...(filter.channel ? { channel: filter.channel } : {}),
    ...(filter.to ? { recipient: { contains: filter.to, mode: 'insensitive' as const } } : {}),
  }
  const [rows, total] = await Promise.all([
    db.notice.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: PER_PAGE,
      skip: ((filter.page ?? 1) - 1) * PER_PAGE,
    }),
    db.notice.count({ where }),
  ])
  return { rows, total, pages: Math.max(1, Math.ceil(total / PER_PAGE)) }
}
