import type { Tx } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import type { AwardRow } from '../publication/award-rows'

interface Issue {
  eventId: string
  stageId: string
  awards: readonly AwardRow[]
  now: Date
}

/**
 * Gives everyone behind an award a numbered certificate, each co-author one. After a correction those who keep their
 * award keep their number, and certificates of awards that went elsewhere are revoked.
 */
export async function issueCertificates(tx: Tx, { eventId, stageId, awards, now }: Issue): Promise<void> {
  const people = await tx.entryAuthor.findMany({
    where: { eventId, entryId: { in: awards.map(({ entry }) => entry) } },
    select: { id: true, entryId: true, role: true },
  })
  const before = await tx.certificate.findMany({
    where: { eventId, stageId },
    select: { number: true, entryId: true, awardId: true, authorId: true, revokedAt: true },
  })
  const keyOf = (one: { entryId: string; awardId: string; authorId: string }) => `${one.entryId} ${one.awardId} ${one.authorId}`
  const due = awards.flatMap(({ entry, award, recipients }) =>
    people
      .filter(({ entryId, role }) => entryId === entry && role === recipients)
      .map(({ id }) => ({ entryId: entry, awardId: award, authorId: id })),
  )
  const wanted = new Set(due.map(keyOf))
  const known = new Set(before.map(keyOf))
  const gone = before.filter((one) => one.revokedAt === null && !wanted.has(keyOf(one))).map(({ number }) => number)
  const again = before.filter((one) => one.revokedAt !== null && wanted.has(keyOf(one))).map(({ number }) => number)
  await tx.certificate.updateMany({ where: { number: { in: gone } }, data: { revokedAt: now } })
  await tx.certificate.updateMany({ where: { number: { in: again } }, data: { revokedAt: null } })
  await tx.certificate.createMany({
    data: due.filter((one) => !known.has(keyOf(one))).map((one) => ({ ...one, number: newId(), eventId, stageId, issuedAt: now })),
  })
}
