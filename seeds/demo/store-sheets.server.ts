import { Readable } from 'node:stream'
import { storage } from '~/gateways/storage.server'
import { MissingObject } from '~/gateways/stored-object'
import { drawSheets } from './draw-sheets.server'
import type { DrawnSheet, SheetOrder } from './draw-sheets.server'

/** A sheet in storage, as a file row names it. */
export type StoredSheet = Omit<DrawnSheet, 'original' | 'view' | 'thumb'> & {
  bytes: number
  originalKey: string
  viewKey: string
  thumbKey: string
  copyKey: string | null
}

export interface SheetOwner {
  eventId: string
  entryId: string
  fileIdOf: (slot: string) => string
}

/** Draws the sheets of a work and puts them into storage under the keys of its files. Doing it again changes nothing. */
export async function storeSheets(order: SheetOrder, { eventId, entryId, fileIdOf }: SheetOwner): Promise<StoredSheet[]> {
  const stored: StoredSheet[] = []
  for (const { original, view, thumb, ...sheet } of await drawSheets(order)) {
    const fileId = fileIdOf(sheet.slot)
    const derived = `derived/${eventId}/${fileId}`
    const originalKey = `original/${eventId}/${entryId}/${fileId}`
    await putOnce(originalKey, original, sheet.mime)
    await putOnce(`${derived}/view.webp`, view, 'image/webp')
    await putOnce(`${derived}/thumb.webp`, thumb, 'image/webp')
    const copyKey = sheet.mime === 'application/pdf' ? `${derived}/copy.pdf` : null
    if (copyKey) await putOnce(copyKey, original, sheet.mime)
    stored.push({
      ...sheet,
      bytes: original.length,
      originalKey,
      viewKey: `${derived}/view.webp`,
      thumbKey: `${derived}/thumb.webp`,
      copyKey,
    })
  }
  return stored
}

/** The bytes under a key never change: what an interrupted demo has stored is there already. */
async function putOnce(key: string, bytes: Buffer, mime: string): Promise<void> {
  const there = await storage()
    .get(key)
    .catch((error: unknown) => {
      if (error instanceof MissingObject) return null
      throw error
    })
  if (there) there.destroy()
  else await storage().put(key, Readable.from([bytes]), { bytes: bytes.length, mime })
}
