import { pixelsOf } from '~/domain/entries/accept-file'
import { slotsOf } from '~/domain/entries/terms'
import type { Terms } from '~/domain/entries/terms'
import type { Prisma } from '~/generated/prisma/client'
import { demoId } from './demo-id.server'
import type { StoredSheet } from './store-sheets.server'
import { houseOf } from './works'
import type { PlannedWork } from './works'
import { castId, clerkId } from './write-people.server'
import type { writePeople } from './write-people.server'

const DAY = 86_400_000

/** The entry of a planned work. */
export const entryIdOf = (terms: Pick<Terms, 'eventId'>, seed: number, index: number): string => demoId(terms.eventId, seed, 'entry', index)

/** The file of an entry in a slot. */
export const fileIdOf = (entryId: string, slot: string) => demoId(entryId, 'file', slot)

export interface WorkRows {
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

/** The rows of a planned work as its designer would have left them: people, entry, authors, files. */
export function workRows({ terms, seed, work, now, sheets }: Source): WorkRows {
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
