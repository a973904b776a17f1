import { db, transact } from '~/db.server'
import type { Tx } from '~/db.server'
import { pixelsOf } from '~/domain/entries/accept-file'
import { entryNumber } from '~/domain/entries/entry-number'
import { consentTexts } from '~/domain/entries/consent-texts'
import { assignCodes } from '~/domain/entries/precheck/assign-codes.server'
import { snapshotOf, snapshotText } from '~/domain/entries/snapshot'
import { statementsOf } from '~/domain/entries/statements'
import { slotsOf } from '~/domain/entries/terms'
import type { Terms } from '~/domain/entries/terms'
import { record } from '~/domain/ledger/record.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { done } from '~/domain/outcome'
import { say } from '~/i18n/language'
import type { Prisma } from '~/generated/prisma/client'
import { demoId } from './demo-id.server'
import { storeSheets } from './store-sheets.server'
import type { StoredSheet } from './store-sheets.server'
import { castId, clerkId, writePeople } from './write-people.server'
import { houseOf } from './works'
import type { PlannedWork } from './works'

const CHUNK = 100
const DAY = 86_400_000

interface WriteWorks {
  terms: Terms
  seed: number
  works: readonly PlannedWork[]
  /** nothing is dated after it */
  now: Date
  tell: (done: number, of: number) => void
}

/** The entry of a planned work. */
export const entryIdOf = (terms: Pick<Terms, 'eventId'>, seed: number, index: number): string => demoId(terms.eventId, seed, 'entry', index)

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
    const rows = chunk.map((work, at) => rowsOf({ terms, seed, work, now, sheets: drawn[at] ?? [] }))
    await writePeople(rows.flatMap(({ people }) => people))
    await transact(async (tx) => {
      await writeRows(tx, terms, rows)
      return done()
    })
    tell(from + chunk.length, missing.length)
  }
}

const fileIdOf = (entryId: string, slot: string) => demoId(entryId, 'file', slot)

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

interface Rows {
  people: Parameters<typeof writePeople>[0]
  work: PlannedWork
  entry: Prisma.EntryCreateManyInput
  authors: Prisma.EntryAuthorCreateManyInput[]
  files: Prisma.EntryFileCreateManyInput[]
  submittedAt: Date | null
}

interface Source {
  terms: Terms
  seed: number
  work: PlannedWork
  now: Date
  sheets: StoredSheet[]
}

function rowsOf({ terms, seed, work, now, sheets }: Source): Rows {
  const { eventId } = terms
  const entryId = entryIdOf(terms, seed, work.index)
  const end = Math.min(now.getTime() - 3_600_000, terms.closesAt.getTime() - 60_000)
  const begin = Math.min(terms.opensAt.getTime() + DAY, end - 60_000)
  const at = new Date(begin + work.moment * (end - begin))
  const people = work.authors.map((author, place) => ({
    id: author.castKey ? castId(author.castKey) : demoId(eventId, seed, work.index, 'person', place),
    name: author.name,
    nameLatin: author.nameLatin,
    locale: author.locale,
    country: author.country,
    email: `designer-${demoId(eventId, seed, work.index, 'mail', place)}@mail.example`,
  }))
  const owner = people[0]?.id ?? clerkId
  const handedIn = work.state !== 'draft'
  const authors = work.authors.map((author, place): Prisma.EntryAuthorCreateManyInput => ({
    eventId,
    entryId,
    id: demoId(entryId, 'author', place),
    role: 'author',
    position: place,
    personId: work.onBehalf ? null : (people[place]?.id ?? null),
    name: author.name,
    nameLatin: author.nameLatin || null,
    organisation: houseOf(author, work.groupId),
    country: author.country,
    mobile: `+86139${String(10_000_000 + ((work.index * 7919 + place) % 89_999_999))}`,
    email: people[place]?.email ?? '',
  }))
  const teachers = work.teachers.map((teacher, place): Prisma.EntryAuthorCreateManyInput => ({
    eventId,
    entryId,
    id: demoId(entryId, 'teacher', place),
    role: 'instructor',
    position: place,
    name: teacher.name,
    organisation: teacher.organisation,
  }))
  const slots = slotsOf(terms, work.groupId)
  const files = sheets.flatMap((sheet): Prisma.EntryFileCreateManyInput[] => {
    const rule = slots.find(({ id }) => id === sheet.slot)
    // a draft is half done; a swatch is optional and not everybody has one
    if (!rule || (!handedIn && sheet.slot !== 'board') || (sheet.slot === 'swatch' && work.moment > 0.85)) return []
    const { perceptual, mime, bytes, sha256, originalKey, viewKey, thumbKey, copyKey } = sheet
    const facts =
      mime === 'application/pdf'
        ? ({ kind: 'pdf', pages: 1, width: 420, height: 297 } as const)
        : ({ kind: 'picture', width: sheet.width, height: sheet.height, dpi: 150 } as const)
    return [
      {
        eventId,
        id: fileIdOf(entryId, sheet.slot),
        entryId,
        slot: sheet.slot,
        state: 'ready',
        originalName: fileName(work, sheet),
        mime,
        bytes: BigInt(bytes),
        sha256,
        ...pixelsOf(rule, facts),
        dpi: facts.kind === 'picture' ? facts.dpi : null,
        pages: facts.kind === 'pdf' ? 1 : null,
        perceptual,
        originalKey,
        viewKey,
        thumbKey,
        copyKey,
        startedAt: at,
        receivedAt: at,
      },
    ]
  })
  return {
    people: work.onBehalf ? [] : people,
    work,
    entry: {
      eventId,
      id: entryId,
      groupId: work.groupId,
      trackId: work.trackId,
      title: work.title,
      fields: work.fields,
      state: work.state === 'accepted' ? 'submitted' : work.state,
      origin: work.onBehalf ? 'on_behalf' : 'online',
      ownerId: work.onBehalf ? null : owner,
      startedById: work.onBehalf ? clerkId : owner,
      createdAt: new Date(at.getTime() - DAY),
      updatedAt: at,
      ...(handedIn ? { submittedAt: at, submittedVersion: 1, version: 2 } : {}),
      ...(work.state === 'withdrawn' ? { withdrawnAt: new Date(at.getTime() + 1_800_000) } : {}),
    },
    authors: [...authors, ...teachers],
    files,
    submittedAt: handedIn ? at : null,
  }
}

/** Names of files as people give them: some carry the author’s. */
function fileName({ authors, title, moment }: PlannedWork, { slot, mime }: StoredSheet): string {
  const label = { board: '效果图', flats: '款式图', craft: '工艺图', swatch: '小样' }[slot]
  const ending = mime === 'application/pdf' ? 'pdf' : 'jpg'
  return moment < 0.3 ? `${authors[0]?.name ?? ''}_${label}.${ending}` : `${title}-${label}.${ending}`
}

async function writeRows(tx: Tx, terms: Terms, all: readonly Rows[]): Promise<void> {
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
async function writeConsents(tx: Tx, { eventId, organisationId }: Terms, handedIn: readonly Rows[]): Promise<void> {
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

async function writeVersions(tx: Tx, terms: Terms, handedIn: readonly Rows[], numberOf: ReadonlyMap<string, string>): Promise<void> {
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
async function writeChecks(tx: Tx, { eventId }: Terms, all: readonly Rows[], codes: ReadonlyMap<string, string>): Promise<void> {
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
