import { transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { DECIDING, mayAct, stateAfter } from '~/domain/events/stage-state'
import { record } from '~/domain/ledger/record.server'
import { sealLedger } from '~/domain/ledger/seal.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'
import { enqueue } from '~/queue.server'
import { writeVersion } from './publication/write-version.server'
import { awardTwice } from './publication/award-twice.server'
import { stageResult } from './stage-result.server'
import { tieDecisions } from './ties/queries.server'

export type PublishResults = {
  eventId: string
  stageId: string
  /** who publishes it */
  byId: string
  now: Date
}

export type PublishRefusal =
  'unknown-stage' | 'not-closed' | 'already-published' | 'problems' | 'ties-undecided' | 'award-twice' | 'no-results'

export type Published = {
  version: number
  announcementId: string
  places: number
  alternates: number
  works: number
  ledger: { rows: number; hash: string }
}

/**
 * Makes a closed stage's result official: its first version with rows and awards as computed now, an announcement, and
 * from here on the names. A tie across the cut-line has to be decided first. Everyone who entered is told by a job.
 */
export async function publishResults({ eventId, stageId, byId, now }: PublishResults): Promise<Outcome<PublishRefusal, Published>> {
  const head = await sealLedger(eventId)
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    if (!stage) return refuse('unknown-stage')
    if (stage.state === 'published') return refuse('already-published')
    if (!mayAct(stage.state, 'publish')) return refuse('not-closed')
    const event = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: { nameZh: true, nameEn: true } })
    const { works, problems, pass } = await stageResult(tx, eventId, stageId)
    if (problems > 0) return refuse('problems', { problems })
    if (works.every(({ rank }) => rank === null)) return refuse('no-results')
    const undecided = works.filter(({ standing }) => standing === 'tied-at-cut')
    if (undecided.length > 0) return refuse('ties-undecided', { works: undecided.length })
    if (await awardTwice(tx, eventId, stageId)) return refuse('award-twice')
    const version = 1
    const awards = await writeVersion(tx, {
      eventId,
      stageId,
      version,
      byId,
      reason: null,
      rulebookHash: stage.rulebookHash ?? '',
      head,
      rows: works.map((work) => ({ ...work, standing: work.standing === 'tied-at-cut' ? 'none' : work.standing })),
      now,
    })
    await tx.stage.update({
      where: { eventId_id: { eventId, id: stageId } },
      data: { state: stateAfter(stage.state, 'publish'), publishedAt: now },
    })
    const decided = await tieDecisions(tx, eventId, stageId, pass)
    const count = (standing: string) => works.filter((work) => work.standing === standing).length
    const [places, alternates] = [count('place'), count('alternate')]
    const awarded = new Set(awards.filter(({ recipients }) => recipients === 'author').map(({ entry }) => entry)).size
    const goesOn = (await tx.stage.count({ where: { eventId, position: { gt: stage.position }, type: { in: DECIDING } } })) > 0
    const announcementId = newId()
    const said = (lang: Lang) => {
      const t = translator(lang, 'judge')
      const values = {
        event: lang === 'en' ? event.nameEn : event.nameZh,
        stage: lang === 'en' ? stage.nameEn : stage.nameZh,
        places,
        alternates,
        works: works.length,
        awarded,
      }
      return { title: t('announcement.title', values), body: t(goesOn ? 'announcement.body' : 'announcement.bodyFinal', values) }
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
        action: 'results.published',
        body: {
          stage: stageId,
          rulebookHash: stage.rulebookHash,
          ledger: { rows: head.seq, hash: head.hash },
          version,
          by: byId,
          ties: decided.map(({ id }) => id),
          results: works.map(({ entry, category, rank, total, standing, votes }) => ({
            entry,
            category,
            rank,
            total,
            standing,
            ...(votes ? { votes: [votes.in, votes.hold, votes.out] } : {}),
          })),
          awards: awards.map(({ entry, award }) => ({ entry, award })),
        },
      },
    ])
    await enqueue(tx, 'tell-results', { eventId, stageId, version }, { key: `tell-results:${eventId}:${stageId}:${version}` })
    return done({
      version,
      announcementId,
      places,
      alternates,
      works: works.length,
      ledger: { rows: head.seq, hash: head.hash },
    })
  })
}
