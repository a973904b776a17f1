/** Kendall’s τ-b between two lists of numbers of the same works. */
export function kendallTau(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [agreeing, tiedA, tiedB, pairs] = [0, 0, 0, 0]
  for (let i = 0; i < a.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const x = Math.sign((a[i] as number) - (a[j] as number))
      const y = Math.sign((b[i] as number) - (b[j] as number))
      agreeing += x * y
      if (x === 0) tiedA += 1
      if (y === 0) tiedB += 1
      pairs += 1
    }
  }
  return agreeing / Math.sqrt((pairs - tiedA) * (pairs - tiedB))
}

/** Which share of the truly best `count` works a score puts among its best `count`. */
export function precisionAt(count: number, truth: ArrayLike<number>, score: ArrayLike<number>): number {
  const best = (values: ArrayLike<number>) =>
    Array.from({ length: values.length }, (_, i) => i)
      .sort((i, j) => (values[j] as number) - (values[i] as number) || i - j)
      .slice(0, count)
  const found = new Set(best(score))
  return best(truth).filter((work) => found.has(work)).length / count
}
