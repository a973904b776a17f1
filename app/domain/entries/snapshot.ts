import { canonicalBody } from '~/domain/ledger/chain'
import type { EntryContent } from './entry-content'

/** A file as it was handed in. */
export interface SnapshotFile {
  id: string
  slot: string
  position: number
  name: string
  bytes: number
  sha256: string
}

/** An entry as it was handed in, whole: what its receipt proves and what a later change can be undone to. */
export interface Snapshot {
  groupId: string
  trackId: string | null
  title: string
  fields: Record<string, string | string[]>
  /** without mobile numbers and mail addresses: who made it belongs to the proof, how to reach them does not */
  authors: { id: string; name: string; nameLatin: string; organisation: string; independent: boolean; country: string }[]
  instructors: { id: string; name: string; organisation: string }[]
  files: SnapshotFile[]
}

export function snapshotOf(title: string, content: EntryContent, files: readonly SnapshotFile[]): Snapshot {
  const { groupId, trackId, fields, authors, instructors } = content
  return {
    groupId,
    trackId,
    title,
    fields: Object.fromEntries(Object.entries(fields).filter(([, answer]) => answer.length > 0)),
    authors: authors.map(({ id, name, nameLatin, organisation, independent, country }) => ({
      id,
      name,
      nameLatin,
      organisation,
      independent,
      country,
    })),
    instructors: instructors.map(({ id, name, organisation }) => ({ id, name, organisation })),
    files: [...files].sort((a, b) => a.slot.localeCompare(b.slot, 'en') || a.position - b.position || a.id.localeCompare(b.id, 'en')),
  }
}

/** The text whose SHA-256 is the entry’s: the same entry always gives the same text. */
export const snapshotText = (snapshot: Snapshot): string => canonicalBody({ ...snapshot })
