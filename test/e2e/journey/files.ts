import sharp from 'sharp'
import { board } from '#seeds/demo/boards/board'
import type { BoardSlot } from '#seeds/demo/boards/board'

/** A4961 × 3508 JPEG, A3 at 300 dpi, as a designer exports it: drawn by the demo's own board. */
export async function sheet(slot: BoardSlot, seed: string, title: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const drawn = await sharp(Buffer.from(board({ seed, slot, title })))
    .png()
    .toBuffer()
  const buffer = await sharp(drawn)
    .resize(4961, 3508, { kernel: 'nearest', fit: 'fill' })
    .flatten({ background: '#fff' })
    .withMetadata({ density: 300 })
    .jpeg({ quality: 70 })
    .toBuffer()
  return { name: `${title}-${slot}.jpg`, mimeType: 'image/jpeg', buffer }
}
