import type { Readable } from 'node:stream'

/** One stored object as a listing names it. */
export interface StoredObject {
  key: string
  bytes: number
  modifiedAt: Date
}

/** Bytes from `first` to `last`, both included, as HTTP counts them. */
export interface ByteRange {
  first: number
  last: number
}

/**
 * Where files live: a folder, or a bucket when S3 is configured. Keys are immutable: a key is written once and
 * its bytes never change, so that every answer may be cached and every hash stays true.
 */
export interface Storage {
  /** Stores exactly `bytes` bytes under a new key; throws when the key exists or the stream ends early. */
  put(key: string, body: Readable, options: { bytes: number; mime: string }): Promise<void>
  /** The content as a stream; throws MissingObject when there is none. */
  get(key: string, range?: ByteRange): Promise<Readable>
  /** Removes an object; nothing happens when there is none. */
  remove(key: string): Promise<void>
  /** Every object whose key starts with the prefix, in no particular order. */
  list(prefix: string): AsyncIterable<StoredObject>
}

/** No object has this key. */
export class MissingObject extends Error {
  constructor(key: string) {
    super(`nothing is stored under ${key}`)
  }
}

const KEY = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/

/** Throws for a key that could leave the folder or means different things on different disks. */
export function checkKey(key: string): string {
  if (!KEY.test(key) || key.includes('..') || key.length > 300) throw new Error('not a storage key')
  return key
}
