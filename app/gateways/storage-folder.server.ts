import { createReadStream, createWriteStream } from 'node:fs'
import { link, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '~/domain/new-id.server'
import { checkKey, MissingObject } from './stored-object'
import type { ByteRange, Storage, StoredObject } from './stored-object'

const INCOMING = '.incoming'

/** Storage in a folder of this machine: what stands under a key is always whole, whatever interrupted the writing. */
export function folderStorage(root: string): Storage {
  const base = resolve(root)
  const pathOf = (key: string) => join(base, checkKey(key))

  return {
    async put(key, body, { bytes }) {
      const path = pathOf(key)
      const incoming = join(base, INCOMING, newId(16))
      await mkdir(dirname(incoming), { recursive: true })
      await mkdir(dirname(path), { recursive: true })
      try {
        await pipeline(body, createWriteStream(incoming, { flags: 'wx' }))
        const { size } = await stat(incoming)
        if (size !== bytes) throw new Error(`${size} bytes arrived where ${bytes} were announced`)
        await flush(incoming)
        // a link, unlike a rename, refuses to replace what is there
        await link(incoming, path)
      } finally {
        await rm(incoming, { force: true })
      }
    },

    async get(key, range?: ByteRange): Promise<Readable> {
      const path = pathOf(key)
      const file = await open(path).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new MissingObject(key) : error
      })
      return createReadStream(path, { fd: file, autoClose: true, ...(range && { start: range.first, end: range.last }) })
    },

    async remove(key) {
      await rm(pathOf(key), { force: true })
    },

    async *list(prefix): AsyncIterable<StoredObject> {
      for await (const path of filesUnder(base)) {
        const key = relative(base, path).split(sep).join('/')
        if (!key.startsWith(prefix) || key.startsWith(INCOMING)) continue
        const found = await stat(path).catch(() => null)
        if (found) yield { key, bytes: found.size, modifiedAt: found.mtime }
      }
    },
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function* filesUnder(folder: string): AsyncIterable<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(path)
    else if (entry.isFile()) yield path
  }
}
