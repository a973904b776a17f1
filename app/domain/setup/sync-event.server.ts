import { Prisma } from '~/generated/prisma/client'
import type { Tx } from '~/db.server'
import { syncFloor } from '~/domain/booths/sync-floor.server'
import { standardNames } from '~/domain/events/standard-names'
import { isScoring } from '~/domain/judging/section'
import { VOTE } from '~/domain/judging/votes/choice'
import { ballotOfStage } from '~/domain/judging/votes/ballot-of-stage'
import type { Stage } from '~/domain/judging/section'
import { rulebookHash } from '~/domain/judging/rulebook-hash.server'
import { valueAt } from './config-path'
import type { EventConfig } from './event-config'
import { resolveDate, resolveDates } from './resolve-dates'

type Sync = { tx: Tx; eventId: string; config: EventConfig; written: unknown }

/**
 * Makes the rows that hang on an event’s config equal to it: dates, groups, tracks, stages and criteria, halls and booths.
 * Rows that other rows depend on are never removed here; the foreign keys refuse it, whoever asks.
 */
export async function syncEvent(sync: Sync): Promise<void> {
  await syncDates(sync)
  await syncGroups(sync)
  await syncTracks(sync)
  await syncStages(sync)
  await syncFloor(sync.tx, sync.eventId, sync.config.expo)
}

async function syncDates({ tx, eventId, config }: Sync): Promise<void> {
  const dates = resolveDates(config)
  await tx.eventDate.deleteMany({ where: { eventId, key: { notIn: dates.map(({ key }) => key) } } })
  for (const { key, start, end } of dates) {
    const data = { startsAt: start, endsAt: end }
    await tx.eventDate.upsert({
      where: { eventId_key: { eventId, key } },
      create: { eventId, key, ...data },
      update: data,
    })
  }
}

async function syncGroups({ tx, eventId, config }: Sync): Promise<void> {
  const groups = config.contest?.groups ?? []
  await tx.contestGroup.deleteMany({ where: { eventId, id: { notIn: groups.map(({ id }) => id) } } })
  for (const [position, { id, name }] of groups.entries()) {
    const data = { position, nameZh: name.zh, nameEn: name.en }
    await tx.contestGroup.upsert({
      where: { eventId_id: { eventId, id } },
      create: { eventId, id, ...data },
      update: data,
    })
  }
}

async function syncTracks({ tx, eventId, config }: Sync): Promise<void> {
  const tracks = config.contest?.tracks ?? []
  await tx.contestTrack.deleteMany({ where: { eventId, id: { notIn: tracks.map(({ id }) => id) } } })
  for (const [position, { id, name }] of tracks.entries()) {
    const data = { position, nameZh: name.zh, nameEn: name.en }
    await tx.contestTrack.upsert({
      where: { eventId_id: { eventId, id } },
      create: { eventId, id, ...data },
      update: data,
    })
  }
}

async function syncStages({ tx, eventId, config, written }: Sync): Promise<void> {
  const stages = config.contest?.stages ?? []
  const ids = stages.map(({ id }) => id)
  await tx.criterion.deleteMany({ where: { eventId, stageId: { notIn: ids } } })
  await tx.stage.deleteMany({ where: { eventId, id: { notIn: ids } } })
  for (const [position, stage] of stages.entries()) {
    const key = { eventId_id: { eventId, id: stage.id } }
    const kept = await tx.stage.findUnique({ where: key, select: { frozenAt: true } })
    const data = stageData(config, stage, position)
    // once a stage has opened its rulebook is what the judges saw, to the letter
    const rules = kept?.frozenAt ? {} : rulebookData(written, stage)
    await tx.stage.upsert({
      where: key,
      create: { eventId, id: stage.id, ...data, ...rules },
      update: { ...data, ...rules },
    })
    await syncCriteria(tx, eventId, stage)
  }
}

function stageData(config: EventConfig, stage: Stage, position: number) {
  const name = stage.name ?? standardNames[stage.id] ?? { zh: stage.id, en: stage.id }
  const date = config.dates[stage.dates]
  const span = date ? resolveDate(date.on, config.timezone) : null
  return {
    position,
    type: stage.type,
    nameZh: name.zh,
    nameEn: name.en,
    opensAt: span?.start ?? null,
    closesAt: span?.end ?? null,
  }
}

/** The rulebook as the file writes it, so that its hash is the hash of what people can read. */
function rulebookData(written: unknown, stage: Stage) {
  const ballot = ballotOfStage(stage)
  if (!isScoring(stage)) return { rulebook: Prisma.DbNull, ballot: ballot ?? Prisma.DbNull, rulebookHash: ballot && rulebookHash(ballot) }
  const document = valueAt(written, `contest.stages.${stage.id}.rulebook`) as Prisma.InputJsonValue
  return { rulebook: document, ballot: ballot ?? Prisma.DbNull, rulebookHash: rulebookHash(document) }
}

async function syncCriteria(tx: Tx, eventId: string, stage: Stage): Promise<void> {
  const ids = [...(isScoring(stage) ? stage.rulebook.criteria.map(({ id }) => id) : []), ...(ballotOfStage(stage) ? [VOTE] : [])]
  await tx.criterion.deleteMany({ where: { eventId, stageId: stage.id, id: { notIn: ids } } })
  for (const [position, id] of ids.entries()) {
    const key = { eventId_stageId_id: { eventId, stageId: stage.id, id } }
    await tx.criterion.upsert({
      where: key,
      create: { eventId, stageId: stage.id, id, position },
      update: { position },
    })
  }
}
