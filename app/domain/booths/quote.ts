import { addMoney, noMoney, partOfMoney, readMoney } from '~/domain/money'
import type { Currency, Money } from '~/domain/money'
import { parseLocalSpan, openingOf } from '~/domain/events/local-date'
import { amountIn } from './check-prices'
import type { Expo, PriceRule } from './section'

/** What a price depends on. `area` in square decimetres; `local` the moment in the event's own time, `2026-11-20T17:00`. */
export interface Priced {
  kind: 'standard' | 'raw'
  zone: string | null
  area: number
  booths: number
  openings: number
  editions: number
  currency: 'CNY' | 'USD'
  local: string
}

/** `rule` is the id in the event file; `limited` when a discount stopped at nothing left to pay. */
export interface QuoteLine {
  rule: string
  amount: Money
  /** of fixed prices: how many units of which price */
  units?: { count: string; each: string; per: '9m2' | 'm2' | 'booth' }
  percent?: string
  limited?: boolean
}

/** `validUntil` is the first date, as the file writes it, on which one of the rules would decide otherwise; null for none. */
export interface Quote {
  lines: QuoteLine[]
  total: Money
  validUntil: string | null
}

/**
 * What a stand costs: every rule of the file from top to bottom, each line naming its rule. A percentage is worked out on
 * the lines it names, else on all above it, and rounded to the minor unit half away from zero; a discount never takes more
 * than is left, so a total is never negative. Null when no rule gives an amount in the exhibitor's currency.
 */
export function quoteFor(prices: Expo['prices'], asked: Priced): Quote | null {
  const lines: QuoteLine[] = []
  let total = noMoney(asked.currency)
  for (const price of prices) {
    if (!applies(price, asked) || price.unless?.some((id) => lines.some(({ rule }) => rule === id))) continue
    const line = price.add === undefined ? fixed(price, asked) : share(price, lines, total, asked.currency)
    if (!line) continue
    lines.push(line)
    total = addMoney(total, line.amount)
  }
  if (!lines.some(({ units }) => units)) return null
  return { lines, total, validUntil: nextChange(prices, asked) }
}

function applies({ for: kind, when = {} }: PriceRule, asked: Priced): boolean {
  return (kind === undefined || kind === asked.kind) && fits(when, asked) && inTime(when, asked.local)
}

const fits = (when: NonNullable<PriceRule['when']>, asked: Priced) =>
  (when.openings === undefined || asked.openings >= when.openings) &&
  (when.editions === undefined || asked.editions >= when.editions) &&
  (when.zone === undefined || asked.zone === when.zone)

const inTime = (when: NonNullable<PriceRule['when']>, local: string) =>
  (when.before === undefined || local < opening(when.before)) && (when.from === undefined || local >= opening(when.from))

/** The first moment of a date text as `2026-12-01T00:00:00`, which sorts as text. */
function opening(text: string): string {
  const span = parseLocalSpan(text)
  return span ? openingOf(span.start).toString({ smallestUnit: 'second' }) : text
}

function fixed(price: PriceRule, { area, booths, currency }: Priced): QuoteLine | null {
  const each = amountIn(price, currency)
  const money = each === undefined ? null : readMoney(each.toFixed(2), currency)
  if (!money) return null
  const per = price.per ?? 'booth'
  // whole square decimetres over what one unit holds, so that 12 m² of a price per 9 m² is four thirds exactly
  const [top, bottom]: [bigint, bigint] = per === 'booth' ? [BigInt(booths), 1n] : [BigInt(area), per === '9m2' ? 900n : 100n]
  return {
    rule: price.id,
    amount: partOfMoney(money, [top, bottom]),
    units: { count: shown(top, bottom), each: each?.toFixed(2) ?? '', per },
  }
}

/** A count with at most two decimals, for people; amounts are worked out on the exact fraction. */
const shown = (top: bigint, bottom: bigint) => String(Math.round((Number(top) / Number(bottom)) * 100) / 100)

function share(price: PriceRule, lines: readonly QuoteLine[], total: Money, currency: Currency): QuoteLine | null {
  const ground = lines.filter(({ rule }) => price.after?.includes(rule) ?? true)
  if (ground.length === 0 || price.add === undefined) return null
  const base = addMoney(noMoney(currency), ...ground.map(({ amount }) => amount))
  const full = partOfMoney(base, percentage(price.add))
  const limited = total.minor + full.minor < 0n
  const amount = limited ? { minor: -total.minor, currency } : full
  return { rule: price.id, amount, percent: price.add, ...(limited && { limited }) }
}

/** `-12.5%` as whole numbers over a hundred: [-125n, 1000n]. */
function percentage(text: string): [bigint, bigint] {
  const [, sign = '', whole = '0', part = ''] = /^([+-]?)(\d+)(?:\.(\d+))?%$/.exec(text) ?? []
  const top = BigInt(whole + part)
  return [sign === '-' ? -top : top, 100n * 10n ** BigInt(part.length)]
}

/** The nearest date after now at which a rule that fits this stand begins or ends. */
function nextChange(prices: Expo['prices'], asked: Priced): string | null {
  const dates = prices
    .filter(({ for: kind, when }) => when && (kind === undefined || kind === asked.kind) && fits(when, asked))
    .flatMap(({ when }) => [when?.before, when?.from].filter((date) => date !== undefined))
    .filter((date) => opening(date) > asked.local)
  return dates.sort((a, b) => (opening(a) < opening(b) ? -1 : 1))[0] ?? null
}
