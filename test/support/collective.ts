import { db } from '~/db.server'
import { handInBatch } from '~/domain/entries/collective/hand-in-batch.server'
import { makeDrafts } from '~/domain/entries/collective/make-drafts.server'
import { openBatch } from '~/domain/entries/collective/open-batch.server'
import { ownBatch } from '~/domain/entries/collective/queries.server'
import { readBatchZip } from '~/domain/entries/collective/read-batch-zip.server'
import { signWork } from '~/domain/entries/collective/sign-work.server'
import { signingPath } from '~/domain/entries/collective/signing-link.server'
import { startDrafts } from '~/domain/entries/collective/start-drafts.server'
import { startHandIn } from '~/domain/entries/collective/start-hand-in.server'
import { takeSheet } from '~/domain/entries/collective/take-sheet.server'
import { takeZip } from '~/domain/entries/collective/take-zip.server'
import { workToSign } from '~/domain/entries/collective/work-to-sign.server'
import { statementsOf } from '~/domain/entries/statements'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { newId } from '~/domain/new-id.server'
import { invariant } from '~/invariant'
import { during } from './contest'
import { streamOf } from './sheets'

export async function makeBatch(eventId: string, personId: string, now = during): Promise<string> {
  const opened = await openBatch({ personId, eventId, organisation: '示例纺织大学', requestKey: newId(), now })
  invariant(opened.ok, `the batch opens: ${JSON.stringify(opened)}`)
  return opened.value.batchId
}

export interface Owner {
  personId: string
  eventId: string
  batchId: string
}

export const sendSheet = (owner: Owner, bytes: Buffer, name = '报送表.csv', now = during) =>
  takeSheet(owner, { name, body: streamOf(bytes), now })

/** Sends an archive and has it read, as the job does. Answers what is found fault with, if anything. */
export async function sendZip(owner: Owner, bytes: Buffer, now = during) {
  const taken = await takeZip(owner, { name: '作品.zip', body: streamOf(bytes), now })
  if (!taken.ok) return taken
  await readBatchZip(owner)
  const { zipFault } = await db.entryBatch.findUniqueOrThrow({ where: { eventId_id: { eventId: owner.eventId, id: owner.batchId } } })
  return zipFault
    ? { ok: false as const, ...(zipFault as { reason: string; detail: Record<string, string | number> }) }
    : { ok: true as const }
}

/** Makes the drafts of a batch as its page and the job do. */
export async function draftsOf(owner: Owner, now = during) {
  const { version } = await db.entryBatch.findUniqueOrThrow({ where: { eventId_id: { eventId: owner.eventId, id: owner.batchId } } })
  const started = await startDrafts({ ...owner, requestKey: newId(), version, now })
  if (started.ok) await makeDrafts({ ...owner, askedAt: now.toISOString() })
  return started
}

export async function worksOf(owner: Owner, now = during) {
  const found = await ownBatch(owner, now)
  invariant(found, 'the batch is there')
  return found
}

/** Signs as an author does who opened the link that was sent to them. */
export async function signAs(
  linkId: string,
  given: { kind?: 'sent' | 'handed'; signature?: string; now?: Date; consents?: { talent_pool: boolean; direct_contact: boolean } } = {},
) {
  const { kind = 'sent', now = during } = given
  const token = signingPath(linkId, kind).replace('/sign/', '')
  const shown = await workToSign(token, now)
  invariant(shown, 'the link leads to the work')
  const texts = statementsOf(shown.terms, 'zh-CN')
  return signWork({
    token,
    requestKey: newId(),
    workSha256: shown.workSha256,
    statementHash: sha256Hex(texts.originality),
    rightsHash: sha256Hex(texts.rights),
    signing: { originality: true, rights: true, signature: given.signature ?? shown.author.name },
    declarations: ['unpublished'],
    consents: given.consents ?? { talent_pool: false, direct_contact: false },
    lang: 'zh-CN',
    now,
  })
}

export async function handInAll(owner: Owner, now = during) {
  const started = await startHandIn({ ...owner, requestKey: newId(), lang: 'zh-CN', now })
  if (started.ok) await handInBatch({ ...owner, askedAt: now.toISOString(), lang: 'zh-CN' })
  return started
}
