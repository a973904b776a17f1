import type { Tx } from '~/db.server'
import type { NoticeOrder } from '~/domain/notices/send-notice.server'
import type { CheckDecision } from '~/generated/prisma/enums'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'
import { behind, pageFor, receivers } from '../receivers'
import type { CheckReason } from './reasons'

interface CheckNotices {
  eventId: string
  entryIds: readonly string[]
  decision: Exclude<CheckDecision, 'reopen'>
  reasons: readonly CheckReason[]
  note: string
  correctionsUntil: Date | null
}

/** What to tell about a decision, and whom: everyone behind each work. */
export async function checkNotices(
  tx: Tx,
  { eventId, entryIds, decision, reasons, note, correctionsUntil }: CheckNotices,
): Promise<NoticeOrder[]> {
  const entries = await tx.entry.findMany({
    where: { eventId, id: { in: [...entryIds] } },
    select: {
      id: true,
      number: true,
      title: true,
      ...behind,
    },
  })
  const persons = entries.flatMap(({ ownerId, authors }) => [
    ...(ownerId ? [ownerId] : []),
    ...authors.flatMap(({ personId }) => personId ?? []),
  ])
  const locales = new Map(
    (await tx.person.findMany({ where: { id: { in: [...new Set(persons)] } }, select: { id: true, locale: true } })).map(
      ({ id, locale }) => [id, locale],
    ),
  )
  return entries.flatMap((entry) => {
    return receivers(entry).map((to): NoticeOrder => {
      const facts = { title: entry.title, number: entry.number ?? '', path: pageFor(to, entry, eventId, entry.id) }
      const locale: Lang = 'personId' in to && locales.get(to.personId) === 'en' ? 'en' : 'zh-CN'
      const t = translator(locale, 'console')
      const because = { reasons: reasons.filter((reason) => reason !== 'other').map((reason) => t(`reason.${reason}.sentence`)), note }
      if (decision === 'accept') return { to, eventId, locale, notice: { template: 'entry-accepted', ...facts } }
      if (decision === 'return')
        return { to, eventId, locale, notice: { template: 'entry-returned', ...facts, ...because, until: correctionsUntil } }
      return { to, eventId, locale, notice: { template: 'entry-rejected', ...facts, ...because } }
    })
  })
}
