import type { Tx } from '~/db.server'

/** Archives of papers that name the person can no longer be fetched; the hourly sweep removes them. Runs before the works forget their authors. */
export async function forget(tx: Tx, personId: string): Promise<void> {
  await tx.$executeRaw`
    update "PaperOrder" o set "fileKey" = null where o."fileKey" is not null and exists (
      select 1 from "Entry" e where e."eventId" = o."eventId" and e."id" = any(o."entryIds") and (e."ownerId" = ${personId} or exists (
        select 1 from "EntryAuthor" a where a."eventId" = e."eventId" and a."entryId" = e."id" and a."personId" = ${personId})))`
}
