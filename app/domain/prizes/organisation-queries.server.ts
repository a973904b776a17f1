import { db, type Reader } from '~/db.server'
import { canonicalNames } from '~/domain/entries/names/canonical-names.server'
import { spellingOf } from '~/domain/entries/names/suggest-names'
import type { Localized } from '~/domain/events/localized'
import { expectedResult } from '~/domain/judging/results-date'
import type { Award, Stage } from '~/domain/judging/section'
import {
  organisationFigures,
  rankOrganisations,
  type OrganisationFigures,
  type OrganisationWork,
  type RankedOrganisation,
} from './organisation-figures'

/** Authors read at most; far above any contest. */
const MOST = 100_000

/** Every organisation of an event by each award to organisations, and whether its results are complete. */
export async function organisationBoards(
  eventId: string,
  reader: Reader = db,
): Promise<{ complete: boolean; boards: { award: Award; rows: RankedOrganisation[] }[] }> {
  const { contest } = await contestOf(eventId, reader)
  const awards = (contest?.awards ?? []).filter(({ to }) => to === 'organisations')
  if (!contest || awards.length === 0) return { complete: false, boards: [] }
  const [works, nameOf, published] = await Promise.all([
    organisationWorks(eventId, reader),
    canonicalNames(eventId, reader),
    reader.stage.findMany({ where: { eventId, publishedVersion: { not: null } }, select: { id: true } }),
  ])
  const complete =
    expectedResult(
      contest.stages,
      published.map(({ id }) => id),
    ) === null
  return {
    complete,
    boards: awards.map((award) => {
      const ofGroups = works.filter(({ group }) => award.groups?.includes(group) ?? true)
      return {
        award,
        rows: rankOrganisations(
          organisationFigures(ofGroups, (name) => spellingOf(nameOf(name))),
          award,
        ),
      }
    }),
  }
}

async function contestOf(eventId: string, reader: Reader) {
  const { config } = await reader.event.findUniqueOrThrow({ where: { id: eventId }, select: { config: true } })
  // stored only after it was parsed
  return config as unknown as { contest?: { stages: Stage[]; awards: Award[] } }
}

/** Works by the results in force: a finalist has a place in a published stage and was not taken out of any. */
async function organisationWorks(eventId: string, reader: Reader): Promise<(OrganisationWork & { group: string })[]> {
  return reader.$queryRaw`
    with result as (
      select r."entryId", bool_or(r."standing" = 'place') and not bool_or(r."standing" in ('withdrawn', 'disqualified')) as "finalist"
      from "ResultRow" r join "Stage" s on s."eventId" = r."eventId" and s."id" = r."stageId" and s."publishedVersion" = r."version"
      where r."eventId" = ${eventId} group by r."entryId"
    ), prize as (
      select a."entryId", count(*)::int as "prizes"
      from "Award" a join "Stage" s on s."eventId" = a."eventId" and s."id" = a."stageId" and s."publishedVersion" = a."version"
      where a."eventId" = ${eventId} and a."recipients" = 'author' group by a."entryId"
    )
    select p."entryId" as "entry", p."organisation", e."groupId" as "group", e."state" = 'accepted' as "accepted",
      coalesce(r."finalist", false) as "finalist", coalesce(z."prizes", 0) as "prizes"
    from "EntryAuthor" p
      join "Entry" e on e."eventId" = p."eventId" and e."id" = p."entryId"
      left join result r on r."entryId" = p."entryId"
      left join prize z on z."entryId" = p."entryId"
    where p."eventId" = ${eventId} and p."role" = 'author' and p."organisation" <> '' and e."state" not in ('draft', 'withdrawn')
    order by p."entryId", p."position" limit ${MOST}`
}

export interface AwardedOrganisation {
  number: string
  awardId: string
  award: Localized
  name: string
  figures: OrganisationFigures & { points: number }
  confirmedAt: Date
}

/** What organisations were awarded and still have, in the order in which it was confirmed. */
export async function awardedOrganisations(eventId: string): Promise<AwardedOrganisation[]> {
  const rows = await db.organisationAward.findMany({
    where: { eventId, revokedAt: null },
    orderBy: [{ confirmedAt: 'asc' }, { awardId: 'asc' }, { name: 'asc' }],
    take: 500,
  })
  return rows.map(({ number, awardId, nameZh, nameEn, name, figures, confirmedAt }) => ({
    number,
    awardId,
    award: { zh: nameZh, en: nameEn },
    name,
    figures: figures as unknown as AwardedOrganisation['figures'],
    confirmedAt,
  }))
}

/** The certificate of an organisation by its number; null when there is none. */
export async function organisationCertificate(number: string) {
  const row = await db.organisationAward.findUnique({ where: { number }, include: { event: { select: { nameZh: true, nameEn: true } } } })
  if (!row) return null
  return {
    number,
    eventId: row.eventId,
    award: { zh: row.nameZh, en: row.nameEn },
    work: null,
    name: row.name,
    nameLatin: null,
    event: { zh: row.event.nameZh, en: row.event.nameEn },
    figures: row.figures as unknown as AwardedOrganisation['figures'],
    issuedAt: row.confirmedAt,
    revoked: row.revokedAt !== null,
  }
}
