import type { RoundingMode } from './rulebook'

const plainDecimal = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i

/**
 * An exact number: a fraction of two integers. Averages of three judges have no finite decimals, and a rounding
 * step or a tie decided on 9.999… instead of 10 would be decided wrongly; so nothing is rounded unless asked for.
 */
export class Exact {
  static readonly zero = new Exact(0n, 1n)

  private constructor(
    readonly numerator: bigint,
    /** always positive */
    readonly denominator: bigint,
  ) {}

  /** The number a decimal text says, such as `7.25` or `-0.5`; null when the text is no decimal number. */
  static parse(text: string): Exact | null {
    const match = plainDecimal.exec(text)
    if (!match) return null
    const [, sign, whole = '', fraction = '', exponent = '0'] = match
    const digits = BigInt(whole + fraction)
    const numerator = sign === '-' ? -digits : digits
    const shift = Number(exponent) - fraction.length
    return shift >= 0 ? new Exact(numerator * tenTo(shift), 1n) : new Exact(numerator, tenTo(-shift))
  }

  /** A decimal as it is written in a document. Throws on NaN, infinities and texts that are no number. */
  static of(value: number | string): Exact {
    const exact = Exact.parse(String(value))
    if (!exact) throw new RangeError(`${value} is not a decimal number`)
    return exact
  }

  static sum(values: readonly Exact[]): Exact {
    return values.reduce((sum, value) => sum.plus(value), Exact.zero)
  }

  plus(other: Exact): Exact {
    if (this.denominator === other.denominator) return new Exact(this.numerator + other.numerator, this.denominator)
    if (this.denominator % other.denominator === 0n) {
      const scale = this.denominator / other.denominator
      return new Exact(this.numerator + other.numerator * scale, this.denominator)
    }
    if (other.denominator % this.denominator === 0n) return other.plus(this)
    return new Exact(this.numerator * other.denominator + other.numerator * this.denominator, this.denominator * other.denominator)
  }

  minus(other: Exact): Exact {
    return this.plus(new Exact(-other.numerator, other.denominator))
  }

  times(other: Exact): Exact {
    return new Exact(this.numerator * other.numerator, this.denominator * other.denominator)
  }

  /** Throws a RangeError when the divisor is zero. */
  over(other: Exact | number): Exact {
    const divisor = typeof other === 'number' ? Exact.of(other) : other
    if (divisor.numerator === 0n) throw new RangeError('division by zero')
    const sign = divisor.numerator < 0n ? -1n : 1n
    return new Exact(this.numerator * divisor.denominator * sign, this.denominator * divisor.numerator * sign)
  }

  /** Negative, zero or positive, as for `sort`. */
  compare(other: Exact): number {
    const difference =
      this.denominator === other.denominator
        ? this.numerator - other.numerator
        : this.numerator * other.denominator - other.numerator * this.denominator
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }

  /** Whether the number is a whole multiple of a positive step. */
  isMultipleOf(step: Exact): boolean {
    return (this.numerator * step.denominator) % (this.denominator * step.numerator) === 0n
  }

  /**
   * Rounded to a number of decimals; unchanged when `decimals` is undefined. `half-up` carries a half away from
   * zero, `half-even` to the even digit, `down` cuts off towards zero.
   */
  round(decimals: number | undefined, mode: RoundingMode): Exact {
    if (decimals === undefined) return this
    const scale = tenTo(decimals)
    const scaled = this.numerator * scale
    const magnitude = scaled < 0n ? -scaled : scaled
    const whole = magnitude / this.denominator
    const twiceRest = (magnitude % this.denominator) * 2n
    const carries =
      mode !== 'down' && (twiceRest > this.denominator || (twiceRest === this.denominator && (mode === 'half-up' || whole % 2n === 1n)))
    const rounded = carries ? whole + 1n : whole
    return new Exact(scaled < 0n ? -rounded : rounded, scale)
  }

  /**
   * Decimal text: with exactly `decimals` digits after the point for a number rounded to them; otherwise every digit
   * the number has, and twelve digits where it has endlessly many.
   */
  toText(decimals?: number): string {
    const shown = decimals ?? Math.min(this.finiteDecimals() ?? 12, 40)
    const { numerator } = this.round(shown, 'half-up')
    const digits = String(numerator < 0n ? -numerator : numerator).padStart(shown + 1, '0')
    const sign = numerator < 0n ? '-' : ''
    return shown === 0 ? sign + digits : `${sign}${digits.slice(0, -shown)}.${digits.slice(-shown)}`
  }

  /** For charts and statistics only: the nearest binary number. */
  toNumber(): number {
    return Number(this.toText())
  }

  /** How many decimals write the number completely; null when no number of them does. */
  private finiteDecimals(): number | null {
    // what was read as decimals and added up stands over a power of ten
    const places = powers.indexOf(this.denominator)
    if (places >= 0) {
      let spare = 0
      for (let rest = this.numerator; spare < places && rest % 10n === 0n; rest /= 10n) spare += 1
      return places - spare
    }
    let rest = this.denominator / gcd(this.numerator, this.denominator)
    let twos = 0
    let fives = 0
    for (; rest % 2n === 0n; twos += 1) rest /= 2n
    for (; rest % 5n === 0n; fives += 1) rest /= 5n
    return rest === 1n ? Math.max(twos, fives) : null
  }
}

const powers: bigint[] = []

function tenTo(exponent: number): bigint {
  return (powers[exponent] ??= 10n ** BigInt(exponent))
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
