import { db } from '~/db.server'
import { checkEntry } from '../check-entry'
import type { AuthorContent, EntryContent } from '../entry-content'
import { contentOf, entryParts, presentState } from '../entry-row.server'
import type { EntryRow } from '../entry-row.server'
import type { Fault } from '../fault'
import { standingConsents } from '../give-consents.server'
import type { ConsentAnswers } from '../give-consents.server'
import { filesToCheck } from '../files-to-check'
import { refuseSubmission } from '../registration-window'
import type { TimeRefusal } from '../registration-window'
import type { Terms } from '../terms'
import { termsOf } from '../terms.server'
import { accountOfAuthor } from './account-of-author.server'
import { signaturesOf, signatureParts } from './signatures.server'
import type { AuthorSignature } from './signatures.server'
import { signedWork } from './signed-work.server'
import { readLink } from './signing-link.server'
import type { LinkKind } from './signing-link.server'

/** A work as one of its authors sees it by their link. Of co-authors only the names. */
export interface WorkToSign {
  terms: Terms
  eventId: string
  entryId: string
  authorId: string
  kind: LinkKind
  organisation: string
  sender: string
  state: EntryRow['state']
  number: string | null
  title: string
  version: number
  content: EntryContent
  author: AuthorContent
  coauthors: { name: string; signature: AuthorSignature }[]
  files: EntryRow['files']
  faults: Fault[]
  signature: AuthorSignature
  /** what is signed for, as a hash */
  workSha256: string
  closed: TimeRefusal | null
  /** what this author agreed to before; null where it is not known whose account they have */
  consents: ConsentAnswers | null
}

/** The work behind a link; null when the link leads nowhere. */
export async function workToSign(token: string, now: Date): Promise<WorkToSign | null> {
  const link = await readLink(db, token)
  if (!link) return null
  const { eventId, entryId, authorId, kind } = link
  const [terms, entry] = await Promise.all([
    termsOf(db, eventId),
    db.entry.findFirst({
      where: { eventId, id: entryId, origin: 'collective', authors: { some: { id: authorId, role: 'author' } } },
      include: {
        ...entryParts,
        statements: { select: signatureParts },
        batch: { select: { organisation: true, owner: { select: { name: true } } } },
      },
    }),
  ])
  if (!terms || !entry) return null
  const content = contentOf(entry)
  const author = content.authors.find(({ id }) => id === authorId)
  if (!author) return null
  const row = entry.authors.find(({ id }) => id === authorId)
  const account = row ? await accountOfAuthor(db, kind, row) : null
  const signatures = signaturesOf(terms, entry, entry.statements)
  const none: AuthorSignature = { state: 'none', at: null, way: null }
  return {
    terms,
    eventId,
    entryId,
    authorId,
    kind,
    content,
    author,
    organisation: entry.batch?.organisation ?? '',
    sender: entry.batch?.owner.name ?? '',
    state: entry.state,
    number: entry.number,
    title: entry.title,
    version: entry.version,
    coauthors: content.authors.filter(({ id }) => id !== authorId).map(({ id, name }) => ({ name, signature: signatures.get(id) ?? none })),
    files: entry.files,
    faults: checkEntry(terms, content, filesToCheck(entry)),
    signature: signatures.get(authorId) ?? none,
    workSha256: signedWork(presentState(entry).snapshot),
    closed: refuseSubmission(terms, { state: entry.state, uploads: entry.files }, now),
    consents: account ? await standingConsents(account, eventId) : null,
  }
}
