import type { Tx } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse } from '~/domain/outcome'
import type { Lang } from '~/i18n/language'
import { transactOnce } from '~/request-once.server'
import { checkEntry } from '../check-entry'
import { checkDeclarations } from '../eligibility'
import { contentOf, entryParts, presentState } from '../entry-row.server'
import type { Fault } from '../fault'
import { giveConsents } from '../give-consents.server'
import type { ConsentAnswers } from '../give-consents.server'
import { filesToCheck } from '../files-to-check'
import { refuseSubmission } from '../registration-window'
import type { TimeRefusal } from '../registration-window'
import { checkSigning, statementsOf } from '../statements'
import type { Signing } from '../statements'
import { termsOf } from '../terms.server'
import { accountOfAuthor } from './account-of-author.server'
import { signedWork } from './signed-work.server'
import { readLink } from './signing-link.server'

export interface SignWork {
  token: string
  requestKey: string
  /** hashes of the work and of the two texts as they were shown */
  workSha256: string
  statementHash: string
  rightsHash: string
  signing: Signing
  /** ids of declarations that were ticked */
  declarations: string[]
  /** what was ticked for the talent pool; nothing depends on it, and only an author with an account can agree */
  consents: ConsentAnswers
  lang: Lang
  now: Date
}

export type SignOutcome =
  | { ok: true; value: { signedAt: string } }
  | { ok: false; reason: 'not-found' | TimeRefusal | 'changed' | 'terms-changed' }
  | { ok: false; reason: 'incomplete'; faults: Fault[] }

/** An author signs for their own work, by the link that is theirs, with their own name. Only then can it be handed in. */
export function signWork(input: SignWork): Promise<SignOutcome> {
  const { token, requestKey, now: _now, ...asked } = input
  return transactOnce({ actor: token, key: requestKey, asked: ['sign-work', asked] }, (tx) => signStep(tx, input))
}

async function signStep(
  tx: Tx,
  { token, workSha256, statementHash, rightsHash, signing, declarations, consents, lang, now }: SignWork,
): Promise<SignOutcome> {
  const link = await readLink(tx, token)
  if (!link) return refuse('not-found')
  const { eventId, entryId, authorId, kind } = link
  await tx.$queryRaw`select 1 from "Entry" where "eventId" = ${eventId} and "id" = ${entryId} for update`
  const terms = await termsOf(tx, eventId)
  const entry = await tx.entry.findUnique({ where: { eventId_id: { eventId, id: entryId } }, include: entryParts })
  const row = entry?.authors.find(({ id, role }) => id === authorId && role === 'author')
  if (!terms || !entry || !row || entry.origin !== 'collective') return refuse('not-found')
  const late = refuseSubmission(terms, { state: entry.state, uploads: entry.files }, now)
  if (late) return refuse(late)
  const { snapshot } = presentState(entry)
  if (signedWork(snapshot) !== workSha256) return refuse('changed')
  const texts = statementsOf(terms, lang)
  if (sha256Hex(texts.originality) !== statementHash || sha256Hex(texts.rights) !== rightsHash) return refuse('terms-changed')
  const content = contentOf(entry)
  const own = content.authors.filter(({ id }) => id === authorId)
  const faults = [
    ...checkEntry(terms, content, filesToCheck(entry)),
    ...checkDeclarations(terms, content.groupId, declarations),
    ...checkSigning(signing, own),
  ]
  if (faults.length > 0) return { ok: false, reason: 'incomplete', faults }

  const account = await accountOfAuthor(tx, kind, row)
  const personId = row.personId ?? account
  const way = kind === 'sent' ? ('sent_link' as const) : ('handed_link' as const)
  const signed = {
    eventId,
    entryId,
    locale: lang,
    signature: signing.signature,
    workSha256,
    authorId,
    way,
    signedById: personId,
    signedAt: now,
  }
  await tx.statement.createMany({
    data: [
      { ...signed, id: newId(), kind: 'originality', text: texts.originality, textHash: statementHash },
      { ...signed, id: newId(), kind: 'rights', text: texts.rights, textHash: rightsHash },
    ],
  })
  if (account) await giveConsents(tx, terms, account, consents, lang, now)
  if (personId && !row.personId)
    await tx.entryAuthor.update({ where: { eventId_entryId_id: { eventId, entryId, id: authorId } }, data: { personId } })
  await record(tx, eventId, [
    {
      action: 'entry.signed',
      body: { entry: entryId, author: authorId, way, work: workSha256, statement: statementHash, rights: rightsHash },
    },
  ])
  return done({ signedAt: now.toISOString() })
}
