import type { Readable } from 'node:stream'
import { db } from '~/db.server'
import { storage } from '~/gateways/storage.server'
import { MissingObject } from '~/gateways/stored-object'
import type { FileTicket } from './file-address.server'

/** A file on its way to a browser. */
export interface OpenFile {
  body: Readable
  mime: string
  /** name to save it under; of an original the sender’s own, of everything else a neutral one */
  name: string
  /** an original is saved, not shown: its bytes are a stranger’s */
  inline: boolean
}

/** Opens what a ticket stands for; null when the file is gone or has no such form. Who may hold the ticket is asked before. */
export async function openFile({ eventId, fileId, class: kind }: FileTicket): Promise<OpenFile | null> {
  const file = await db.entryFile.findUnique({
    where: { eventId_id: { eventId, id: fileId } },
    select: { slot: true, position: true, originalName: true, mime: true, originalKey: true, viewKey: true, thumbKey: true, copyKey: true },
  })
  if (!file) return null
  const neutral = `${file.slot}-${file.position + 1}`
  const forms = {
    original: { key: file.originalKey, mime: file.mime, name: file.originalName, inline: false },
    view: { key: file.viewKey, mime: 'image/webp', name: `${neutral}.webp`, inline: true },
    thumb: { key: file.thumbKey, mime: 'image/webp', name: `${neutral}.webp`, inline: true },
    copy: { key: file.copyKey, mime: 'application/pdf', name: `${neutral}.pdf`, inline: true },
  }
  const { key, ...rest } = forms[kind]
  if (!key) return null
  try {
    return { ...rest, body: await storage().get(key) }
  } catch (error) {
    if (error instanceof MissingObject) return null
    throw error
  }
}

/** True when an original belongs to an entry of this person. */
export async function ownsFile(personId: string, eventId: string, fileId: string): Promise<boolean> {
  return (await db.entryFile.count({ where: { eventId, id: fileId, entry: { ownerId: personId } } })) > 0
}
