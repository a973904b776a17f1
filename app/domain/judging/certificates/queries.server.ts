import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'

/** What a certificate says, and all that anyone may verify. */
export interface Certificate {
  number: string
  award: Localized
  work: string
  name: string
  nameLatin: string | null
  event: Localized
  issuedAt: Date
  revoked: boolean
}

/** Certificates by number; those that are none are missing. */
async function certificates(numbers: readonly string[]): Promise<Certificate[]> {
  return (
    await db.$queryRaw<
      {
        number: string
        issuedAt: Date
        revokedAt: Date | null
        title: string
        name: string
        nameLatin: string | null
        eventZh: string
        eventEn: string
        awardZh: string
        awardEn: string
      }[]
    >`
      select c."number", c."issuedAt", c."revokedAt", e."title", p."name", p."nameLatin", v."nameZh" as "eventZh", v."nameEn" as "eventEn", a."nameZh" as "awardZh", a."nameEn" as "awardEn"
      from "Certificate" c
        join "Entry" e on e."eventId" = c."eventId" and e."id" = c."entryId"
        join "EntryAuthor" p on p."eventId" = c."eventId" and p."entryId" = c."entryId" and p."id" = c."authorId"
        join "Event" v on v."id" = c."eventId"
        join lateral (select "nameZh", "nameEn" from "Award" where "eventId" = c."eventId" and "stageId" = c."stageId" and "entryId" = c."entryId"
          and "awardId" = c."awardId" order by "version" desc limit 1) a on true
      where c."number" = any(${[...numbers]}) order by c."number"`
  ).map(({ number, issuedAt, revokedAt, title, name, nameLatin, eventZh, eventEn, awardZh, awardEn }) => ({
    number,
    issuedAt,
    name,
    nameLatin,
    revoked: revokedAt !== null,
    work: title,
    event: { zh: eventZh, en: eventEn },
    award: { zh: awardZh, en: awardEn },
  }))
}

/** The certificate of a number; null when there is none. */
export const certificateOf = async (number: string): Promise<Certificate | null> => (await certificates([number]))[0] ?? null

/** Certificates that count, of a work, for whoever entered it or is one of its people. Empty for everybody else. */
export async function certificatesOfWork(eventId: string, entryId: string, personId: string): Promise<Certificate[]> {
  const own = await db.certificate.findMany({
    where: { eventId, entryId, revokedAt: null, entry: { OR: [{ ownerId: personId }, { authors: { some: { personId } } }] } },
    select: { number: true },
  })
  return certificates(own.map(({ number }) => number))
}

/** Certificates that count, of some works of an event, each with its work and award; by award and number. */
export async function certificatesOfWorks(
  eventId: string,
  entryIds: readonly string[],
): Promise<{ entryId: string; awardId: string; certificate: Certificate }[]> {
  const rows = await db.certificate.findMany({
    where: { eventId, entryId: { in: [...entryIds] }, revokedAt: null },
    orderBy: [{ awardId: 'asc' }, { number: 'asc' }],
    select: { number: true, entryId: true, awardId: true },
  })
  const drawn = new Map((await certificates(rows.map(({ number }) => number))).map((one) => [one.number, one]))
  return rows.flatMap(({ number, ...row }) => {
    const certificate = drawn.get(number)
    return certificate ? [{ ...row, certificate }] : []
  })
}
