import type { Readable } from 'node:stream'
import yauzl from 'yauzl'

/** One file of an archive, as its directory lists it. */
export interface ZipMember {
  /** place in the directory, from 0: the same each time the archive is read */
  place: number
  /** path with forward slashes, as its maker named it */
  path: string
  bytes: number
}

export type ZipRefusal = 'not-a-zip' | 'broken' | 'encrypted' | 'unsafe-path' | 'too-many-files' | 'too-large' | 'bomb'

export interface ZipLimits {
  files: number
  /** bytes of all files together, unpacked */
  bytes: number
}

/** An archive that is not read any further, and why; `detail` names the file where one is to blame. */
export class RefusedZip extends Error {
  constructor(
    readonly reason: ZipRefusal,
    readonly detail: Record<string, string | number> = {},
  ) {
    super(reason)
  }
}

/** Pictures, films and PDFs hardly shrink: what unpacks to a hundred times its size was made to fill a disk. */
const BOMB_RATIO = 100
/** below this nothing is worth suspecting: a small drawing or text shrinks well */
const BOMB_BYTES = 50_000_000

/**
 * Reads an archive on this disk from its directory, one file at a time and none of them in memory. `onMember` may open
 * what it was called for; what it does not open is not read. What macOS and Windows add of their own is left out. Throws RefusedZip. A
 * file that unpacks to more than its directory says ends its stream with an error.
 */
export async function readZip(
  path: string,
  limits: ZipLimits,
  onMember: (member: ZipMember, open: () => Promise<Readable>) => Promise<void>,
): Promise<void> {
  const zip = await yauzl
    .openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: true })
    .catch((error: Error) => {
      throw new RefusedZip(/end of central directory/i.test(error.message) ? 'not-a-zip' : 'broken')
    })
  try {
    let place = 0
    let bytes = 0
    let packed = 0
    for await (const entry of membersOf(zip)) {
      const name = nameOf(entry)
      if (isUnsafe(name)) throw new RefusedZip('unsafe-path', { name: name.slice(0, 200) })
      if (name.endsWith('/') || isClutter(name)) continue
      if (entry.isEncrypted()) throw new RefusedZip('encrypted')
      bytes += entry.uncompressedSize
      packed += entry.compressedSize
      if (place >= limits.files) throw new RefusedZip('too-many-files', { max: limits.files })
      if (bytes > limits.bytes) throw new RefusedZip('too-large', { maxMB: Math.floor(limits.bytes / 1_000_000) })
      if (isBomb(bytes, packed) || isBomb(entry.uncompressedSize, entry.compressedSize)) throw new RefusedZip('bomb')
      await onMember({ place, path: name, bytes: entry.uncompressedSize }, () => openMember(zip, entry))
      place += 1
    }
  } finally {
    zip.close()
  }
}

async function openMember(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  const body = await zip.openReadStreamPromise(entry)
  // it may break before its reader is ready, and an error nobody listens to would end the process; `errored` keeps it
  body.on('error', () => undefined)
  return body
}

const isBomb = (bytes: number, packed: number): boolean => bytes > BOMB_BYTES && bytes > packed * BOMB_RATIO

/** The directory’s entries; its errors speak of the archive, not of who reads it. */
async function* membersOf(zip: yauzl.ZipFile): AsyncGenerator<yauzl.Entry> {
  const entries = zip.eachEntry()[Symbol.asyncIterator]()
  for (;;) {
    const next = await entries.next().catch(() => {
      throw new RefusedZip('broken')
    })
    if (next.done) return
    yield next.value
  }
}

const UTF8_FLAG = 0x0800
/** Info-ZIP’s field for a name in UTF-8 beside one in the maker’s own code page */
const UNICODE_PATH = 0x7075

/** Windows in Chinese writes names in GBK and says nothing; what is no UTF-8 is read as that. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: yauzl.Entry): string {
  const unicode = extraFields.find(({ id }) => id === UNICODE_PATH)?.data
  const raw = unicode && unicode.length > 5 ? unicode.subarray(5) : fileNameRaw
  const encoding = generalPurposeBitFlag & UTF8_FLAG || unicode || isUtf8(raw) ? 'utf-8' : 'gb18030'
  return new TextDecoder(encoding).decode(raw).replaceAll('\\', '/').normalize('NFC')
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const isUnsafe = (name: string): boolean => name.includes('\0') || /^(\/|[a-z]:)/i.test(name) || name.split('/').includes('..')

const isClutter = (name: string): boolean => /(^|\/)(__MACOSX\/|\.[^/]*$|~\$[^/]*$|thumbs\.db$|desktop\.ini$)/i.test(name)
