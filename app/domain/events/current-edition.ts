/** What decides which edition of a series people mean. */
export type Edition = { id: string; startsAt: Date | null; endsAt: Date | null }

/**
 * The edition that `/e/<series>` leads to: the first that is not over yet, or the last one when all are.
 * An edition without dates counts as one that is still to come, after those with dates. Null when there is none.
 */
export function currentEdition<E extends Edition>(editions: readonly E[], now: Date): E | null {
  const ahead = editions.filter(({ endsAt }) => !endsAt || endsAt >= now).sort((a, b) => startOf(a) - startOf(b))
  const over = editions.filter(({ endsAt }) => endsAt && endsAt < now).sort((a, b) => startOf(b) - startOf(a))
  return ahead[0] ?? over[0] ?? null
}

const startOf = ({ startsAt }: Edition) => startsAt?.getTime() ?? Number.MAX_SAFE_INTEGER
