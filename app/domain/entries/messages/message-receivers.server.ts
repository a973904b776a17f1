import { db, type Reader } from '~/db.server'
import type { NoticeOrder } from '~/domain/notices/send-notice.server'
import type { Lang } from '~/i18n/language'
import { entryWhere } from '../precheck/entry-where.server'
import { behind, pageFor, receiverId, receivers } from '../receivers'
import type { EntryFilter } from '../precheck/entry-filter'
import { isAboutWork, mergeMessage, type Message } from './merge-fields'
import type { MessageTarget } from './message-batch'

/**
 * Who gets a message to the works of a filter: everybody behind each work once per work when it speaks of the work,
 * else once. Also how many works and people that is.
 */
export async function messageTargets(
  reader: Reader,
  eventId: string,
  filter: EntryFilter,
  message: Message,
): Promise<{ targets: MessageTarget[]; works: number; people: number }> {
  const entries = await reader.entry.findMany({
    where: await entryWhere(eventId, filter),
    orderBy: { id: 'asc' },
    select: { id: true, ...behind },
  })
  const perWork = isAboutWork(message)
  const people = new Set<string>()
  const targets: MessageTarget[] = []
  for (const entry of entries) {
    for (const to of receivers(entry)) {
      const key = receiverId(to)
      if (!perWork && people.has(key)) continue
      people.add(key)
      targets.push({ to, entryId: entry.id })
    }
  }
  return { targets, works: entries.length, people: people.size }
}

/** The orders of some targets, each in its receiver’s language with the fields filled in. */
export async function messageOrders(
  reader: Reader,
  eventId: string,
  message: Message,
  targets: readonly MessageTarget[],
): Promise<(NoticeOrder & { receiver: string })[]> {
  const [entries, people] = [
    await reader.entry.findMany({
      where: { eventId, id: { in: [...new Set(targets.map(({ entryId }) => entryId))] } },
      select: {
        id: true,
        title: true,
        number: true,
        group: { select: { nameZh: true, nameEn: true } },
        ...behind,
        authors: { ...behind.authors, select: { ...behind.authors.select, name: true } },
      },
    }),
    await reader.person.findMany({
      where: { id: { in: targets.flatMap(({ to }) => ('personId' in to ? [to.personId] : [])) } },
      select: { id: true, name: true, locale: true },
    }),
  ]
  return targets.flatMap(({ to, entryId }) => {
    const entry = entries.find(({ id }) => id === entryId)
    const person = 'personId' in to ? people.find(({ id }) => id === to.personId) : undefined
    // withdrawn or erased since the message was ordered
    if (!entry || ('personId' in to && !person)) return []
    const locale: Lang = person?.locale === 'en' ? 'en' : 'zh-CN'
    const receiver = person?.name ?? entry.authors.find(({ email, mobile }) => [email, mobile].includes(receiverId(to)))?.name ?? ''
    const values = {
      name: receiver,
      title: entry.title,
      number: entry.number ?? '',
      group: locale === 'en' ? entry.group.nameEn : entry.group.nameZh,
    }
    return [
      {
        to,
        eventId,
        locale,
        receiver,
        notice: { template: 'message' as const, ...mergeMessage(message, locale, values), path: pageFor(to, entry, eventId, entryId) },
      },
    ]
  })
}

/** Targets of a filter with their first few messages as they would read. */
export async function messagePreview(eventId: string, filter: EntryFilter, message: Message) {
  const { targets, works, people } = await messageTargets(db, eventId, filter, message)
  // the first, one from the middle, the last: a long title or a missing number shows
  const some = [...new Set([0, Math.floor(targets.length / 2), targets.length - 1])].flatMap((at) => targets[at] ?? [])
  return { works, people, messages: targets.length, samples: await messageOrders(db, eventId, message, some) }
}
