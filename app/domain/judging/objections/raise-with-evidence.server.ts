import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { db } from '~/db.server'
import { type FileRefusal, byteLimit, plainFileName } from '~/domain/entries/accept-file'
import { inspectUpload } from '~/domain/entries/inspect-upload.server'
import { receiveUpload } from '~/domain/entries/receive-upload.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, refuse } from '~/domain/outcome'
import { BrokenForm, readMultipart } from '~/gateways/multipart.server'
import { storage } from '~/gateways/storage.server'
import { EVIDENCE, MOST_FILES } from './evidence'
import { noticeForWork, raiseOnWork } from './object-to-work.server'
import { type EvidenceFile, ObjectionForm, type ObjectionRefusal } from './raise-objection.server'

interface SentObjection {
  eventId: string
  code: string
  personId: string
  now: Date
}

export type SentRefusal = ObjectionRefusal | FileRefusal | 'form' | 'too-many-files' | 'dropped'

/**
 * Takes an objection with its evidence as the form streams in. Files wait outside the transaction and are kept with it or
 * not at all; what a crash leaves behind the sweep takes. `typed` is the text, to give back with a refusal.
 */
export async function raiseWithEvidence(
  request: Request,
  about: SentObjection,
): Promise<{ outcome: Outcome<SentRefusal, { objectionId: string }>; typed: string }> {
  const files: EvidenceFile[] = []
  let refused: ({ ok: false; reason: SentRefusal } & { detail?: Record<string, string | number> }) | null = null
  let fields: URLSearchParams
  try {
    // asked before anything is stored: whoever cannot object stores nothing
    const notice = await noticeForWork(about.eventId, about.code, about.personId, about.now)
    const open = notice?.period && !notice.own.some(({ state }) => state === 'raised')
    fields = await readMultipart(request, async ({ field, name, body }) => {
      // a field left empty comes as a file without a name
      if (field !== 'evidence' || name === '' || !open) return passOver(body)
      if (files.length >= MOST_FILES) refused = refuse('too-many-files', { max: MOST_FILES })
      else {
        const kept = await keep(about, name, body)
        if ('key' in kept) files.push(kept)
        else refused = refuse(kept.reason, { ...kept.detail, name: plainFileName(name, EVIDENCE.label) })
      }
      passOver(body)
      // the text stands before its files
      return refused ? 'enough' : 'more'
    })
  } catch (error) {
    await Promise.all(files.map(({ key }) => storage().remove(key)))
    if (!(error instanceof BrokenForm) && !request.signal.aborted) throw error
    return { outcome: refuse('dropped'), typed: '' }
  }
  const typed = plain(fields.get('text') ?? '')
  const given = ObjectionForm.safeParse({ text: typed, requestKey: plain(fields.get('requestKey') ?? '') })
  const outcome = refused ?? (given.success ? await raiseOnWork({ ...about, ...given.data, files }) : refuse('form'))
  // of a refused objection, and of one that was sent twice, nothing is kept
  const known = await db.objectionFile.findMany({
    where: { storageKey: { in: files.map(({ key }) => key) } },
    select: { storageKey: true },
  })
  const wanted = new Set(known.map(({ storageKey }) => storageKey))
  await Promise.all(files.filter(({ key }) => !wanted.has(key)).map(({ key }) => storage().remove(key)))
  return { outcome, typed }
}

function passOver(body: Readable): 'more' {
  body.resume()
  return 'more'
}

async function keep(
  { eventId }: SentObjection,
  name: string,
  body: Readable,
): Promise<EvidenceFile | { reason: FileRefusal; detail: Record<string, string | number> }> {
  const received = await receiveUpload(body, byteLimit(EVIDENCE))
  if (received === 'too-big') return { reason: 'too-big', detail: { maxMB: EVIDENCE.maxMB } }
  try {
    const found = await inspectUpload(EVIDENCE, received)
    if ('reason' in found) return found
    const { bytes, sha256 } = received
    const key = `objection/${eventId}/${newId(16)}`
    await storage().put(key, createReadStream(received.path), { bytes, mime: found.mime })
    return { key, name: plainFileName(name, EVIDENCE.label), mime: found.mime, bytes, sha256 }
  } finally {
    await rm(received.path, { force: true })
  }
}

/** As PostgreSQL can keep it. */
const plain = (text: string) => text.replace(/[\0\p{Cs}]/gu, '')
