import type { Reader } from '~/db.server'
import type { WonPrize, WorkedSeat } from './due-payments'

/** Awards with prize money in the results in force, with those who share it. */
export async function wonPrizes(reader: Reader, eventId: string): Promise<WonPrize[]> {
  const rows = await reader.$queryRaw<
    {
      stage: string
      entry: string
      award: string
      nameZh: string
      nameEn: string
      work: string
      prize: string
      people: string[]
      weights: unknown
    }[]
  >`
    select a."stageId" as "stage", a."entryId" as "entry", a."awardId" as "award", a."nameZh", a."nameEn", e."title" as "work", a."prize",
      array(select p."id" from "EntryAuthor" p where p."eventId" = a."eventId" and p."entryId" = a."entryId" and p."role" = a."recipients"
        order by p."position", p."id") as "people",
      case when a."recipients" = 'author' then sh."weights" end as "weights"
    from "Award" a
      join "Stage" s on s."eventId" = a."eventId" and s."id" = a."stageId" and s."publishedVersion" = a."version"
      join "Entry" e on e."eventId" = a."eventId" and e."id" = a."entryId"
      left join "PrizeSharing" sh on sh."eventId" = a."eventId" and sh."entryId" = a."entryId" and sh."inForceAt" is not null and sh."endedAt" is null
    where a."eventId" = ${eventId} and a."prize" is not null
    order by a."tier", a."entryId" limit 5000`
  return rows.map(({ nameZh, nameEn, weights, ...row }) => ({
    ...row,
    name: { zh: nameZh, en: nameEn },
    weights: (weights ?? null) as Record<string, number> | null,
  }))
}

/** Seats of closed stages, with how many works each has marked or voted on. */
export async function workedSeats(reader: Reader, eventId: string): Promise<WorkedSeat[]> {
  const rows = await reader.$queryRaw<(Omit<WorkedSeat, 'stageName'> & { nameZh: string; nameEn: string })[]>`
    select j."stageId" as "stage", s."nameZh", s."nameEn", j."id" as "seat", j."isChair", j."scoring",
      (select count(distinct m."entryId")::int from "Mark" m
        where m."eventId" = j."eventId" and m."stageId" = j."stageId" and m."seatId" = j."id" and m."value" is not null) as "works"
    from "JudgeSeat" j join "Stage" s on s."eventId" = j."eventId" and s."id" = j."stageId"
    where j."eventId" = ${eventId} and j."removedAt" is null and j."acceptedAt" is not null and s."state" in ('closed', 'published')
    order by s."position", j."label" limit 5000`
  return rows.map(({ nameZh, nameEn, ...row }) => ({ ...row, stageName: { zh: nameZh, en: nameEn } }))
}
