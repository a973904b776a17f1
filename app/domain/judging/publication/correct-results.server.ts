import type { Tx } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { DECIDING, mayAct } from '~/domain/events/stage-state'
import type { Localized } from '~/domain/events/localized'
import { behind, pageFor, receivers } from '~/domain/entries/receivers'
import type { ChainHead } from '~/domain/ledger/chain'
import { record } from '~/domain/ledger/record.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { newId } from '~/domain/new-id.server'
import { noticesStep } from '~/domain/notices/send-notice.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { translator } from '~/i18n/i18n.server'
import { enqueue } from '~/queue.server'
import { stageQuota } from '../stage-rulebook.server'
import { type Leaving, type ReplaceRefusal, replaceWorks } from './replace-works'
import { versionRows } from './version-rows.server'
import { writeVersion } from './write-version.server'

export interface Correction {
  eventId: string
  stageId: string
  entryId: string
  leaving: Leaving
  /** the version whose effects were looked at: another one in force meanwhile is a refusal */
  version: number
  /** shown to everyone beside the corrected result */
  reason: Localized
  /** works that go before others of their rank, where a tie lies across a line and people have decided */
  ahead?: readonly string[]
  /** who decides */
  byId: string
  /** the ledger as it was sealed before */
  head: ChainHead
  now: Date
}

export type CorrectionRefusal = 'unknown-stage' | 'not-published' | 'stale' | 'later-stage-open' | 'no-reason' | ReplaceRefusal

/**
 * Takes a work out of a published result: the next version, with everyone behind it moved up, is in force at once and the
 * one before stays readable. Whoever moves to a place or to the alternates is told by a job, the makers of the work
 * here. Refused once a later stage has opened on this result: there is nobody to move up any more.
 */
export async function correctStep(tx: Tx, correction: Correction): Promise<Outcome<CorrectionRefusal, { version: number }>> {
  const { eventId, stageId, entryId, leaving, reason, byId, head, now } = correction
  const stage = await lockStage(tx, eventId, stageId)
  if (!stage) return refuse('unknown-stage')
  if (!mayAct(stage.state, 'correct') || stage.publishedVersion === null) return refuse('not-published')
  if (stage.publishedVersion !== correction.version) return refuse('stale')
  if (!reason.zh || !reason.en) return refuse('no-reason')
  await tx.$queryRaw`select 1 from "Stage" where "eventId" = ${eventId} and "position" > ${stage.position} order by "position" for share`
  const later = await tx.stage.count({
    where: { eventId, position: { gt: stage.position }, type: { in: DECIDING }, state: { not: 'upcoming' } },
  })
  if (later > 0) return refuse('later-stage-open')
  const before = await versionRows(tx, eventId, stageId, stage.publishedVersion)
  const replaced = replaceWorks(before, new Map([[entryId, leaving]]), stageQuota(stage), new Set(correction.ahead))
  if (!replaced.ok) return replaced
  const version = stage.publishedVersion + 1
  const awards = await writeVersion(tx, {
    eventId,
    stageId,
    version,
    byId,
    reason,
    rulebookHash: stage.rulebookHash ?? '',
    head,
    rows: replaced.rows,
    now,
  })
  const event = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: { nameZh: true, nameEn: true } })
  const [zh, en] = [translator('zh-CN', 'judge'), translator('en', 'judge')]
  await tx.announcement.create({
    data: {
      eventId,
      id: newId(),
      kind: 'results',
      publishedAt: now,
      titleZh: zh('correction.announced', { event: event.nameZh, stage: stage.nameZh }),
      titleEn: en('correction.announced', { event: event.nameEn, stage: stage.nameEn }),
      bodyZh: reason.zh,
      bodyEn: reason.en,
    },
  })
  await record(tx, eventId, [
    {
      action: 'results.corrected',
      body: {
        stage: stageId,
        version,
        entry: entryId,
        leaving,
        by: byId,
        ...(correction.ahead?.length ? { ahead: correction.ahead } : {}),
        ledger: { rows: head.seq, hash: head.hash },
        reason: sha256Hex(`${stageId} ${version} ${reason.zh} ${reason.en}`),
        results: replaced.rows.map(({ entry, category, rank, total, standing }) => ({ entry, category, rank, total, standing })),
        awards: awards.map(({ entry, award }) => ({ entry, award })),
      },
    },
  ])
  await tellMakers(tx, correction, { zh: stage.nameZh, en: stage.nameEn })
  await enqueue(tx, 'tell-results', { eventId, stageId, version }, { key: `tell-results:${eventId}:${stageId}:${version}` })
  return done({ version })
}

async function tellMakers(tx: Tx, { eventId, entryId, leaving, reason }: Correction, stage: Localized): Promise<void> {
  const entry = await tx.entry.findUniqueOrThrow({
    where: { eventId_id: { eventId, id: entryId } },
    select: { title: true, number: true, ...behind },
  })
  const to = receivers(entry)
  const people = await tx.person.findMany({
    where: { id: { in: to.flatMap((one) => ('personId' in one ? [one.personId] : [])) } },
    select: { id: true, locale: true },
  })
  const localeOf = new Map(people.map(({ id, locale }) => [id, locale]))
  await noticesStep(
    tx,
    to.map((one) => {
      const lang = 'personId' in one && localeOf.get(one.personId) === 'en' ? ('en' as const) : ('zh-CN' as const)
      const t = translator(lang, 'judge')
      const words = {
        number: entry.number ?? '',
        title: entry.title,
        stage: lang === 'en' ? stage.en : stage.zh,
        reason: lang === 'en' ? reason.en : reason.zh,
      }
      return {
        to: one,
        eventId,
        locale: lang,
        notice: {
          template: 'message' as const,
          subject: t(`correction.${leaving}.subject`, words),
          body: t(`correction.${leaving}.body`, words),
          path: pageFor(one, entry, eventId, entryId),
        },
      }
    }),
  )
}
