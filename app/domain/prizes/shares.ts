import { type Money, splitMoney } from '~/domain/money'

/** The most a weight may be: percentages to two places. */
export const MOST_WEIGHT = 10_000

/** Shares of a prize by author, in the order of the authors: equal unless weights were agreed. Nothing is lost. */
export function sharesOf(prize: Money, authors: readonly string[], agreed: Readonly<Record<string, number>> | null): Map<string, Money> {
  const weights = authors.map((author) => BigInt(agreed ? (agreed[author] ?? 0) : 1))
  const shares = splitMoney(prize, weights)
  return new Map(authors.map((author, at) => [author, shares[at] ?? { ...prize, minor: 0n }]))
}

export type SharesRefusal = 'unknown-author' | 'nothing-shared'

/** Whether weights can share a prize: known authors only, whole numbers, and somebody gets something. */
export function refuseShares(authors: readonly string[], weights: Readonly<Record<string, number>>): SharesRefusal | null {
  if (Object.keys(weights).some((author) => !authors.includes(author))) return 'unknown-author'
  const given = authors.map((author) => weights[author] ?? 0)
  if (given.some((weight) => !Number.isInteger(weight) || weight < 0 || weight > MOST_WEIGHT)) return 'nothing-shared'
  return given.some((weight) => weight > 0) ? null : 'nothing-shared'
}
