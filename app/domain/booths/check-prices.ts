import { Temporal } from 'temporal-polyfill'
import { closingOf, openingOf, parseLocalSpan } from '~/domain/events/local-date'
import { currencies } from '~/domain/money'
import type { Floor, Stand } from './stand'
import type { FloorFault } from './floor-fault'
import type { Expo, PriceRule } from './section'

type Words = { en: string; zh: string }
const before = Temporal.PlainDateTime.compare

/**
 * Price rules that no stand and no day can ever reach, that have nothing to be worked out on, that take away more than
 * there is, or that lack a currency others are quoted in. `window` is the date text in which exhibitors apply.
 */
export function checkPrices({ prices, payees }: Pick<Expo, 'prices' | 'payees'>, floor: Floor, window: string | undefined): FloorFault[] {
  const stands = floor.halls.flatMap((hall) => hall.stands).filter(({ forSale }) => forSale)
  const used = currencies.filter((currency) => prices.some((price) => amountIn(price, currency) !== undefined))
  return [
    ...prices.flatMap((price, index) => {
      const path = ['expo', 'prices', index]
      const why = stands.length > 0 ? (unmet(price, stands) ?? outOfTime(price, window)) : null
      return [
        ...(why ? [fault(path, `${price.id} can never apply: ${why.en}`, `${price.id} 永远不会生效：${why.zh}`)] : []),
        ...checkGround(price, prices.slice(0, index), path),
        ...checkDiscount(price, path),
        ...checkCurrencies(price, used, path),
      ]
    }),
    ...Object.keys(payees ?? {})
      .filter((currency) => prices.length > 0 && !used.some((known) => known === currency))
      .map((currency) =>
        fault(
          ['expo', 'payees', currency],
          `no price is given in ${currency}, which has a payee`,
          `${currency} 有收款主体，却没有任何 ${currency} 价目`,
        ),
      ),
  ]
}

export const amountIn = (price: PriceRule, currency: string): number | undefined =>
  currency === 'CNY' ? price.CNY : currency === 'USD' ? price.USD : undefined

const fault = (path: readonly PropertyKey[], message: string, zh: string): FloorFault => ({ path, message, zh })

/** The condition that no stand of the floor meets; null when one meets them all. */
function unmet({ for: kind, when }: PriceRule, stands: readonly Stand[]): Words | null {
  const ofKind = stands.filter((stand) => kind === undefined || stand.kind === kind)
  if (ofKind.length === 0)
    return kind === 'raw'
      ? { en: 'the floor has no raw space', zh: '平面图没有光地' }
      : { en: 'the floor has no standard stand', zh: '平面图没有标准展位' }
  const inZone = ofKind.filter((stand) => when?.zone === undefined || stand.zone === when.zone)
  if (inZone.length === 0) return { en: `no such stand lies in the zone ${when?.zone}`, zh: `${when?.zone} 展区没有这类展位` }
  const open = when?.openings ?? 0
  if (inZone.some(({ openings }) => openings.length >= open)) return null
  const most = Math.max(...inZone.map(({ openings }) => openings.length))
  return { en: `no such stand has ${open} open sides, the most is ${most}`, zh: `没有 ${open} 开口的这类展位，最多 ${most} 开口` }
}

function outOfTime({ when }: PriceRule, window: string | undefined): Words | null {
  const [from, until] = [spanOf(when?.from), spanOf(when?.before)]
  if (from && until && before(openingOf(from.start), openingOf(until.start)) >= 0)
    return { en: `from ${when?.from} is not before ${when?.before}`, zh: `from ${when?.from} 不早于 before ${when?.before}` }
  const open = spanOf(window)
  if (open && until && before(openingOf(until.start), openingOf(open.start)) < 0)
    return { en: `applications open after ${when?.before} (${window})`, zh: `${when?.before} 之后才开始申请（${window}）` }
  if (open && from && before(openingOf(from.start), closingOf(open.end)) > 0)
    return { en: `applications close before ${when?.from} (${window})`, zh: `${when?.from} 之前申请已截止（${window}）` }
  return null
}

const spanOf = (text: string | undefined) => (text === undefined ? null : parseLocalSpan(text))

function checkGround(price: PriceRule, above: readonly PriceRule[], path: readonly PropertyKey[]): FloorFault[] {
  if (price.add === undefined) return []
  const ground = above.filter(({ id }) => price.after?.includes(id) ?? true)
  const meets = ground.some(({ for: kind }) => kind === undefined || price.for === undefined || kind === price.for)
  if (meets) return []
  return [
    fault(
      [...path, 'add'],
      `${price.id} can never apply: no price above it gives an amount to add ${price.add} to`,
      `${price.id} 永远不会生效：前面没有可供计算 ${price.add} 的价目`,
    ),
  ]
}

function checkDiscount({ id, add }: PriceRule, path: readonly PropertyKey[]): FloorFault[] {
  if (add === undefined || Number.parseFloat(add) >= -100) return []
  return [
    fault([...path, 'add'], `${id} takes away ${add}, more than there is; at most -100%`, `${id} 减去 ${add}，超过全部金额；最多 -100%`),
  ]
}

function checkCurrencies(price: PriceRule, used: readonly string[], path: readonly PropertyKey[]): FloorFault[] {
  if (price.add !== undefined && price.CNY === undefined && price.USD === undefined) return []
  const missing = used.filter((currency) => amountIn(price, currency) === undefined)
  if (missing.length === 0) return []
  return [
    fault(
      path,
      `${price.id} has no amount in ${missing.join(', ')}, which other prices have; an exhibitor is quoted in one currency throughout`,
      `${price.id} 缺 ${missing.join('、')} 金额，而其他价目有；一家展商的报价须全用一种币种`,
    ),
  ]
}
