import type { Tx } from '~/db.server'
import { holdStages } from '~/domain/events/lock-stage.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse } from '~/domain/outcome'
import type { Lang } from '~/i18n/language'
import { transactOnce } from '~/request-once.server'
import { checkEntry } from './check-entry'
import { checkDeclarations } from './eligibility'
import { contentOf, lockEntry, presentState } from './entry-row.server'
import type { Editor, EntryRow } from './entry-row.server'
import { mayBecome } from './entry-state'
import type { Fault } from './fault'
import { filesToCheck } from './files-to-check'
import { handInStep } from './hand-in.server'
import { giveConsents } from './give-consents.server'
import type { ConsentAnswers } from './give-consents.server'
import { refuseSubmission, refuseStaffChange } from './registration-window'
import type { TimeRefusal } from './registration-window'
import { sitsOnPanel } from './sits-on-panel.server'
import { checkSigning, statementsOf } from './statements'
import type { Signing } from './statements'
import type { Terms } from './terms'
import { termsOf } from './terms.server'

export interface SubmitEntry {
  editor: Editor
  eventId: string
  entryId: string
  requestKey: string
  /** SHA-256 of the entry as it was shown for review */
  reviewed: string
  /** SHA-256 of the two texts as they were shown */
  statementHash: string
  rightsHash: string
  signing: Signing
  /** ids of declarations that were ticked */
  declarations: string[]
  /** null where the event’s people are not asked: staff type in what came on paper */
  consents: ConsentAnswers | null
  lang: Lang
  now: Date
}

export type SubmitOutcome =
  | { ok: true; value: { number: string; version: number; submittedAt: string } }
  | { ok: false; reason: 'not-found' | TimeRefusal | 'changed' | 'terms-changed' | 'unchanged' | 'judge' }
  | { ok: false; reason: 'incomplete'; faults: Fault[] }

/**
 * Hands an entry in: holds it against the event’s rules and the clock, gives it its number, keeps what was handed in
 * and signed for ever, and sends the receipt. Handing in again before the deadline makes the next version.
 */
export function submitEntry(input: SubmitEntry): Promise<SubmitOutcome> {
  const { editor, requestKey, now, ...asked } = input
  return transactOnce({ actor: editor.personId, key: requestKey, asked: ['submit-entry', asked] }, (tx) => submitEntryStep(tx, input))
}

export async function submitEntryStep(tx: Tx, input: SubmitEntry): Promise<SubmitOutcome> {
  const { editor, eventId, entryId, lang, now } = input
  // what ends the call waits for this work, or this work sees that it has ended
  await holdStages(tx, eventId)
  const terms = await termsOf(tx, eventId)
  const entry = terms && (await lockEntry(tx, editor, eventId, entryId))
  // a work of a batch is signed by each of its authors and handed in with the batch
  if (!terms || !entry || entry.origin === 'collective') return refuse('not-found')
  const late = editor.staff ? refuseStaffChange(terms, entry) : refuseSubmission(terms, { state: entry.state, uploads: entry.files }, now)
  if (late) return refuse(late)
  if (!editor.staff && (await sitsOnPanel(tx, eventId, editor.personId))) return refuse('judge')
  if (!mayBecome(entry.state, 'submitted')) return refuse('decided')

  const present = presentState(entry)
  if (present.sha256 !== input.reviewed) return refuse('changed')
  const latest = entry.versions[0]
  if (latest?.sha256 === present.sha256 && entry.state === 'submitted') return refuse('unchanged')
  const texts = statementsOf(terms, lang)
  if (sha256Hex(texts.originality) !== input.statementHash || sha256Hex(texts.rights) !== input.rightsHash) return refuse('terms-changed')
  const faults = faultsOf(terms, entry, input)
  if (faults.length > 0) return { ok: false, reason: 'incomplete', faults }

  const { number, version } = await handInStep(tx, {
    terms,
    entry,
    present,
    now,
    submittedById: editor.personId,
    signed: { statement: input.statementHash, rights: input.rightsHash },
    receipt: editor.staff ? null : lang,
  })
  const signed = {
    eventId,
    entryId,
    locale: lang,
    signature: input.signing.signature,
    workSha256: present.sha256,
    signedById: editor.personId,
    signedAt: now,
  }
  await tx.statement.createMany({
    data: [
      { ...signed, id: newId(), kind: 'originality', text: texts.originality, textHash: input.statementHash },
      { ...signed, id: newId(), kind: 'rights', text: texts.rights, textHash: input.rightsHash },
    ],
  })
  if (input.consents) await giveConsents(tx, terms, editor.personId, input.consents, lang, now)
  return done({ number, version, submittedAt: now.toISOString() })
}

function faultsOf(terms: Terms, entry: EntryRow, { editor, signing, declarations }: SubmitEntry): Fault[] {
  const content = contentOf(entry)
  const faults = checkEntry(terms, content, filesToCheck(entry))
  // on paper the signature stands on paper
  if (editor.staff) return faults
  return [...faults, ...checkDeclarations(terms, content.groupId, declarations), ...checkSigning(signing, content.authors)]
}
