import type { EntryState } from '~/generated/prisma/enums'

/** What may become of an entry. Everything but a draft stays for ever: a draft is thrown away, an entry withdrawn. */
const next: Record<EntryState, readonly EntryState[]> = {
  draft: ['submitted'],
  submitted: ['submitted', 'returned', 'accepted', 'rejected', 'withdrawn'],
  returned: ['submitted', 'returned', 'accepted', 'rejected', 'withdrawn'],
  accepted: ['submitted', 'withdrawn'],
  rejected: ['submitted'],
  withdrawn: [],
}

export const mayBecome = (from: EntryState, to: EntryState): boolean => next[from].includes(to)
