import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { differenceHash } from '~/domain/entries/look-alike'
import { greyGrid } from '~/gateways/images.server'
import { board, boardSlots } from './boards/board'
import type { BoardSlot } from './boards/board'

/** One sheet as an entrant hands it in, and the two pictures shown in its place. */
export interface DrawnSheet {
  slot: BoardSlot
  original: Buffer
  mime: 'application/pdf' | 'image/jpeg'
  sha256: string
  view: Buffer
  thumb: Buffer
  width: number
  height: number
  perceptual: bigint | null
}

export interface SheetOrder {
  design: string
  title: string
  leak?: string
}

/** A2 to A4 in points. */
const A3: [number, number] = [1190.55, 841.89]
const THUMB_SIDE = 400

/** Drawings that were made before, by what they show; a fresh clone draws them once. */
const cache = resolve('.cache/demo')

/** Drawn at the size of the drawing or half as much again: plain lines allow it, stitches do not. */
const density: Record<BoardSlot, number> = { board: 72, flats: 108, craft: 108, swatch: 72 }

/** The four sheets of a work: illustration, flats and craft sheet as A3 PDF, the swatch as a photo. */
export async function drawSheets(order: SheetOrder): Promise<DrawnSheet[]> {
  const sheets: DrawnSheet[] = []
  for (const slot of boardSlots) sheets.push(await drawSheet(slot, order))
  return sheets
}

async function drawSheet(slot: BoardSlot, { design, title, leak }: SheetOrder): Promise<DrawnSheet> {
  const svg = board({ seed: design, slot, title, ...(slot === 'board' && leak ? { leak } : {}) })
  const key = createHash('sha256').update(`4 ${density[slot]} ${svg}`).digest('hex').slice(0, 32)
  const mime = slot === 'swatch' ? ('image/jpeg' as const) : ('application/pdf' as const)
  const files = ['original', 'view', 'thumb'].map((name) => join(cache, key, name))
  const kept = existsSync(join(cache, key)) ? await Promise.all(files.map((path) => readFile(path))).catch(() => null) : null
  const [original, view, thumb] = kept ?? (await drawAndKeep(svg, slot, key, files))
  if (!original || !view || !thumb) throw new Error(`the sheet ${slot} of ${design} could not be drawn`)
  const { width, height } = await sharp(view).metadata()
  const sha256 = createHash('sha256').update(original).digest('hex')
  return { slot, original, mime, sha256, view, thumb, width, height, perceptual: differenceHash(await greyGrid(thumb)) }
}

async function drawAndKeep(svg: string, slot: BoardSlot, key: string, files: readonly string[]): Promise<Buffer[]> {
  const { data, info } = await sharp(Buffer.from(svg), { density: density[slot] })
    .flatten({ background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const drawn = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  const photo = await drawn().jpeg({ quality: 84 }).withMetadata({ density: 150 }).toBuffer()
  const made = [
    slot === 'swatch' ? photo : await onePage(photo),
    await drawn().webp({ quality: 82, effort: 2 }).toBuffer(),
    await drawn().resize(THUMB_SIDE, THUMB_SIDE, { fit: 'inside' }).webp({ quality: 80 }).toBuffer(),
  ]
  await keep(key, files, made).catch(() => undefined) // a folder that cannot be written costs time, nothing else
  return made
}

/** An A3 page that shows a picture; nothing in it depends on the clock. */
async function onePage(photo: Buffer): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.addPage(A3).drawImage(await document.embedJpg(photo), { x: 0, y: 0, width: A3[0], height: A3[1] })
  return Buffer.from(await document.save())
}

async function keep(key: string, files: readonly string[], made: readonly Buffer[]): Promise<void> {
  const making = join(cache, `${key}.${process.pid}`)
  await mkdir(making, { recursive: true })
  await Promise.all(made.map((bytes, at) => writeFile(files[at]?.replace(join(cache, key), making) ?? '', bytes)))
  await rename(making, join(cache, key))
}
