import type { Reader } from '~/db.server'
import type { Prisma } from '~/generated/prisma/client'
import { checkEntry } from '../check-entry'
import { contentOf, entryParts, presentState } from '../entry-row.server'
import type { Fault } from '../fault'
import { filesToCheck } from '../files-to-check'
import { refuseSubmission } from '../registration-window'
import type { Terms } from '../terms'
import { isSigned, signaturesOf, signatureParts } from './signatures.server'
import type { AuthorSignature } from './signatures.server'

export const workParts = { ...entryParts, statements: { select: signatureParts } } as const satisfies Prisma.EntryInclude
export type BatchWorkRow = Prisma.EntryGetPayload<{ include: typeof workParts }>

export interface WorkStanding {
  faults: Fault[]
  signatures: Map<string, AuthorSignature>
  signed: boolean
  /** handed in as it stands: nothing new to hand in */
  unchanged: boolean
  /** complete, signed by all and in time: it can be handed in now */
  ready: boolean
}

/** Where one work of a batch stands. */
export function standingOf(terms: Terms, entry: BatchWorkRow, now: Date): WorkStanding {
  const faults = checkEntry(terms, contentOf(entry), filesToCheck(entry))
  const signatures = signaturesOf(terms, entry, entry.statements)
  const signed = isSigned(signatures)
  const unchanged = entry.state === 'submitted' && entry.versions[0]?.sha256 === presentState(entry).sha256
  const inTime = refuseSubmission(terms, { state: entry.state, uploads: entry.files }, now) === null
  return { faults, signatures, signed, unchanged, ready: signed && !unchanged && faults.length === 0 && inTime }
}

/** The works of a batch that may still be handed in, with where each stands. */
export async function openWorks(reader: Reader, terms: Terms, batchId: string, now: Date): Promise<({ id: string } & WorkStanding)[]> {
  const entries = await reader.entry.findMany({
    where: { eventId: terms.eventId, batchId, state: { in: ['draft', 'returned', 'submitted'] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: workParts,
  })
  return entries.map((entry) => ({ id: entry.id, ...standingOf(terms, entry, now) }))
}
