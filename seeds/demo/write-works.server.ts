import { db, transact } from '~/db.server'
import type { Tx } from '~/db.server'
import { entryNumber } from '~/domain/entries/entry-number'
import { consentTexts } from '~/domain/entries/consent-texts'
import { assignCodes } from '~/domain/entries/precheck/assign-codes.server'
import { snapshotOf, snapshotText } from '~/domain/entries/snapshot'
import { statementsOf } from '~/domain/entries/statements'
import type { Terms } from '~/domain/entries/terms'
import { record } from '~/domain/ledger/record.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { done } from '~/domain/outcome'
import { say } from '~/i18n/language'
import type { Prisma } from '~/generated/prisma/client'
import { demoId } from './demo-id.server'
import { storeSheets } from './store-sheets.server'
import type { StoredSheet } from './store-sheets.server'
import { entryIdOf, fileIdOf, workRows } from './work-rows.server'
import type { WorkRows } from './work-rows.server'
import type { PlannedWork } from './works'
import { clerkId, writePeople } from './write-people.server'

const CHUNK = 100

interface WriteWorks {
  terms: Terms
  seed: number
  works: readonly PlannedWork[]
  /** nothing is dated after it */
  now: Date
  tell: (done: number, of: number) => void
}

/**
 * Writes planned works as their designers would have handed them in: people, entries, files with real bytes, signed
 * statements, versions, numbers, codes and ledger rows. Works that are there already stay as they are.
 */
export async function writeWorks({ terms, seed, works, now, tell }: WriteWorks): Promise<void> {
  const { eventId } = terms
  const ids = works.map(({ index }) => entryIdOf(terms, seed, index))
  const there = new Set((await db.entry.findMany({ where: { eventId, id: { in: ids } }, select: { id: true } })).map(({ id }) => id))
  const missing = works.filter(({ index }) => !there.has(entryIdOf(terms, seed, index)))
  const sheets = new Map<string, Promise<StoredSheet[]>>()
  for (let from = 0; from < missing.length; from += CHUNK) {
    const chunk = missing.slice(from, from + CHUNK)
    const drawn = await inPairs(chunk, (work) => {
      const key = `${work.design}/${work.leak ?? ''}`
      const entryId = entryIdOf(terms, seed, work.index)
      const order = { design: work.design, title: work.titled ? work.title : '', ...(work.leak ? { leak: work.leak } : {}) }
      const stored = sheets.get(key) ?? storeSheets(order, { eventId, entryId, fileIdOf: (slot) => fileIdOf(entryId, slot) })
      sheets.set(key, stored)
      return stored
    })
    const rows = chunk.map((work, at) => workRows({ terms, seed, work, now, sheets: drawn[at] ?? [] }))
    await writePeople(rows.flatMap(({ people }) => people))
    await transact(async (tx) => {
      await writeRows(tx, terms, rows)
      return done()
    })
    tell(from + chunk.length, missing.length)
  }
}

/** Two at a time: one core draws while the other writes. */
async function inPairs<In, Out>(list: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = []
  let next = 0
  const run = async () => {
    for (let at = next++; at < list.length; at = next++) {
      const item = list[at]
      if (item !== undefined) results[at] = await work(item)
    }
  }
  await Promise.all([run(), run()])
  return results
}

async function writeRows(tx: Tx, terms: Terms, all: readonly WorkRows[]): Promise<void> {
  const { eventId } = terms
  const handedIn = all.filter(({ submittedAt }) => submittedAt !== null)
  const numbers = await takeNumbers(tx, terms, handedIn.length)
  const numberOf = new Map(handedIn.map(({ entry }, at) => [entry.id, numbers[at] ?? '']))
  await tx.entry.createMany({ data: all.map(({ entry }) => ({ ...entry, number: numberOf.get(entry.id) ?? null })) })
  await tx.entryAuthor.createMany({ data: all.flatMap(({ authors }) => authors) })
  await tx.entryFile.createMany({ data: all.flatMap(({ files }) => files) })
  await writeVersions(tx, terms, handedIn, numberOf)
  await writeConsents(tx, terms, handedIn)
  const accepted = all.filter(({ work }) => work.state === 'accepted').map(({ entry }) => entry.id)
  const codes = await assignCodes(tx, eventId, accepted)
  await tx.$executeRaw`update "Entry" e set "code" = c.code, "state" = 'accepted' from unnest(${[...codes.keys()]}::text[], ${[...codes.values()]}::text[]) as c(id, code)
    where e."eventId" = ${eventId} and e."id" = c.id`
  await writeChecks(tx, terms, all, codes)
}

/** Three in four agree to be listed, half of all to be called; once for each event. */
async function writeConsents(tx: Tx, { eventId, organisationId }: Terms, handedIn: readonly WorkRows[]): Promise<void> {
  const given = handedIn.flatMap(({ work, entry, submittedAt }) => {
    if (work.onBehalf || !submittedAt) return []
    const lang = work.authors[0]?.locale ?? 'zh-CN'
    const kinds = (['talent_pool', 'direct_contact'] as const).filter((kind) => work.moment < (kind === 'talent_pool' ? 0.75 : 0.5))
    return kinds.map((kind) => ({
      id: demoId(eventId, entry.startedById, kind),
      personId: entry.startedById,
      kind,
      eventId,
      organisationId,
      text: say(consentTexts[kind], lang),
      grantedAt: submittedAt,
    }))
  })
  await tx.consent.createMany({ data: given, skipDuplicates: true })
}

async function takeNumbers(tx: Tx, { eventId, edition }: Terms, count: number): Promise<string[]> {
  const { entryCounter } = await tx.event.update({
    where: { id: eventId },
    data: { entryCounter: { increment: count } },
    select: { entryCounter: true },
  })
  return Array.from({ length: count }, (_, at) => entryNumber(edition, entryCounter - count + at + 1))
}

async function writeVersions(tx: Tx, terms: Terms, handedIn: readonly WorkRows[], numberOf: ReadonlyMap<string, string>): Promise<void> {
  const { eventId } = terms
  const versions = handedIn.map(({ entry, authors, files, work, submittedAt }) => {
    const people = authors.map(({ id, role, name, nameLatin, organisation, country }) => ({
      id,
      role,
      name,
      nameLatin: nameLatin ?? '',
      organisation: organisation ?? '',
      independent: false,
      country: country ?? 'CN',
      bornOn: '',
      mobile: '',
      email: '',
    }))
    const content = {
      groupId: work.groupId,
      trackId: work.trackId,
      fields: work.fields,
      authors: people.filter(({ role }) => role === 'author'),
      instructors: people.filter(({ role }) => role === 'instructor'),
    }
    const parts = files.map(({ id, slot, position = 0, originalName, bytes, sha256 }) => ({
      id,
      slot,
      position,
      name: originalName,
      bytes: Number(bytes),
      sha256: sha256 ?? '',
    }))
    const snapshot = snapshotOf(work.title, content, parts)
    return { entry, work, snapshot, sha256: sha256Hex(snapshotText(snapshot)), submittedAt: submittedAt ?? new Date(0) }
  })
  await tx.entryVersion.createMany({
    data: versions.map(({ entry, snapshot, sha256, submittedAt }) => ({
      eventId,
      entryId: entry.id,
      version: 1,
      snapshot: snapshot as unknown as Prisma.InputJsonObject,
      sha256,
      submittedAt,
      submittedById: entry.startedById,
    })),
  })
  const signed = versions.filter(({ work }) => !work.onBehalf)
  await tx.statement.createMany({
    data: signed.flatMap(({ entry, work, sha256, submittedAt }) => {
      const locale = work.authors[0]?.locale ?? 'zh-CN'
      const texts = statementsOf(terms, locale)
      return (['originality', 'rights'] as const).map((kind) => ({
        eventId,
        entryId: entry.id,
        id: demoId(entry.id, kind),
        kind,
        locale,
        text: texts[kind],
        textHash: sha256Hex(texts[kind]),
        signature: work.authors[0]?.name ?? '',
        workSha256: sha256,
        signedById: entry.startedById,
        signedAt: submittedAt,
      }))
    }),
  })
  await record(
    tx,
    eventId,
    versions.map(({ entry, sha256, snapshot }) => ({
      action: 'entry.submitted' as const,
      body: {
        entry: entry.id,
        number: numberOf.get(entry.id),
        version: 1,
        sha256,
        files: snapshot.files.map(({ id, slot, sha256: file }) => ({ id, slot, sha256: file })),
      },
    })),
  )
}

/** What precheck decided about the works that are past it. */
async function writeChecks(tx: Tx, { eventId }: Terms, all: readonly WorkRows[], codes: ReadonlyMap<string, string>): Promise<void> {
  const decisions = all.flatMap(({ work, entry, submittedAt }): Prisma.EntryCheckCreateManyInput[] => {
    if (!submittedAt) return []
    const createdAt = new Date(submittedAt.getTime() + 1_200_000)
    const row = { eventId, id: demoId(entry.id, 'check'), entryId: entry.id, version: 1, byId: clerkId, createdAt }
    if (work.state === 'accepted') return [{ ...row, decision: 'accept' as const, reasons: [], note: '' }]
    if (work.state === 'returned') return [{ ...row, decision: 'return' as const, reasons: ['name-on-work'], note: '' }]
    if (work.state === 'rejected') return [{ ...row, decision: 'reject' as const, reasons: ['not-eligible'], note: '' }]
    return []
  })
  await tx.entryCheck.createMany({ data: decisions })
  await record(tx, eventId, [
    ...decisions.map(({ entryId, decision, reasons }) => ({
      action: 'entry.checked' as const,
      body: { entry: entryId, version: 1, decision, reasons, by: clerkId },
    })),
    ...[...codes].map(([entry, code]) => ({ action: 'entry.coded' as const, body: { entry, code } })),
  ])
}
