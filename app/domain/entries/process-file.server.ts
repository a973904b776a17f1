import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { db, transact } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { done } from '~/domain/outcome'
import { derivePictures, greyGrid } from '~/gateways/images.server'
import { bareCopy, drawFirstPage } from '~/gateways/pdf-pages.server'
import { storage } from '~/gateways/storage.server'
import { MissingObject } from '~/gateways/stored-object'
import { log } from '~/log.server'
import { enqueue } from '~/queue.server'
import { differenceHash } from './look-alike'
import { incomingFolder } from './receive-upload.server'

/** The longer side at which a PDF page is drawn: as large as what judges see. */
const PAGE_SIDE = 2400

interface ProcessFile {
  eventId: string
  fileId: string
}

interface Made {
  viewKey: string | null
  thumbKey: string | null
  copyKey: string | null
  perceptual: bigint | null
}

/**
 * Makes what is looked at in an original’s place: two pictures and, of a PDF, a copy of all its pages, none of them
 * with metadata. Runs in the worker process. A file that turns out not to be drawable is refused, so that its owner
 * sees it. Running again does nothing.
 */
export async function processFile({ eventId, fileId }: ProcessFile): Promise<void> {
  const file = await db.entryFile.findUnique({
    where: { eventId_id: { eventId, id: fileId } },
    select: { state: true, originalKey: true, mime: true, entryId: true, entry: { select: { submittedVersion: true } } },
  })
  if (!file?.originalKey || file.state !== 'processing') return
  const path = join(incomingFolder(), newId(16))
  await mkdir(incomingFolder(), { recursive: true })
  let made: Made | 'broken'
  try {
    await pipeline(await storage().get(file.originalKey), createWriteStream(path))
    made = await makeForms(eventId, fileId, path, file.mime)
  } catch (error) {
    if (!(error instanceof Undrawable) && !(error instanceof MissingObject)) throw error
    log().warn({ fileId, eventId, err: error }, 'a file cannot be drawn')
    made = 'broken'
  } finally {
    await rm(path, { force: true })
  }
  const taken = await finish(eventId, fileId, made, file.entry.submittedVersion === null ? null : file.entryId)
  // another run was faster: what this one made is nobody's
  if (!taken && made !== 'broken') for (const key of [made.viewKey, made.thumbKey, made.copyKey]) if (key) await storage().remove(key)
}

class Undrawable extends Error {}

async function makeForms(eventId: string, fileId: string, path: string, mime: string): Promise<Made> {
  if (mime === 'application/pdf') {
    const [page, copy] = await drawable(async () => [await drawFirstPage(path, PAGE_SIDE), await bareCopy(path)] as const)
    const copyKey = await keep(eventId, fileId, copy, 'pdf', 'application/pdf')
    return { ...(await keepPictures(eventId, fileId, page)), copyKey }
  }
  if (mime.startsWith('image/')) return { ...(await keepPictures(eventId, fileId, path)), copyKey: null }
  // films and archives have no picture: a placeholder stands for them
  return { viewKey: null, thumbKey: null, copyKey: null, perceptual: null }
}

async function keepPictures(eventId: string, fileId: string, source: string | Buffer) {
  const { view, thumb } = await drawable(() => derivePictures(source))
  return {
    viewKey: await keep(eventId, fileId, view, 'webp', 'image/webp'),
    thumbKey: await keep(eventId, fileId, thumb, 'webp', 'image/webp'),
    perceptual: differenceHash(await greyGrid(thumb)),
  }
}

async function drawable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new Undrawable('this file cannot be drawn', { cause: error })
  }
}

async function keep(eventId: string, fileId: string, bytes: Buffer, ending: string, mime: string): Promise<string> {
  const key = `derived/${eventId}/${fileId}/${newId()}.${ending}`
  await storage().put(key, Readable.from([bytes]), { bytes: bytes.length, mime })
  return key
}

/** Writes the forms into the row unless somebody else already did. Answers whether it wrote them. */
async function finish(eventId: string, fileId: string, made: Made | 'broken', handedInEntry: string | null): Promise<boolean> {
  const outcome = await transact(async (tx) => {
    const { count } = await tx.entryFile.updateMany({
      where: { eventId, id: fileId, state: 'processing' },
      data: made === 'broken' ? { state: 'refused', refusal: 'broken' } : { ...made, state: 'ready' },
    })
    if (count > 0 && handedInEntry) {
      await enqueue(tx, 'find-duplicates', { eventId, entryId: handedInEntry }, { key: `find-duplicates:${handedInEntry}` })
    }
    return done(count > 0)
  })
  return outcome.ok && outcome.value
}
