import { checkKnown, checkUnique, idsOf } from './check-references'
import type { Contest } from './event-config'
import type { Finding } from './problem'

/** Taxes and stages that payments name, and that every amount is in the currency of its tax. */
export function checkPayments({ payments, awards, stages }: Contest): Finding[] {
  const at = ['contest', 'payments']
  const taxes = idsOf(payments?.taxes ?? [])
  const inCurrency = (sum: string | undefined, tax: string | undefined, path: PropertyKey[]): Finding[] => {
    const rule = payments?.taxes.find(({ id }) => id === tax)
    if (!rule || sum === undefined || sum.startsWith(rule.currency)) return []
    const message = `${sum} is not in the currency of its tax ${rule.id}, ${rule.currency}`
    return [{ path, message, zh: `${sum} 与计税规则 ${rule.id} 的币种 ${rule.currency} 不同` }]
  }
  const ofAwards = awards.flatMap((award, index) => {
    const path = ['contest', 'awards', index]
    return [
      ...checkKnown([...path, 'tax'], award.tax, taxes, 'tax'),
      ...inCurrency(award.prize, award.tax ?? payments?.prizes.tax, [...path, 'prize']),
    ]
  })
  if (!payments) return ofAwards
  const judged = stages.filter((stage) => 'panel' in stage)
  return [
    ...ofAwards,
    ...checkUnique([...at, 'taxes'], payments.taxes, 'tax'),
    ...checkKnown([...at, 'prizes', 'tax'], payments.prizes.tax, taxes, 'tax'),
    ...payments.fees.flatMap((fee, index) => {
      const path = [...at, 'fees', index]
      return [
        ...checkKnown([...path, 'stage'], fee.stage, idsOf(judged), 'stage'),
        ...checkKnown([...path, 'tax'], fee.tax, taxes, 'tax'),
        ...(['judge', 'chair', 'adviser'] as const).flatMap((key) => inCurrency(fee[key], fee.tax, [...path, key])),
      ]
    }),
  ]
}
