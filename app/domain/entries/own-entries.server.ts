import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import type { EntryState } from '~/generated/prisma/enums'
import { entryParts, presentState } from './entry-row.server'
import type { FileRow } from './entry-row.server'
import type { Timed } from './registration-window'
import type { Terms } from './terms'
import { termsOfEvents } from './terms.server'

/** A row in the list of one’s entries. */
export interface ListedOwnEntry {
  terms: Terms
  id: string
  state: EntryState
  number: string | null
  title: string
  group: Localized
  track: Localized | null
  uploads: Timed['uploads']
  withdrawnAt: Date | null
  submittedVersion: number | null
  /** changed since it was handed in last */
  changed: boolean
  thumbFileId: string | null
}

/** More than anybody enters alone: an event takes a handful from a person. */
const LISTED = 200

const localized = (row: { nameZh: string; nameEn: string }): Localized => ({ zh: row.nameZh, en: row.nameEn })

/**
 * The entries a person enters themselves, what was worked on last first; works of a batch stand on its page. Each is read
 * whole, for only its hash says whether it has changed since it was handed in, in as many queries as one of them.
 */
export async function ownEntries(personId: string): Promise<ListedOwnEntry[]> {
  const name = { select: { nameZh: true, nameEn: true } } as const
  const rows = await db.entry.findMany({
    where: { ownerId: personId, origin: 'online' },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: LISTED,
    include: { ...entryParts, group: name, track: name },
  })
  const terms = await termsOfEvents(db, [...new Set(rows.map(({ eventId }) => eventId))])
  return rows.flatMap((row) => {
    const of = terms.get(row.eventId)
    if (!of) return []
    const [latest] = row.versions
    const { id, state, number, title, withdrawnAt, submittedVersion } = row
    return {
      terms: of,
      id,
      state,
      number,
      title,
      group: localized(row.group),
      track: row.track && localized(row.track),
      uploads: row.files.map(({ startedAt, receivedAt }) => ({ startedAt, receivedAt })),
      withdrawnAt,
      submittedVersion,
      changed: latest !== undefined && latest.sha256 !== presentState(row).sha256,
      thumbFileId: firstPicture(row.files)?.id ?? null,
    }
  })
}

/** The picture that came first. */
function firstPicture(files: readonly FileRow[]): FileRow | undefined {
  const came = ({ receivedAt }: FileRow) => receivedAt?.getTime() ?? Infinity
  return files
    .filter(({ state, thumbKey }) => state === 'ready' && thumbKey !== null)
    .sort((a, b) => a.position - b.position || came(a) - came(b))[0]
}
