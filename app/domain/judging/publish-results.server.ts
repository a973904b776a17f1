import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { sealLedger } from '~/domain/ledger/seal.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'
import { enqueue } from '~/queue.server'
import { stageRanking } from './ranking.server'

export type PublishResults = {
  eventId: string
  stageId: string
  /** entry ids in the order in which the chair placed works whose tie the rulebook leaves to the chair */
  chairOrder?: readonly string[]
  now: Date
}

export type PublishRefusal =
  'unknown-stage' | 'not-closed' | 'already-published' | 'problems' | 'ties-undecided' | 'no-results'

export type Published = {
  announcementId: string
  places: number
  alternates: number
  works: number
  ledger: { rows: number; hash: string }
}

/**
 * Makes a closed stage's result official: rows as computed now, an announcement, and from here on the names. A tie
 * across the cut-line has to be decided first. Everyone who entered is told by a job.
 */
export async function publishResults({
  eventId,
  stageId,
  chairOrder = [],
  now,
}: PublishResults): Promise<Outcome<PublishRefusal, Published>> {
  const head = await sealLedger(eventId)
  return transact(async (tx) => {
    await tx.$queryRaw`select 1 from "Stage" where "eventId" = ${eventId} and "id" = ${stageId} for update`
    const stage = await tx.stage.findUnique({
      where: { eventId_id: { eventId, id: stageId } },
      include: { event: true },
    })
    if (!stage) return refuse('unknown-stage')
    if (stage.state === 'published') return refuse('already-published')
    if (stage.state !== 'closed') return refuse('not-closed')
    const { works, problems } = await stageRanking(eventId, stageId, { chairOrder, reader: tx })
    if (problems.length > 0) return refuse('problems', { problems: problems.length })
    if (works.every(({ rank }) => rank === null)) return refuse('no-results')
    const undecided = works.filter(({ standing }) => standing === 'tied-at-cut')
    if (undecided.length > 0) return refuse('ties-undecided', { works: undecided.length })
    await tx.resultRow.createMany({
      data: works.map(({ entry, category, rank, total, judges, standing }) => ({
        eventId,
        stageId,
        entryId: entry,
        category,
        rank,
        total,
        judges,
        standing: standing === 'tied-at-cut' ? 'none' : standing,
      })),
    })
    await tx.stage.update({
      where: { eventId_id: { eventId, id: stageId } },
      data: { state: 'published', publishedAt: now },
    })
    const count = (standing: string) => works.filter((work) => work.standing === standing).length
    const [places, alternates] = [count('place'), count('alternate')]
    const announcementId = newId()
    const said = (lang: Lang) => {
      const t = translator(lang, 'judge')
      const values = {
        event: lang === 'en' ? stage.event.nameEn : stage.event.nameZh,
        stage: lang === 'en' ? stage.nameEn : stage.nameZh,
        places,
        alternates,
        works: works.length,
      }
      return { title: t('announcement.title', values), body: t('announcement.body', values) }
    }
    const [zh, en] = [said('zh-CN'), said('en')]
    await tx.announcement.create({
      data: {
        eventId,
        id: announcementId,
        kind: 'results',
        titleZh: zh.title,
        titleEn: en.title,
        bodyZh: zh.body,
        bodyEn: en.body,
        publishedAt: now,
      },
    })
    await record(tx, eventId, [
      {
        action: 'stage.published',
        body: {
          stage: stageId,
          rulebookHash: stage.rulebookHash,
          ledger: { rows: head.seq, hash: head.hash },
          chairOrder: [...chairOrder],
          results: works.map(({ entry, category, rank, total, standing }) => ({
            entry,
            category,
            rank,
            total,
            standing,
          })),
        },
      },
    ])
    await enqueue(tx, 'tell-results', { eventId, stageId }, { key: `tell-results:${eventId}:${stageId}` })
    return done({
      announcementId,
      places,
      alternates,
      works: works.length,
      ledger: { rows: head.seq, hash: head.hash },
    })
  })
}
