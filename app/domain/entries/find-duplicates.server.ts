import { transact } from '~/db.server'
import { done } from '~/domain/outcome'
import type { DuplicateKind } from '~/generated/prisma/enums'
import { LOOK_ALIKE_BITS } from './look-alike'

interface FindDuplicates {
  eventId: string
  entryId: string
}

interface Found {
  other: string
  kind: DuplicateKind
  distance: number
  detail: string
}

/**
 * Flags entries of the same event that share something with this one: a file byte for byte, a picture whose hash
 * differs in at most LOOK_ALIKE_BITS of 64, or an author. A flag says where to look; people decide. Flags that no
 * longer hold go, dismissed ones stay dismissed. Drafts and withdrawn entries are left alone.
 */
export async function findDuplicates({ eventId, entryId }: FindDuplicates): Promise<void> {
  await transact(async (tx) => {
    const entry = await tx.entry.findUnique({ where: { eventId_id: { eventId, id: entryId } }, select: { state: true } })
    if (!entry || entry.state === 'draft' || entry.state === 'withdrawn') return done()
    const found = await tx.$queryRaw<Found[]>`
      with mine as (select "id", "slot", "sha256", "perceptual" from "EntryFile"
                    where "eventId" = ${eventId} and "entryId" = ${entryId} and "state" in ('processing', 'ready')),
      others as (select f."id", f."entryId", f."slot", f."sha256", f."perceptual" from "EntryFile" f
                 join "Entry" e on e."eventId" = f."eventId" and e."id" = f."entryId"
                 where f."eventId" = ${eventId} and f."entryId" <> ${entryId} and f."state" in ('processing', 'ready')
                   and e."state" not in ('draft', 'withdrawn')),
      authors as (select lower(regexp_replace("name", '\\s', '', 'g')) as name, "personId", "mobile", "email", "organisation", "entryId" from "EntryAuthor"
                  where "eventId" = ${eventId} and "role" = 'author' and "name" <> '')
      select o."entryId" as other, 'same_file'::"DuplicateKind" as kind, 0 as distance, min(m."slot") as detail
        from mine m join others o on o."sha256" = m."sha256" and m."sha256" <> '' group by o."entryId"
      union all
      select o."entryId", 'look_alike'::"DuplicateKind", min(bit_count((o."perceptual" # m."perceptual")::bit(64)))::int, min(m."slot")
        from mine m join others o on o."slot" = m."slot" and o."sha256" <> m."sha256"
        where bit_count((o."perceptual" # m."perceptual")::bit(64)) <= ${LOOK_ALIKE_BITS} group by o."entryId"
      union all
      select b."entryId", 'same_author'::"DuplicateKind", 0, ''
        from authors a join authors b on b."entryId" <> a."entryId" and (
          b."personId" = a."personId" or b."mobile" = a."mobile" or b."email" = a."email"
          or (b.name = a.name and b."organisation" = a."organisation"))
        join "Entry" e on e."eventId" = ${eventId} and e."id" = b."entryId" and e."state" not in ('draft', 'withdrawn')
        where a."entryId" = ${entryId} group by b."entryId"`
    await tx.duplicateFlag.deleteMany({
      where: {
        eventId,
        dismissedAt: null,
        OR: [{ entryAId: entryId }, { entryBId: entryId }],
        NOT: found.map(({ other, kind }) => ({ ...pair(entryId, other), kind })),
      },
    })
    for (const { other, kind, distance, detail } of found) {
      const key = { eventId, ...pair(entryId, other), kind }
      await tx.duplicateFlag.upsert({
        where: { eventId_entryAId_entryBId_kind: key },
        create: { ...key, distance, detail },
        update: { distance, detail },
      })
    }
    return done()
  })
}

/** Both directions of a likeness are one row. */
const pair = (one: string, other: string) => (one < other ? { entryAId: one, entryBId: other } : { entryAId: other, entryBId: one })
