import type { Borne, TaxRule } from '~/domain/judging/payment-rules'
import { type Money, addMoney, partOfMoney, readMoney } from '~/domain/money'
import { invariant } from '~/invariant'

export interface Taxed {
  gross: Money
  tax: Money
  /** what the payee gets: gross without tax, to the minor unit */
  net: Money
}

const negative = (money: Money): Money => ({ ...money, minor: -money.minor })

/** The tax on one person’s gross amount. Throws a RangeError for another currency than the rule’s. */
export function taxOn(gross: Money, rule: TaxRule): Taxed {
  if (gross.currency !== rule.currency) throw new RangeError(`${gross.currency} taxed by a rule in ${rule.currency}`)
  const { currency } = gross
  const read = (text: string): Money => {
    const amount = readMoney(text, currency)
    invariant(amount, `a tax rule was checked: ${text}`)
    return amount
  }
  const reaches = (line: { upTo?: string | undefined }, amount: Money) => line.upTo === undefined || amount.minor <= read(line.upTo).minor
  const free = rule.allowance.find((line) => reaches(line, gross))
  const allowance = free ? addMoney(read(free.amount ?? '0'), partOfMoney(gross, [BigInt(free.percent ?? 0), 100n])) : read('0')
  const taxable = atLeastNothing(addMoney(gross, negative(allowance)))
  const band = rule.bands.find((line) => reaches(line, taxable)) ?? rule.bands.at(-1)
  invariant(band, 'a tax rule has a band')
  const full = atLeastNothing(addMoney(partOfMoney(taxable, [BigInt(band.rate), 100n]), negative(read(band.less))))
  const tax = full.minor > gross.minor ? gross : full
  return { gross, tax, net: addMoney(gross, negative(tax)) }
}

const atLeastNothing = (money: Money): Money => (money.minor < 0n ? { ...money, minor: 0n } : money)

/**
 * What is paid for a promised amount. Borne by the payee, tax is taken off it; borne by the host, gross is the least
 * amount of which the promised one is left. Throws a RangeError where a rule would leave nothing of any amount.
 */
export function withTax(promised: Money, rule: TaxRule, borne: Borne): Taxed {
  if (borne === 'payee' || promised.minor === 0n) return taxOn(promised, rule)
  const netOf = (minor: bigint) => taxOn({ ...promised, minor }, rule).net.minor
  let high = promised.minor
  while (netOf(high) < promised.minor) {
    high *= 2n
    if (high > promised.minor * 1_000n) throw new RangeError('no gross amount leaves the promised one')
  }
  let low = promised.minor
  while (low < high) {
    const middle = (low + high) / 2n
    if (netOf(middle) >= promised.minor) high = middle
    else low = middle + 1n
  }
  return taxOn({ ...promised, minor: high }, rule)
}
