import type { Reader } from '~/db.server'
import type { Localized } from '~/domain/events/localized'

/** An author of a work with a place, an award or in reserve, with what they agreed to as it stands now. */
export interface Finalist {
  authorId: string
  personId: string | null
  name: string
  nameLatin: string | null
  organisation: string
  country: string
  mobile: string | null
  email: string | null
  entryId: string
  number: string | null
  title: string
  group: Localized
  track: Localized | null
  /** none: no place, and an award */
  standing: 'place' | 'alternate' | 'none'
  rank: number | null
  pool: boolean
  contact: boolean
  /** since when direct contact has been agreed to */
  contactSince: Date | null
}

/**
 * The authors of every work with a place, an award or in reserve in a published stage, in the order of the result. Consents are
 * those given to the organisation that runs the event, for this event, and not withdrawn. Withdrawn works and people
 * who erased their account are left out.
 */
export async function finalists(reader: Reader, eventId: string, stageId: string): Promise<Finalist[]> {
  const names = { select: { nameZh: true, nameEn: true } } as const
  const { organisationId } = await reader.event.findUniqueOrThrow({ where: { id: eventId }, select: { organisationId: true } })
  const stage = await reader.stage.findUnique({ where: { eventId_id: { eventId, id: stageId } }, select: { publishedVersion: true } })
  const results = await reader.resultRow.findMany({
    where: {
      eventId,
      stageId,
      version: stage?.publishedVersion ?? 0,
      entry: { state: { not: 'withdrawn' } },
      OR: [{ standing: { in: ['place', 'alternate'] } }, { standing: 'none', awards: { some: { recipients: 'author' } } }],
    },
    orderBy: [{ category: 'asc' }, { rank: { sort: 'asc', nulls: 'last' } }, { entryId: 'asc' }],
    select: {
      standing: true,
      rank: true,
      entry: {
        select: {
          id: true,
          number: true,
          title: true,
          group: names,
          track: names,
          authors: {
            where: { role: 'author' },
            orderBy: { position: 'asc' },
            select: {
              id: true,
              personId: true,
              name: true,
              nameLatin: true,
              organisation: true,
              country: true,
              mobile: true,
              email: true,
              person: { select: { erasedAt: true } },
            },
          },
        },
      },
    },
  })
  const people = results.flatMap(({ entry }) => entry.authors.flatMap(({ personId }) => personId ?? []))
  const consents = await reader.consent.findMany({
    where: { eventId, organisationId, withdrawnAt: null, personId: { in: [...new Set(people)] } },
    select: { personId: true, kind: true, grantedAt: true },
  })
  const agreed = new Map(consents.map(({ personId, kind, grantedAt }) => [`${kind} ${personId}`, grantedAt]))
  const named = (row: { nameZh: string; nameEn: string }): Localized => ({ zh: row.nameZh, en: row.nameEn })
  return results.flatMap(({ standing, rank, entry: { authors, group, track, id: entryId, number, title } }) =>
    authors
      .filter(({ person }) => !person?.erasedAt)
      .map(({ id: authorId, person: _, ...author }) => {
        const contactSince = agreed.get(`direct_contact ${author.personId}`) ?? null
        return {
          ...author,
          authorId,
          entryId,
          number,
          title,
          group: named(group),
          track: track && named(track),
          standing: standing as Finalist['standing'],
          rank,
          pool: agreed.has(`talent_pool ${author.personId}`),
          contact: contactSince !== null,
          contactSince,
        }
      }),
  )
}
