import type { CSSProperties } from 'react'

/** Pale grounds on which works hang; quiet enough that none of them tints a knit. */
const grounds = ['#efe6e2', '#e6e9ec', '#ebeddf', '#ebe8e3', '#f1e9dc', '#e5ebe6']

/** The ground of a work, by its code: the same on every page and every visit. */
export function groundOf(code: string): CSSProperties {
  const sum = [...code].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 65_521, 7)
  return { backgroundColor: grounds[sum % grounds.length] }
}
