import { Readable } from 'node:stream'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A3 at 300 dpi, upright. */
export const A3 = { width: 3508, height: 4961 }

/** A picture of the size asked for, each seed another one: a few large shapes, so that it compresses and can be told apart. */
export async function picture(seed: number, { width, height } = A3, format: 'jpeg' | 'png' = 'jpeg'): Promise<Buffer> {
  const shapes = Array.from({ length: 14 }, (_, n) => {
    const at = (k: number) => scattered(seed * 1000 + n * 10 + k)
    const grey = Math.round(at(5) * 220)
    return `<rect x="${at(1) * 90}" y="${at(2) * 90}" width="${8 + at(3) * 40}" height="${8 + at(4) * 40}" fill="rgb(${grey},${(grey * 2) % 256},${(grey * 3) % 256})"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="400" height="400" preserveAspectRatio="none"><rect width="100" height="100" fill="#eee"/>${shapes.join('')}</svg>`
  const small = await sharp(Buffer.from(svg)).png().toBuffer()
  const large = sharp(small).resize(width, height, { fit: 'fill', kernel: 'nearest' }).withMetadata({ density: 300 })
  return format === 'png' ? large.png({ compressionLevel: 3 }).toBuffer() : large.jpeg({ quality: 70 }).toBuffer()
}

/** A number from 0 to 1 that has nothing to do with its neighbours’. */
function scattered(n: number): number {
  let value = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32
}

const made = new Map<number, Promise<Buffer>>()

/** An A3 sheet as JPEG, made once for each seed. */
export function sheet(seed: number): Promise<Buffer> {
  let bytes = made.get(seed)
  if (!bytes) made.set(seed, (bytes = picture(seed)))
  return bytes
}

/** Bytes as an upload brings them, in pieces. */
export const streamOf = (bytes: Buffer, piece = 65_536): Readable =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
    })(),
  )

/** Bytes without end that begin like a JPEG and are never all in memory. `sent` counts what was asked for. */
export function endless(bytes: number): { body: Readable; sent: () => number } {
  let sent = 0
  const body = Readable.from(
    (function* () {
      yield Buffer.from([0xff, 0xd8, 0xff, 0xe0])
      for (; sent < bytes; sent += 65_536) yield Buffer.alloc(65_536, 0x5a)
    })(),
  )
  return { body, sent: () => sent }
}

/** A true PNG of one bit a pixel: small as a file, enormous when it is opened. */
export function enormousPng(side: number): Buffer {
  const row = Math.ceil(side / 8) + 1
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(row * side), { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const table = Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = ((table[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)) >>> 0
  return (sum ^ 0xffffffff) >>> 0
}
