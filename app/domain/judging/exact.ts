import type { RoundingMode } from './rulebook'

const plainDecimal = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i

/**
 * An exact number: a fraction of two whole numbers. Averages of three judges have no finite decimals, and a rounding
 * step or a tie decided on 9.999… instead of 10 would be decided wrongly; so nothing is rounded unless asked for.
 *
 * Scores are small, so the two stand as plain numbers while both are whole and below 2⁵³, where sums and products of
 * numbers are exact or seen to be too large; beyond that they stand as bigints. Which of the two never shows.
 */
export class Exact {
  static readonly zero = new Exact(0, 1, null)

  private constructor(
    private readonly top: number,
    /** always positive */
    private readonly bottom: number,
    /** stands for both where they are too large for plain numbers */
    private readonly wide: readonly [bigint, bigint] | null,
  ) {}

  private static fromWide(top: bigint, bottom: bigint): Exact {
    return isSmall(top) && isSmall(bottom) ? new Exact(Number(top), Number(bottom), null) : new Exact(0, 1, [top, bottom])
  }

  /** The number a decimal text says, such as `7.25` or `-0.5`; null when the text is no decimal number. */
  static parse(text: string): Exact | null {
    const match = plainDecimal.exec(text)
    if (!match) return null
    const [, sign, whole = '', fraction = '', exponent = '0'] = match
    const digits = BigInt(whole + fraction)
    const numerator = sign === '-' ? -digits : digits
    const shift = Number(exponent) - fraction.length
    return shift >= 0 ? Exact.fromWide(numerator * 10n ** BigInt(shift), 1n) : Exact.fromWide(numerator, 10n ** BigInt(-shift))
  }

  /** A decimal as it is written in a document. Throws on NaN, infinities and texts that are no number. */
  static of(value: number | string): Exact {
    if (Number.isSafeInteger(value)) return new Exact(Number(value), 1, null)
    const exact = Exact.parse(String(value))
    if (!exact) throw new RangeError(`${value} is not a decimal number`)
    return exact
  }

  static sum(values: readonly Exact[]): Exact {
    // most sums are of a panel's marks over 1 or 10: no number stands between them
    let [top, bottom] = [0, 1]
    for (const value of values) {
      if (value.bottom > bottom && value.bottom % bottom === 0) [top, bottom] = [top * (value.bottom / bottom), value.bottom]
      top += value.top * (bottom / value.bottom)
      if (value.wide || bottom % value.bottom !== 0 || !isSafe(top)) return values.reduce((sum, each) => sum.plus(each), Exact.zero)
    }
    return new Exact(top, bottom, null)
  }

  plus(other: Exact): Exact {
    if (!this.wide && !other.wide) {
      const [larger, smaller] = this.bottom >= other.bottom ? [this, other] : [other, this]
      if (larger.bottom % smaller.bottom === 0) {
        const scaled = smaller.top * (larger.bottom / smaller.bottom)
        const top = larger.top + scaled
        if (isSafe(scaled) && isSafe(top)) return new Exact(top, larger.bottom, null)
      }
    }
    const [[a, b], [c, d]] = [this.parts(), other.parts()]
    if (b % d === 0n) return Exact.fromWide(a + c * (b / d), b)
    if (d % b === 0n) return Exact.fromWide(a * (d / b) + c, d)
    return Exact.fromWide(a * d + c * b, b * d)
  }

  minus(other: Exact): Exact {
    return this.plus(other.times(Exact.of(-1)))
  }

  times(other: Exact): Exact {
    if (!this.wide && !other.wide) {
      const [top, bottom] = [this.top * other.top, this.bottom * other.bottom]
      if (isSafe(top) && isSafe(bottom)) return new Exact(top, bottom, null)
    }
    const [[a, b], [c, d]] = [this.parts(), other.parts()]
    return Exact.fromWide(a * c, b * d)
  }

  /** Throws a RangeError when the divisor is zero. */
  over(other: Exact | number): Exact {
    const [top, bottom] = (typeof other === 'number' ? Exact.of(other) : other).parts()
    if (top === 0n) throw new RangeError('division by zero')
    return this.times(top < 0n ? Exact.fromWide(-bottom, -top) : Exact.fromWide(bottom, top))
  }

  /** Negative, zero or positive, as for `sort`. */
  compare(other: Exact): number {
    if (!this.wide && !other.wide) {
      if (this.bottom === other.bottom) return order(this.top, other.top)
      const [here, there] = [this.top * other.bottom, other.top * this.bottom]
      if (isSafe(here) && isSafe(there)) return order(here, there)
    }
    const [[a, b], [c, d]] = [this.parts(), other.parts()]
    return order(a * d, c * b)
  }

  /** Whether the number is a whole multiple of a positive step. */
  isMultipleOf(step: Exact): boolean {
    const [[a, b], [c, d]] = [this.parts(), step.parts()]
    return (a * d) % (b * c) === 0n
  }

  /**
   * Rounded to a number of decimals; unchanged when `decimals` is undefined. `half-up` carries a half away from
   * zero, `half-even` to the even digit, `down` cuts off towards zero.
   */
  round(decimals: number | undefined, mode: RoundingMode): Exact {
    if (decimals === undefined) return this
    const scale = 10 ** decimals
    const magnitude = Math.abs(this.top) * scale
    if (!this.wide && isSafe(scale) && isSafe(magnitude)) {
      const rest = magnitude % this.bottom
      const whole = (magnitude - rest) / this.bottom
      const gap = rest - (this.bottom - rest)
      const rounded = mode !== 'down' && (gap > 0 || (gap === 0 && (mode === 'half-up' || whole % 2 === 1))) ? whole + 1 : whole
      return new Exact(this.top < 0 && rounded > 0 ? -rounded : rounded, scale, null)
    }
    const [top, bottom] = this.parts()
    const wideScale = 10n ** BigInt(decimals)
    const scaled = top * wideScale
    const wideMagnitude = scaled < 0n ? -scaled : scaled
    const whole = wideMagnitude / bottom
    const gap = (wideMagnitude % bottom) * 2n - bottom
    const rounded = mode !== 'down' && (gap > 0n || (gap === 0n && (mode === 'half-up' || whole % 2n === 1n))) ? whole + 1n : whole
    return Exact.fromWide(scaled < 0n ? -rounded : rounded, wideScale)
  }

  /**
   * Decimal text: with exactly `decimals` digits after the point for a number rounded to them; otherwise every digit
   * the number has, and twelve digits where it has endlessly many.
   */
  toText(decimals?: number): string {
    const shown = decimals ?? Math.min(this.finiteDecimals() ?? 12, 40)
    const rounded = this.round(shown, 'half-up')
    const whole = rounded.wide ? String(rounded.wide[0]) : String(rounded.top)
    const [sign, magnitude] = whole.startsWith('-') ? ['-', whole.slice(1)] : ['', whole]
    const digits = magnitude.padStart(shown + 1, '0')
    return shown === 0 ? sign + digits : `${sign}${digits.slice(0, -shown)}.${digits.slice(-shown)}`
  }

  /** For charts and statistics only: the nearest binary number. */
  toNumber(): number {
    return Number(this.toText())
  }

  private parts(): readonly [bigint, bigint] {
    return this.wide ?? [BigInt(this.top), BigInt(this.bottom)]
  }

  /** How many decimals write the number completely; null when no number of them does. */
  private finiteDecimals(): number | null {
    if (!this.wide) {
      // most are a sum of marks with a decimal or two
      for (let places = 0, scale = 1; places <= 4; places += 1, scale *= 10)
        if ((Math.abs(this.top) * scale) % this.bottom === 0 && isSafe(this.top * scale)) return places
    }
    const [top, bottom] = this.parts()
    let rest = bottom / gcd(top, bottom)
    let twos = 0
    let fives = 0
    for (; rest % 2n === 0n; twos += 1) rest /= 2n
    for (; rest % 5n === 0n; fives += 1) rest /= 5n
    return rest === 1n ? Math.max(twos, fives) : null
  }
}

const WIDEST = BigInt(Number.MAX_SAFE_INTEGER)
const isSmall = (value: bigint) => value <= WIDEST && value >= -WIDEST
const order = <T extends number | bigint>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0)
const isSafe = (value: number) => value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
