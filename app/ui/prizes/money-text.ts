import { type Money, plainAmount } from '~/domain/money'
import type { Lang } from '~/i18n/language'

/** ¥40,000.00: an amount for people, from its decimal text so that no fen is lost in a binary fraction. */
export const moneyText = (money: Money, lang: Lang): string =>
  new Intl.NumberFormat(lang, { style: 'currency', currency: money.currency }).format(plainAmount(money) as `${number}`)
