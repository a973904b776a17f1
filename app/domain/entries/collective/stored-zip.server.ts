import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { newId } from '~/domain/new-id.server'
import { storage } from '~/gateways/storage.server'
import { incomingFolder } from '../receive-upload.server'

/** Why an archive cannot be used, as the batch remembers it. */
export type { ZipRefusal } from '~/gateways/read-zip.server'

/** What an archive may hold: a batch of five hundred works with ten files each, and eight gigabytes of them. */
export const ZIP_LIMITS = { files: 5_000, bytes: 8_000_000_000 }

/** A stored archive on this machine’s disk while `work` goes on: its directory stands at its end, and storage only streams. */
export async function withStoredZip<T>(key: string, work: (path: string) => Promise<T>): Promise<T> {
  const path = join(incomingFolder(), newId(16))
  await mkdir(incomingFolder(), { recursive: true })
  try {
    await pipeline(await storage().get(key), createWriteStream(path, { flags: 'wx' }))
    return await work(path)
  } finally {
    await rm(path, { force: true })
  }
}
