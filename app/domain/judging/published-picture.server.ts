import { buffer } from 'node:stream/consumers'
import { db } from '~/db.server'
import { cached } from '~/gateways/disk-cache.server'
import { storage } from '~/gateways/storage.server'
import { MissingObject } from '~/gateways/stored-object'
import { drawWorkPicture } from '~/gateways/work-picture.server'
import { isCleared, isPublic, publicTables } from './public-works-sql.server'
import type { PictureName } from './published-picture-name'

/** A picture of a public work; `version` changes with its bytes. */
export type PublishedPictureFile = { version: string; bytes: () => Promise<Buffer | null> }

/**
 * The derived picture behind a public address, asked anew each time: null unless the event is public and a published
 * stage selected the work and its content was passed. Never an original.
 */
export async function publishedPicture(
  eventId: string,
  code: string,
  { slot, number, size }: PictureName,
): Promise<PublishedPictureFile | null> {
  const [file] = await db.$queryRaw<{ id: string; viewKey: string; thumbKey: string }[]>`
    select f."id", f."viewKey", f."thumbKey" from "EntryFile" f
    where f."eventId" = ${eventId} and f."slot" = ${slot} and f."state" = 'ready' and f."viewKey" is not null and f."thumbKey" is not null
      and f."entryId" in (
        select r."entryId" from ${publicTables} join "Event" v on v."id" = r."eventId" and v."status" <> 'draft'
        where r."eventId" = ${eventId} and e."code" = ${code} and ${isPublic} and ${isCleared})
    order by f."position" limit 1 offset ${number - 1}`
  if (!file) return null
  const read = async (key: string) => buffer(await storage().get(key))
  const bytes = () => {
    if (size === 'thumb') return read(file.thumbKey)
    if (size === 'view') return read(file.viewKey)
    return cached(`works/${eventId}/${file.id}-${size}.webp`, async () => drawWorkPicture(await read(file.viewKey), size))
  }
  return {
    version: `${file.id}-${size}`,
    bytes: () =>
      bytes().catch((error: unknown) => {
        if (error instanceof MissingObject) return null
        throw error
      }),
  }
}
