import { Readable } from 'node:stream'
import { crc32, deflateRawSync } from 'node:zlib'
import { createReadableStreamFromReadable } from '@remix-run/node'

export interface ZipFile {
  /** path inside the archive, with forward slashes; UTF-8 */
  name: string
  body: Buffer
}

const UTF8_NAMES = 0x0800
const DEFLATE = 8
// 1 January 1980: the same content gives the same archive
const DOS_DATE = 0x21
const MOST_BYTES = 0xffff_ffff
const MOST_FILES = 0xffff

/**
 * A ZIP archive as it is made, one file held at a time (APPNOTE 6.3.10, without ZIP64: at most 65,535 files and 4 GB, more
 * throws).
 */
export async function* zipBytes(files: AsyncIterable<ZipFile> | Iterable<ZipFile>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let offset = 0
  for await (const { name, body } of files) {
    const path = Buffer.from(name, 'utf8')
    const packed = deflateRawSync(body)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(UTF8_NAMES, 2)
    common.writeUInt16LE(DEFLATE, 4)
    common.writeUInt16LE(DOS_DATE, 8)
    common.writeUInt32LE(crc32(body), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(body.length, 18)
    common.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, path, packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), common, place, path]))
    offset += local.length
    if (offset > MOST_BYTES || directory.length > MOST_FILES) throw new Error('the archive is larger than a ZIP file may be')
    yield local
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  yield Buffer.concat([listed, Buffer.from('PK\u0005\u0006', 'latin1'), end])
}

/** An archive as a download, streamed. */
export function zipResponse(filename: string, files: AsyncIterable<ZipFile>): Response {
  return new Response(createReadableStreamFromReadable(Readable.from(zipBytes(files))), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${filename.replace(/[^\w.-]/g, '_')}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
