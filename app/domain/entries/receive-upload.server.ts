import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import type { Readable, TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '~/domain/new-id.server'
import { env } from '~/env.server'
import { HEAD_BYTES } from '~/gateways/file-kind.server'

/** An upload on this machine’s disk, not yet looked into. */
export interface Received {
  path: string
  bytes: number
  sha256: string
  /** the first bytes, by which its kind is told */
  head: Buffer
}

/** Where uploads wait while they arrive; the sweep empties it of what was left behind. */
export const incomingFolder = (): string => join(env().DATA_DIR, 'incoming')

class TooBig extends Error {}

/** Streams a body to disk, counting and hashing on the way. Stops at the limit: 'too-big'. What fails leaves no file. */
export async function receiveUpload(body: Readable, limit: number): Promise<Received | 'too-big'> {
  const path = join(incomingFolder(), newId(16))
  await mkdir(incomingFolder(), { recursive: true })
  const hash = createHash('sha256')
  let bytes = 0
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, next: TransformCallback) {
      bytes += chunk.length
      if (bytes > limit) return next(new TooBig())
      hash.update(chunk)
      next(null, chunk)
    },
  })
  try {
    await pipeline(body, counter, createWriteStream(path, { flags: 'wx' }))
    return { path, bytes, sha256: hash.digest('hex'), head: await headOf(path) }
  } catch (error) {
    await rm(path, { force: true })
    if (error instanceof TooBig) return 'too-big'
    throw error
  }
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
