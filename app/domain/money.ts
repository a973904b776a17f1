/**
 * Money: whole minor units (分, cents) and their currency, so that nothing is ever lost in a binary fraction. Every
 * currency here has two decimals. Amounts of two currencies never meet: the functions below throw a RangeError then,
 * because a sum over two currencies is a mistake in the code that asks for it.
 */
export const currencies = ['CNY', 'USD', 'EUR', 'HKD'] as const
export type Currency = (typeof currencies)[number]

export interface Money {
  /** whole minor units; may be negative (a discount, a refund) */
  minor: bigint
  currency: Currency
}

const AMOUNT = /^([+-]?)(\d{1,13})(?:\.(\d{1,2}))?$/

/** `'9800'`, `'9800.5'`, `'-9800.50'` as money; null for anything else, thousands separators included. */
export function readMoney(text: string, currency: Currency): Money | null {
  const [, sign, whole, part = ''] = AMOUNT.exec(text.trim()) ?? []
  if (whole === undefined) return null
  const minor = BigInt(whole + part.padEnd(2, '0'))
  return { minor: sign === '-' ? -minor : minor, currency }
}

/** `9800.00`: plain decimal for files and forms; people are shown what `Intl` makes of it. */
export function plainAmount({ minor }: Money): string {
  const digits = String(minor < 0n ? -minor : minor).padStart(3, '0')
  return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export const noMoney = (currency: Currency): Money => ({ minor: 0n, currency })

export function addMoney(first: Money, ...others: readonly Money[]): Money {
  let { minor } = first
  for (const other of others) {
    if (other.currency !== first.currency) throw new RangeError(`${other.currency} added to ${first.currency}`)
    minor += other.minor
  }
  return { minor, currency: first.currency }
}

/** A part given as a fraction of whole numbers, rounded half away from zero to the minor unit: 10% is `[10n, 100n]`. */
export function partOfMoney({ minor, currency }: Money, [top, bottom]: readonly [bigint, bigint]): Money {
  if (bottom <= 0n) throw new RangeError('a part needs a positive denominator')
  const scaled = minor * top * 2n
  const rounded = (scaled + (scaled < 0n ? -bottom : bottom)) / (2n * bottom)
  return { minor: rounded, currency }
}

/** Splits by weights (whole numbers, not all 0) without losing a minor unit: what remains goes to the first in order. */
export function splitMoney({ minor, currency }: Money, weights: readonly bigint[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  if (total <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError('weights must be positive')
  const shares = weights.map((weight) => (minor * weight) / total)
  let rest = minor - shares.reduce((sum, share) => sum + share, 0n)
  const unit = rest < 0n ? -1n : 1n
  return shares.map((share, index) => {
    if (rest === 0n || weights[index] === 0n) return { minor: share, currency }
    rest -= unit
    return { minor: share + unit, currency }
  })
}
