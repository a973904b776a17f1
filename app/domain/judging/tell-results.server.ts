import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import type { Notice } from '~/domain/notices/notice'
import { noticesStep } from '~/domain/notices/send-notice.server'
import { done } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'

/** Messages set in one transaction: a few hundred mails would outlast its time. */
const AT_ONCE = 50

/** Tells everyone who entered a stage how their work fared. May run again after it stopped half way: nobody is told twice. */
export async function tellResults({ eventId, stageId }: { eventId: string; stageId: string }): Promise<void> {
  const stage = await db.stage.findUnique({ where: { eventId_id: { eventId, id: stageId } } })
  if (stage?.state !== 'published') return
  const following = await db.stage.findFirst({
    where: { eventId, position: { gt: stage.position } },
    orderBy: { position: 'asc' },
  })
  const rows = await db.resultRow.findMany({
    where: { eventId, stageId },
    orderBy: { entryId: 'asc' },
    select: {
      standing: true,
      rank: true,
      entryId: true,
      category: true,
      entry: { select: { title: true, number: true, createdById: true } },
    },
  })
  const name = nameOf(stage)
  const next = following ? nameOf(following) : name
  const places = firstAlternates(rows)
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await transactOnce({ actor: `results:${eventId}:${stageId}`, key: String(at), asked: ['tell-results'] }, async (tx) => {
      const orders = rows.slice(at, at + AT_ONCE).map((row) => ({
        to: { personId: row.entry.createdById },
        eventId,
        notice: noticeFor(row, { eventId, name, next, lastPlace: places.get(row.category) ?? 0 }),
      }))
      await noticesStep(tx, orders)
      return done()
    })
  }
}

type Row = {
  standing: string
  rank: number | null
  entryId: string
  category: string
  entry: { title: string; number: string | null }
}

function noticeFor(
  { standing, rank, entryId, entry }: Row,
  {
    eventId,
    name,
    next,
    lastPlace,
  }: { eventId: string; name: Localized; next: Localized; lastPlace: number },
): Notice {
  const about = {
    title: entry.title,
    number: entry.number ?? '',
    path: `/my/${eventId}/${entryId}`,
    stage: name,
  }
  if (standing === 'place') return { template: 'result-finalist', ...about, next }
  if (standing === 'alternate')
    return { template: 'result-alternate', ...about, position: rank === null ? null : rank - lastPlace }
  return { template: 'result-none', ...about }
}

/** How many works of each category have a place: the first alternate stands behind them. */
function firstAlternates(rows: readonly Row[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const { standing, category } of rows)
    if (standing === 'place') places.set(category, (places.get(category) ?? 0) + 1)
  return places
}

const nameOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }): Localized => ({
  zh: nameZh,
  en: nameEn,
})
