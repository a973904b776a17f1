/**
 * A hundred threads shared out by weight: whole numbers that add up to 100, the largest remainders rounded up first.
 * Weights are positive.
 */
export function hundredThreads(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const exact = weights.map((weight) => (100 * weight) / sum)
  const threads = exact.map(Math.floor)
  const missing = 100 - threads.reduce((total, count) => total + count, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of byRemainder.slice(0, missing)) threads[index] = (threads[index] ?? 0) + 1
  return threads
}

/** A weight as points of a hundred, with one decimal at most: 30, 12.5. */
export const pointsOf = (weight: number, weights: readonly number[]): number =>
  Math.round((1000 * weight) / weights.reduce((total, other) => total + other, 0)) / 10
