import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { transact } from '~/db.server'
import type { Tx } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse } from '~/domain/outcome'
import { storage } from '~/gateways/storage.server'
import { enqueue } from '~/queue.server'
import { byteLimit, pixelsOf, plainFileName } from './accept-file'
import type { FileRefusal } from './accept-file'
import { lockEntry } from './entry-row.server'
import type { Editor, EntryRow } from './entry-row.server'
import { inspectUpload } from './inspect-upload.server'
import { receiveUpload } from './receive-upload.server'
import { refuseChange, refuseReceipt, refuseStaffChange } from './registration-window'
import type { TimeRefusal } from './registration-window'
import type { FileRule } from './section'
import { settleLater } from './settle-later.server'
import { slotsOf } from './terms'
import type { Terms } from './terms'
import { termsOf } from './terms.server'

export interface AddFile {
  editor: Editor
  eventId: string
  entryId: string
  slot: string
  /** file of the same slot whose place the new one takes; a slot for one file needs no naming */
  replaces?: string | null
  /** name on the sender’s machine */
  name: string
  body: Readable
  clock?: () => Date
}

export type AddFileRefusal = 'not-found' | TimeRefusal | 'no-such-slot' | 'too-many' | FileRefusal
export type AddFileOutcome =
  { ok: true; value: { fileId: string; sha256: string } } | { ok: false; reason: AddFileRefusal; detail?: Record<string, string | number> }

/**
 * Takes in one upload while it arrives: asks whether it may come before the first byte is read, stops at the slot’s
 * limit, looks into what came, stores it under a new key and puts it into its slot. An upload that was begun in time
 * may end in the minutes of grace. Whatever fails leaves neither row nor bytes.
 */
export async function addFile(input: AddFile): Promise<AddFileOutcome> {
  const { eventId, body, clock = () => new Date() } = input
  const startedAt = clock()
  const begun = await transact((tx) => beginStep(tx, input, startedAt))
  if (!begun.ok) {
    body.resume()
    return begun
  }
  const { fileId, rule } = begun.value
  let path: string | undefined
  let key: string | undefined
  let kept = false
  try {
    const received = await receiveUpload(body, byteLimit(rule))
    if (received === 'too-big') {
      body.resume()
      return refuse('too-big', { maxMB: rule.maxMB })
    }
    path = received.path
    const found = await inspectUpload(rule, received)
    if ('reason' in found) return refuse(found.reason, found.detail)
    key = `original/${eventId}/${input.entryId}/${fileId}`
    await storage().put(key, createReadStream(path), { bytes: received.bytes, mime: found.mime })
    const taken = await transact((tx) =>
      takeStep(
        tx,
        input,
        { fileId, startedAt, now: clock() },
        {
          mime: found.mime,
          bytes: BigInt(received.bytes),
          sha256: received.sha256,
          originalKey: key,
          ...pixelsOf(rule, found.facts),
          dpi: found.facts.kind === 'picture' ? found.facts.dpi : null,
          pages: found.facts.kind === 'pdf' ? found.facts.pages : null,
        },
      ),
    )
    if (!taken.ok) return taken
    kept = true
    return done({ fileId, sha256: received.sha256 })
  } finally {
    if (path) await rm(path, { force: true })
    if (!kept) await forget(eventId, fileId, key)
  }
}

async function forget(eventId: string, fileId: string, key: string | undefined): Promise<void> {
  await transact(async (tx) => {
    await tx.entryFile.deleteMany({ where: { eventId, id: fileId, state: 'receiving' } })
    return done()
  })
  if (key) await storage().remove(key)
}

/** May this upload begin? Leaves a row that says since when it has been under way. */
async function beginStep(tx: Tx, { editor, eventId, entryId, slot, replaces, name }: AddFile, startedAt: Date) {
  const terms = await termsOf(tx, eventId)
  const entry = terms && (await lockEntry(tx, editor, eventId, entryId))
  if (!terms || !entry) return refuse('not-found' as const)
  const late = editor.staff ? refuseStaffChange(terms, entry) : refuseChange(terms, entry, startedAt)
  if (late) return refuse(late)
  const rule = slotsOf(terms, entry.groupId).find(({ id }) => id === slot)
  if (!rule) return refuse('no-such-slot' as const)
  const refusal = refusePlace(rule, entry, replaces)
  if (refusal) return refuse(refusal, { max: rule.count.max })
  const fileId = newId()
  await tx.entryFile.create({ data: { eventId, id: fileId, entryId, slot, startedAt, originalName: plainFileName(name, rule.label) } })
  return done({ fileId, rule })
}

const inSlot = (entry: EntryRow, slot: string) => entry.files.filter((file) => file.slot === slot && file.state !== 'receiving')

function refusePlace(rule: FileRule, entry: EntryRow, replaces: string | null | undefined): 'not-found' | 'too-many' | null {
  const there = inSlot(entry, rule.id)
  if (replaces) return there.some(({ id }) => id === replaces) ? null : 'not-found'
  return rule.count.max === 1 || there.length < rule.count.max ? null : 'too-many'
}

type Facts = {
  mime: string
  bytes: bigint
  sha256: string
  originalKey: string | undefined
  width: number | null
  height: number | null
  dpi: number | null
  pages: number | null
}

/** Puts a whole and good file into its slot. */
async function takeStep(tx: Tx, input: AddFile, { fileId, startedAt, now }: { fileId: string; startedAt: Date; now: Date }, facts: Facts) {
  const { editor, eventId, entryId, slot, replaces } = input
  const terms: Terms | null = await termsOf(tx, eventId)
  const entry = terms && (await lockEntry(tx, editor, eventId, entryId))
  const rule = terms && entry && slotsOf(terms, entry.groupId).find(({ id }) => id === slot)
  if (!terms || !entry || !rule) return refuse('not-found' as const)
  const late = editor.staff ? refuseStaffChange(terms, entry) : refuseReceipt(terms, entry, startedAt, now)
  if (late) return refuse(late)
  const refusal = refusePlace(rule, entry, replaces)
  if (refusal) return refuse(refusal, { max: rule.count.max })

  const there = inSlot(entry, slot)
  const leaving = rule.count.max === 1 ? there : there.filter(({ id }) => id === replaces)
  const position = leaving[0]?.position ?? Math.max(-1, ...there.map((file) => file.position)) + 1
  await tx.entryFile.updateMany({ where: { eventId, id: { in: leaving.map(({ id }) => id) } }, data: { state: 'replaced' } })
  await tx.entryFile.update({
    where: { eventId_id: { eventId, id: fileId } },
    data: { ...facts, position, state: 'processing', receivedAt: now },
  })
  await enqueue(tx, 'process-file', { eventId, fileId }, { key: `process-file:${fileId}` })
  await settleLater(tx, terms, entry, now)
  return done()
}
