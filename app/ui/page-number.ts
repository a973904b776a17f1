/** No list of ours is longer; a larger number would not fit where the database counts rows to leave out. */
const LAST = 10_000

/** The page of a list that an address asks for, from 1; whatever is no such number is the first. */
export function pageNumber(query: URLSearchParams): number {
  const asked = query.get('page') ?? ''
  return /^\d{1,9}$/.test(asked) ? Math.min(LAST, Math.max(1, Number(asked))) : 1
}
