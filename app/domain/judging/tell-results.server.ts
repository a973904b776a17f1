import { db } from '~/db.server'
import { behind, pageFor, receivers } from '~/domain/entries/receivers'
import { DECIDING } from '~/domain/events/stage-state'
import type { Localized } from '~/domain/events/localized'
import type { Notice } from '~/domain/notices/notice'
import { noticesStep } from '~/domain/notices/send-notice.server'
import { done } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'

/** Messages set in one transaction: a few hundred mails would outlast its time. */
const AT_ONCE = 50

/**
 * Tells everyone behind the works of a stage how they fared, and after a correction those whose work fares
 * differently. Where no later stage decides, awards and places are the final result and nobody goes on: the notice
 * period and the making of garments decide nothing. May run again after it stopped half
 * way: nobody is told twice.
 */
export async function tellResults({ eventId, stageId, version }: { eventId: string; stageId: string; version: number }): Promise<void> {
  const stage = await db.stage.findUnique({ where: { eventId_id: { eventId, id: stageId } } })
  if (!stage || (stage.publishedVersion ?? 0) < version) return
  const following = await db.stage.findFirst({
    where: { eventId, position: { gt: stage.position }, type: { in: DECIDING } },
    orderBy: { position: 'asc' },
  })
  const before = await db.resultRow.findMany({
    where: { eventId, stageId, version: version - 1 },
    select: { entryId: true, standing: true },
  })
  const stood = new Map(before.map(({ entryId, standing }) => [entryId, standing]))
  const ranked = await db.resultRow.findMany({
    where: { eventId, stageId, version },
    orderBy: { entryId: 'asc' },
    select: {
      standing: true,
      rank: true,
      entryId: true,
      category: true,
      awards: { where: { recipients: 'author' }, orderBy: { tier: 'asc' }, select: { nameZh: true, nameEn: true } },
      entry: { select: { title: true, number: true, ...behind } },
    },
  })
  const name = nameOf(stage)
  const next = following ? nameOf(following) : null
  const places = firstAlternates(ranked)
  // a work that was taken out is told by whoever took it out, with the reason
  const rows = ranked.filter(
    ({ entryId, standing }) => standing !== 'withdrawn' && standing !== 'disqualified' && standing !== stood.get(entryId),
  )
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await transactOnce({ actor: `results:${eventId}:${stageId}:${version}`, key: String(at), asked: ['tell-results'] }, async (tx) => {
      const orders = rows.slice(at, at + AT_ONCE).flatMap((row) =>
        receivers(row.entry).map((to) => {
          const path = pageFor(to, row.entry, eventId, row.entryId)
          const lastPlace = places.get(row.category) ?? 0
          return { to, eventId, notice: noticeFor(row, { path, stage: name, next, lastPlace }) }
        }),
      )
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
  awards: { nameZh: string; nameEn: string }[]
  entry: { title: string; number: string | null }
}

function noticeFor(
  { standing, rank, awards, entry }: Row,
  { path, stage, next, lastPlace }: { path: string; stage: Localized; next: Localized | null; lastPlace: number },
): Notice {
  const about = { title: entry.title, number: entry.number ?? '', path, stage }
  if (!next && (standing === 'place' || awards.length > 0)) return { template: 'result-final', ...about, rank, awards: awards.map(nameOf) }
  if (standing === 'place' && next) return { template: 'result-finalist', ...about, next }
  if (standing === 'alternate') return { template: 'result-alternate', ...about, position: rank === null ? null : rank - lastPlace }
  return { template: 'result-none', ...about, final: next === null }
}

/** How many works of each category have a place: the first alternate stands behind them. */
function firstAlternates(rows: readonly Row[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const { standing, category } of rows) if (standing === 'place') places.set(category, (places.get(category) ?? 0) + 1)
  return places
}

const nameOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }): Localized => ({
  zh: nameZh,
  en: nameEn,
})
