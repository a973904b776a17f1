import { type Currency, type Money, addMoney, noMoney } from '~/domain/money'

export interface Totals {
  currency: Currency
  gross: Money
  tax: Money
  net: Money
}

/** Sums of a list, one for each currency in it. */
export function paymentTotals(rows: readonly { gross: Money; tax: Money; net: Money }[]): Totals[] {
  return [...new Set(rows.map(({ gross }) => gross.currency))].map((currency) => {
    const of = rows.filter(({ gross }) => gross.currency === currency)
    const sum = (column: 'gross' | 'tax' | 'net') => addMoney(noMoney(currency), ...of.map((row) => row[column]))
    return { currency, gross: sum('gross'), tax: sum('tax'), net: sum('net') }
  })
}
