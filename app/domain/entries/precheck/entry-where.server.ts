import { db } from '~/db.server'
import type { Prisma } from '~/generated/prisma/client'
import type { EntryState } from '~/generated/prisma/enums'
import { canonicalNames } from '../names/canonical-names.server'
import { spellingOf } from '../names/suggest-names'
import type { EntryFilter } from './entry-filter'

/** The condition of a filter, always within its event. `withDrafts` keeps drafts when no state is asked. */
export async function entryWhere(
  eventId: string,
  filter: EntryFilter,
  { withDrafts = false, states = null }: { withDrafts?: boolean; states?: readonly EntryState[] | null } = {},
): Promise<Prisma.EntryWhereInput> {
  const and: Prisma.EntryWhereInput[] = []
  if (states) and.push({ state: { in: [...states] } })
  else if (filter.state) and.push({ state: filter.state })
  else if (!withDrafts) and.push({ state: { not: 'draft' } })
  if (filter.batch) and.push({ batchId: filter.batch })
  if (filter.group) and.push({ groupId: filter.group })
  if (filter.track) and.push({ trackId: filter.track })
  if (filter.school) and.push({ authors: { some: { organisation: { in: await spellingsOf(eventId, filter.school) } } } })
  if (filter.country) and.push({ authors: { some: { role: 'author', country: filter.country } } })
  if (filter.onBehalf) and.push({ origin: 'on_behalf' })
  if (filter.flagged) and.push({ OR: [{ flagsA: { some: { dismissedAt: null } } }, { flagsB: { some: { dismissedAt: null } } }] })
  if (filter.q) {
    const text = holds(filter.q)
    and.push({
      OR: [
        { title: text },
        { number: text },
        { code: text },
        { authors: { some: { OR: [{ name: text }, { nameLatin: text }, { organisation: text }] } } },
      ],
    })
  }
  return { eventId, AND: and }
}

/**
 * How authors of an event wrote a school: every spelling that holds the text, is confirmed to mean a name that holds it,
 * or to mean the same as the text itself.
 */
async function spellingsOf(eventId: string, school: string): Promise<string[]> {
  const [rows, nameOf] = await Promise.all([
    db.entryAuthor.groupBy({ by: ['organisation'], where: { eventId, organisation: { not: '' } } }),
    canonicalNames(eventId),
  ])
  const fold = (name: string) => spellingOf(name).toLowerCase()
  const [asked, meant] = [fold(school), fold(nameOf(school))]
  return rows.flatMap(({ organisation }) => {
    const name = fold(nameOf(organisation))
    return fold(organisation).includes(asked) || name.includes(asked) || name === meant ? [organisation] : []
  })
}

/** LIKE treats these three as signs; a person who types 100% means the sign itself. */
const holds = (text: string) => ({ contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const })
