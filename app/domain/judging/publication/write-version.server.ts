import type { Tx } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import type { ChainHead } from '~/domain/ledger/chain'
import type { Standing } from '~/generated/prisma/enums'
import { isSpecial } from '../measured/special-awards'
import { specialStandings } from '../measured/special-standings.server'
import { issueCertificates } from '../certificates/issue-certificates.server'
import type { Award, Stage } from '../section'
import { decidedAwards } from '../deliberation/queries.server'
import { stageQuota } from '../stage-rulebook.server'
import { earlierStage } from '../works-in-stage.server'
import type { VoteCounts } from '../votes/count-votes'
import { type AwardRow, awardRows } from './award-rows'

/** A work in the version to be written. */
export interface VersionRow {
  entry: string
  category: string
  group: string
  track: string | null
  rank: number | null
  total: string | null
  judges: number
  standing: Standing
  /** where the stage voted */
  votes?: VoteCounts | null
}

export interface Version {
  eventId: string
  stageId: string
  version: number
  byId: string
  /** why it replaces the one before; null for the first */
  reason: Localized | null
  rulebookHash: string
  /** the chain as it was sealed before */
  head: ChainHead
  rows: readonly VersionRow[]
  now: Date
}

/**
 * Writes one version of a stage's result with what it awards and puts it in force. The stage has to be locked. Answers
 * the awards.
 */
export async function writeVersion(
  tx: Tx,
  { eventId, stageId, version, byId, reason, rulebookHash, head, rows, now }: Version,
): Promise<AwardRow[]> {
  const awards = await versionAwards(tx, eventId, stageId, rows, now)
  await tx.publication.create({
    data: {
      eventId,
      stageId,
      version,
      byId,
      rulebookHash,
      ledgerRows: head.seq,
      ledgerHead: head.hash,
      publishedAt: now,
      ...(reason ? { reasonZh: reason.zh, reasonEn: reason.en } : {}),
    },
  })
  await tx.resultRow.createMany({
    data: rows.map(({ entry, category, rank, total, judges, standing, votes }) => ({
      eventId,
      stageId,
      version,
      entryId: entry,
      category,
      rank,
      total,
      judges,
      standing,
      ...(votes ? { ins: votes.in, holds: votes.hold, outs: votes.out } : {}),
    })),
  })
  await tx.award.createMany({
    data: awards.map(({ entry, award, tier, name, recipients, prize }) => ({
      eventId,
      stageId,
      version,
      entryId: entry,
      awardId: award,
      tier,
      nameZh: name.zh,
      nameEn: name.en,
      recipients,
      prize,
    })),
  })
  await issueCertificates(tx, { eventId, stageId, awards, now })
  // last: from here on the version takes no more rows
  await tx.stage.update({ where: { eventId_id: { eventId, id: stageId } }, data: { publishedVersion: version } })
  return awards
}

/** What a version of a stage's result would award, by the config in force now. */
export async function versionAwards(
  reader: Tx,
  eventId: string,
  stageId: string,
  rows: readonly VersionRow[],
  now: Date,
): Promise<AwardRow[]> {
  const [{ config }, published, stage, earlier, chosen] = await Promise.all([
    reader.event.findUniqueOrThrow({ where: { id: eventId }, select: { config: true } }),
    reader.stage.findMany({ where: { eventId, publishedVersion: { not: null } }, select: { id: true } }),
    reader.stage.findUniqueOrThrow({
      where: { eventId_id: { eventId, id: stageId } },
      select: { rulebook: true, rulebookHash: true, ballot: true },
    }),
    earlierStage(reader, eventId, stageId),
    decidedAwards(reader, eventId, stageId),
  ])
  // stored only after it was parsed
  const { contest } = config as unknown as { contest?: { stages?: Stage[]; awards?: Award[] } }
  const awards = contest?.awards ?? []
  const staying = rows.filter(({ standing }) => standing !== 'withdrawn' && standing !== 'disqualified')
  const special =
    awards.some(isSpecial) && stage.rulebook !== null ? await specialStandings(reader, eventId, stageId, staying, now) : undefined
  return awardRows({ stages: contest?.stages ?? [], awards }, [...published.map(({ id }) => id), stageId], rows, {
    selective: stageQuota(stage) !== undefined && earlier === null,
    chosen,
    ...(special ? { special } : {}),
  })
}
