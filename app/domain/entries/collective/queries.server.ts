import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import type { EntryBatch } from '~/generated/prisma/client'
import type { EntryState } from '~/generated/prisma/enums'
import { contentOf } from '../entry-row.server'
import type { EntryContent } from '../entry-content'
import type { Fault } from '../fault'
import type { Terms } from '../terms'
import { termsOf } from '../terms.server'
import { batchOf } from './batch-row.server'
import type { BatchOfOwner } from './batch-row.server'
import { standingOf, workParts } from './open-works.server'
import type { AuthorSignature } from './signatures.server'

export interface BatchAuthor {
  id: string
  name: string
  organisation: string
  mobile: string
  email: string
  signature: AuthorSignature
  link: { id: string; sentAt: Date | null; sentCount: number; openedAt: Date | null } | null
}

export interface BatchWork {
  id: string
  line: number | null
  number: string | null
  title: string
  state: EntryState
  content: EntryContent
  authors: BatchAuthor[]
  faults: Fault[]
  signed: boolean
  ready: boolean
  submittedAt: Date | null
  thumbFileId: string | null
}

export interface BatchOnPage {
  batch: EntryBatch
  terms: Terms
  owner: string
  works: BatchWork[]
  /** files of the archive that no draft took: why, and of which line */
  refused: {
    path: string
    line: number | null
    entryId: string | null
    slot: string | null
    reason: string | null
    detail: Record<string, string | number>
  }[]
}

/** A batch with its works, for whoever owns it; null for everybody else. */
export async function ownBatch(asked: BatchOfOwner, now: Date): Promise<BatchOnPage | null> {
  const batch = await batchOf(db, asked)
  if (!batch) return null
  const { eventId, id: batchId } = batch
  const [terms, owner, rows, files, entries] = await Promise.all([
    termsOf(db, eventId),
    db.person.findUniqueOrThrow({ where: { id: batch.ownerId }, select: { name: true } }),
    db.entryBatchRow.findMany({ where: { eventId, batchId }, orderBy: { line: 'asc' }, select: { line: true, entryId: true } }),
    db.entryBatchFile.findMany({ where: { eventId, batchId, state: { in: ['refused', 'left'] } }, orderBy: { place: 'asc' }, take: 200 }),
    db.entry.findMany({
      where: { eventId, batchId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      include: { ...workParts, signingLinks: true },
    }),
  ])
  if (!terms) return null
  const lineOf = new Map(rows.flatMap(({ line, entryId }) => (entryId ? [[entryId, line] as const] : [])))
  const entryOf = new Map(rows.map(({ line, entryId }) => [line, entryId]))
  const works = entries.map((entry): BatchWork => {
    const { faults, signatures, signed, ready } = standingOf(terms, entry, now)
    const links = new Map(entry.signingLinks.map((link) => [link.authorId, link]))
    const content = contentOf(entry)
    return {
      id: entry.id,
      line: lineOf.get(entry.id) ?? null,
      number: entry.number,
      title: entry.title,
      state: entry.state,
      content,
      faults,
      signed,
      ready,
      submittedAt: entry.submittedAt,
      thumbFileId: entry.files.find(({ thumbKey }) => thumbKey !== null)?.id ?? null,
      authors: content.authors.map(({ id, name, organisation, mobile, email }) => ({
        id,
        name,
        organisation,
        mobile,
        email,
        link: links.get(id) ?? null,
        signature: signatures.get(id) ?? { state: 'none', at: null, way: null },
      })),
    }
  })
  return {
    batch,
    terms,
    works,
    owner: owner.name,
    refused: files.map(({ path, line, slot, refusal }) => {
      const { reason = null, detail = {} } = (refusal ?? {}) as { reason?: string; detail?: Record<string, string | number> }
      return { path, line, slot, reason, detail, entryId: line === null ? null : (entryOf.get(line) ?? null) }
    }),
  }
}

export interface ListedBatch {
  eventId: string
  event: Localized
  id: string
  organisation: string
  owner: string
  state: EntryBatch['state']
  works: number
  handedIn: number
  scanned: boolean
  createdAt: Date
}

const listed = {
  eventId: true,
  id: true,
  organisation: true,
  state: true,
  scanKey: true,
  createdAt: true,
  event: { select: { nameZh: true, nameEn: true } },
  owner: { select: { name: true } },
  _count: { select: { rows: true, entries: { where: { state: { notIn: ['withdrawn' as const] } } } } },
  entries: { where: { submittedVersion: { not: null }, state: { not: 'withdrawn' as const } }, select: { id: true } },
}

async function batches(where: { ownerId?: string; eventId?: string }): Promise<ListedBatch[]> {
  const rows = await db.entryBatch.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take: 300, select: listed })
  return rows.map(({ event, owner, _count, entries, scanKey, ...batch }) => ({
    ...batch,
    event: { zh: event.nameZh, en: event.nameEn },
    owner: owner.name,
    scanned: scanKey !== null,
    works: batch.state === 'preparing' ? _count.rows : _count.entries,
    handedIn: entries.length,
  }))
}

/** The batches a person brings, the last first. */
export const ownBatches = (personId: string): Promise<ListedBatch[]> => batches({ ownerId: personId })

/** All batches of an event, the last first. */
export const batchesOfEvent = (eventId: string): Promise<ListedBatch[]> => batches({ eventId })
