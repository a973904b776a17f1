import { db } from '~/db.server'
import type { EntryState } from '~/generated/prisma/enums'
import { checkEntry } from './check-entry'
import type { EntryContent } from './entry-content'
import { contentOf, entryParts, presentState, within } from './entry-row.server'
import type { Editor, EntryRow } from './entry-row.server'
import type { Fault } from './fault'
import { filesToCheck } from './files-to-check'
import type { Timed } from './registration-window'
import { signedWork } from './collective/signed-work.server'
import type { Snapshot } from './snapshot'
import type { Terms } from './terms'
import { termsOf } from './terms.server'

/** A file as its owner sees it. */
export interface OwnFile {
  id: string
  slot: string
  position: number
  state: 'receiving' | 'processing' | 'ready' | 'refused'
  name: string
  mime: string
  bytes: number
  sha256: string
  width: number | null
  height: number | null
  pages: number | null
  hasView: boolean
  /** why it was refused after it had been taken */
  refusal: 'broken' | 'unfinished' | null
}

/** An entry as its entrant sees it. */
export interface OwnEntry {
  terms: Terms
  id: string
  /** the batch it came in, from whose page it is handed in */
  batchId: string | null
  state: EntryState
  number: string | null
  title: string
  version: number
  content: EntryContent
  files: OwnFile[]
  /** when each upload began and ended, for the clock */
  uploads: Timed['uploads']
  updatedAt: Date
  withdrawnAt: Date | null
  /** what was handed in last, and whether the entry has changed since */
  submitted: { version: number; sha256: string; at: Date; changed: boolean } | null
  /** SHA-256 of the entry as it stands */
  sha256: string
  /** what keeps it from being handed in, apart from signing */
  faults: Fault[]
  /** what precheck asked to put right, while the entry is returned */
  returned: { reasons: string[]; note: string; at: Date } | null
}

/** One entry of this person with everything its pages show; null when it does not exist for them. */
export async function ownEntry(editor: Editor, eventId: string, entryId: string): Promise<OwnEntry | null> {
  const [terms, row] = await Promise.all([
    termsOf(db, eventId),
    db.entry.findFirst({
      where: within(editor, eventId, entryId),
      include: { ...entryParts, checks: { orderBy: { createdAt: 'desc' }, take: 1 } },
    }),
  ])
  if (!terms || !row) return null
  const content = contentOf(row)
  const { sha256 } = presentState(row)
  const [latest] = row.versions
  const [check] = row.checks
  return {
    terms,
    id: row.id,
    batchId: row.batchId,
    state: row.state,
    number: row.number,
    title: row.title,
    version: row.version,
    content,
    files: row.files.map(ownFile),
    uploads: row.files.map(({ startedAt, receivedAt }) => ({ startedAt, receivedAt })),
    updatedAt: row.updatedAt,
    withdrawnAt: row.withdrawnAt,
    submitted: latest
      ? { version: latest.version, sha256: latest.sha256, at: latest.submittedAt, changed: latest.sha256 !== sha256 }
      : null,
    sha256,
    faults: checkEntry(terms, content, filesToCheck(row)),
    returned:
      row.state === 'returned' && check?.decision === 'return' ? { reasons: check.reasons, note: check.note, at: check.createdAt } : null,
  }
}

function ownFile({
  id,
  slot,
  position,
  state,
  originalName,
  mime,
  bytes,
  sha256,
  width,
  height,
  pages,
  viewKey,
  refusal,
}: EntryRow['files'][number]): OwnFile {
  const shown = state === 'replaced' ? 'ready' : state
  return {
    id,
    slot,
    position,
    state: shown,
    name: originalName,
    mime,
    bytes: Number(bytes),
    sha256,
    width,
    height,
    pages,
    hasView: viewKey !== null,
    refusal: state !== 'refused' ? null : refusal === 'unfinished' ? 'unfinished' : 'broken',
  }
}

/** What was handed in at one time, with what was signed then. */
export interface HandedIn {
  version: number
  snapshot: Snapshot
  sha256: string
  submittedAt: Date
  statements: { kind: 'originality' | 'rights'; locale: string; textHash: string; signature: string }[]
}

/** A version that was handed in, the last one when none is named; null when there is none. Scope it before. */
export async function handedInVersion(eventId: string, entryId: string, version?: number): Promise<HandedIn | null> {
  const row = await db.entryVersion.findFirst({
    where: { eventId, entryId, ...(version !== undefined && { version }) },
    orderBy: { version: 'desc' },
    select: { version: true, snapshot: true, sha256: true, submittedAt: true },
  })
  if (!row) return null
  const snapshot = row.snapshot as unknown as Snapshot
  const signed = await db.statement.findMany({
    where: { eventId, entryId, workSha256: { in: [row.sha256, signedWork(snapshot)] }, signedAt: { lte: row.submittedAt } },
    orderBy: [{ kind: 'asc' }, { signedAt: 'desc' }],
    select: { kind: true, locale: true, textHash: true, signature: true, authorId: true },
  })
  // the same work signed once more, for a later version: the last signature of each before this one
  const statements = signed.filter(
    ({ kind, authorId }, n) => signed.findIndex((one) => one.kind === kind && one.authorId === authorId) === n,
  )
  return { ...row, snapshot, statements: statements.map(({ authorId: _, ...statement }) => statement) }
}

/** All versions of an entry that were handed in, the last first. */
export const versionsOf = (eventId: string, entryId: string): Promise<{ version: number; submittedAt: Date }[]> =>
  db.entryVersion.findMany({ where: { eventId, entryId }, orderBy: { version: 'desc' }, select: { version: true, submittedAt: true } })

/** How many entries a person has in an event that count towards its limit. */
export const ownCount = (personId: string, eventId: string): Promise<number> =>
  db.entry.count({ where: { eventId, ownerId: personId, origin: 'online', state: { not: 'withdrawn' } } })

/** What an event asks of its entrants; null when nobody can enter it here. */
export const eventTerms = (eventId: string): Promise<Terms | null> => termsOf(db, eventId)
