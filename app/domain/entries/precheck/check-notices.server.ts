import type { Tx } from '~/db.server'
import type { NoticeOrder } from '~/domain/notices/send-notice.server'
import type { CheckDecision } from '~/generated/prisma/enums'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'
import type { CheckReason } from './reasons'

interface CheckNotices {
  eventId: string
  entryIds: readonly string[]
  decision: Exclude<CheckDecision, 'reopen'>
  reasons: readonly CheckReason[]
  note: string
  correctionsUntil: Date | null
}

/** What to tell about a decision, and whom: everyone with an account behind each work, or the address typed in for them. */
export async function checkNotices(tx: Tx, { eventId, entryIds, decision, reasons, note, correctionsUntil }: CheckNotices): Promise<NoticeOrder[]> {
  const entries = await tx.entry.findMany({
    where: { eventId, id: { in: [...entryIds] } },
    select: {
      id: true, number: true, title: true, origin: true, createdById: true,
      authors: { where: { role: 'author' }, orderBy: { position: 'asc' }, select: { personId: true, email: true, mobile: true } },
    },
  })
  const persons = entries.flatMap(({ createdById, authors }) => [createdById, ...authors.flatMap(({ personId }) => personId ?? [])])
  const locales = new Map((await tx.person.findMany({ where: { id: { in: [...new Set(persons)] } }, select: { id: true, locale: true } })).map(({ id, locale }) => [id, locale]))
  return entries.flatMap((entry) => {
    const facts = { title: entry.title, number: entry.number ?? '', path: `/my/${eventId}/${entry.id}` }
    return receivers(entry).map((to): NoticeOrder => {
      const locale: Lang = 'personId' in to && locales.get(to.personId) === 'en' ? 'en' : 'zh-CN'
      const t = translator(locale, 'console')
      const because = { reasons: reasons.filter((reason) => reason !== 'other').map((reason) => t(`reason.${reason}.sentence`)), note }
      if (decision === 'accept') return { to, eventId, locale, notice: { template: 'entry-accepted', ...facts } }
      if (decision === 'return') return { to, eventId, locale, notice: { template: 'entry-returned', ...facts, ...because, until: correctionsUntil } }
      return { to, eventId, locale, notice: { template: 'entry-rejected', ...facts, ...because } }
    })
  })
}

interface Behind {
  origin: 'online' | 'on_behalf'
  createdById: string
  authors: { personId: string | null; email: string | null; mobile: string | null }[]
}

/** Everyone with an account behind a work; for one that staff typed in without accounts, the first author’s address. */
export function receivers({ origin, createdById, authors }: Behind): NoticeOrder['to'][] {
  const persons = new Set(authors.flatMap(({ personId }) => personId ?? []))
  if (origin === 'online') persons.add(createdById)
  if (persons.size > 0) return [...persons].map((personId) => ({ personId }))
  const [first] = authors
  if (first?.email) return [{ kind: 'email', value: first.email }]
  return first?.mobile ? [{ kind: 'mobile', value: first.mobile }] : []
}
