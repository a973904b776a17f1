/** One author of a work that reached the final or stands in reserve. Who never signed in has no personId. */
export interface FinalistConsent {
  /** the author's row, different for every work */
  authorId: string
  personId: string | null
  entryId: string
  pool: boolean
  contact: boolean
}

export interface FinalistCounts {
  /** people who agreed to the talent pool: they are in the list */
  people: number
  /** of them, those who agreed to be contacted directly */
  contacts: number
  /** works of people in the list */
  works: number
  /** authors who did not agree, or could not because they never signed in: they stay out */
  others: number
}

/** Counts people, not rows: somebody with two works is one person. */
export function countFinalists(rows: readonly FinalistConsent[]): FinalistCounts {
  const count = (of: (row: FinalistConsent) => string, when: (row: FinalistConsent) => boolean) => new Set(rows.filter(when).map(of)).size
  const who = ({ personId, authorId }: FinalistConsent) => personId ?? `author ${authorId}`
  return {
    people: count(who, ({ pool }) => pool),
    contacts: count(who, ({ pool, contact }) => pool && contact),
    works: count(
      ({ entryId }) => entryId,
      ({ pool }) => pool,
    ),
    others: count(who, ({ pool }) => !pool),
  }
}
