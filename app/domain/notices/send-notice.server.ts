import type { Tx } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import type { Lang } from '~/i18n/language'
import { invariant } from '~/invariant'
import { enqueueMany } from '~/queue.server'
import { addressesFor, type Address, type Notice } from './notice'
import { writeNotice, type WrittenNotice } from './write-notice.server'

/** How often the outbox tries before it gives a message up and shows it as failed. */
export const MAX_ATTEMPTS = 8

export interface NoticeOrder {
  /** a person, whose contacts decide the channel; or one contact */
  to: { personId: string } | Address
  eventId?: string
  /** language of the message; a person's own when it is left out, Chinese for a bare contact */
  locale?: Lang
  notice: Notice
}

/**
 * Writes one message into the outbox in the caller's transaction, set in the receiver's language as it stands now,
 * with the job that delivers it. Answers the ids of the rows. A person without contact still gets a row, failed, so
 * that somebody sees it. Throws when the person or the event does not exist.
 */
export const noticeStep = (tx: Tx, order: NoticeOrder): Promise<string[]> => noticesStep(tx, [order])

/** The same for many receivers: four queries however many there are. */
export async function noticesStep(tx: Tx, orders: readonly NoticeOrder[]): Promise<string[]> {
  const events = await eventsOf(tx, orders)
  const people = await peopleOf(tx, orders)
  const written = new Map<Notice, Map<string, WrittenNotice>>()
  const write = ({ notice, eventId }: NoticeOrder, lang: Lang) => {
    const ofNotice = written.get(notice) ?? new Map<string, WrittenNotice>()
    written.set(notice, ofNotice)
    const key = `${lang} ${eventId}`
    const before = ofNotice.get(key)
    if (before) return before
    const now = writeNotice(notice, lang, eventId === undefined ? null : known(events.get(eventId)))
    ofNotice.set(key, now)
    return now
  }

  const rows = []
  for (const order of orders) {
    const person = 'personId' in order.to ? known(people.get(order.to.personId)) : null
    const addresses = person ? addressesFor(order.notice.template, person.contacts) : [order.to as Address]
    const lang: Lang = (order.locale ?? person?.locale) === 'en' ? 'en' : 'zh-CN'
    const receiver = person?.name ?? null
    const { subject, text, html, sms } = write(order, lang)
    const base = {
      eventId: order.eventId ?? null,
      personId: person?.id ?? null,
      template: order.notice.template,
      locale: lang,
      subject,
    }
    for (const { kind, value } of addresses) {
      const addressed = { ...base, id: newId(), recipient: value }
      rows.push(
        kind === 'email'
          ? { ...addressed, channel: 'email' as const, text: text(receiver), html: await html(receiver) }
          : { ...addressed, channel: 'sms' as const, ...sms },
      )
    }
    if (addresses.length === 0) {
      const nowhere = { recipient: '', state: 'failed' as const, lastError: 'no-contact' }
      rows.push({ ...base, ...nowhere, id: newId(), channel: 'email' as const, text: text(receiver) })
    }
  }
  // a statement takes at most 32,767 values
  for (let from = 0; from < rows.length; from += 1_000) await tx.notice.createMany({ data: rows.slice(from, from + 1_000) })
  const going = rows.filter(({ recipient }) => recipient)
  await enqueueDeliveries(
    tx,
    going.filter(({ template }) => template !== 'code').map(({ id }) => id),
  )
  await enqueueDeliveries(
    tx,
    going.filter(({ template }) => template === 'code').map(({ id }) => id),
    'send-code',
  )
  return rows.map(({ id }) => id)
}

/**
 * The jobs of messages, in one statement. The queue allows more tries than the outbox counts, for processes that die
 * in the middle of one.
 */
export const enqueueDeliveries = (tx: Tx, noticeIds: readonly string[], job: 'send-notice' | 'send-code' = 'send-notice'): Promise<void> =>
  enqueueMany(
    tx,
    job,
    noticeIds.map((noticeId) => ({ payload: { noticeId }, key: `send-notice:${noticeId}` })),
    { maxAttempts: MAX_ATTEMPTS * 2 },
  )

async function eventsOf(tx: Tx, orders: readonly NoticeOrder[]) {
  const ids = [...new Set(orders.flatMap(({ eventId }) => eventId ?? []))]
  const rows = ids.length
    ? await tx.event.findMany({
        where: { id: { in: ids } },
        select: { id: true, nameZh: true, nameEn: true, timezone: true },
      })
    : []
  return new Map(rows.map((row) => [row.id, row]))
}

async function peopleOf(tx: Tx, orders: readonly NoticeOrder[]) {
  const ids = [...new Set(orders.flatMap(({ to }) => ('personId' in to ? [to.personId] : [])))]
  const contacts = {
    where: { verifiedAt: { not: null } },
    orderBy: { createdAt: 'asc' },
    select: { kind: true, value: true },
  } as const
  const rows = ids.length
    ? await tx.person.findMany({
        where: { id: { in: ids } },
        select: { id: true, name: true, locale: true, contacts },
      })
    : []
  return new Map(rows.map((row) => [row.id, row]))
}

function known<T>(row: T | undefined): T {
  invariant(row !== undefined, 'a message to a person or about an event that is not there')
  return row
}
