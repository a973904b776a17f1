import type { Quote, QuoteLine } from '~/domain/booths/quote'
import type { Expo } from '~/domain/booths/section'
import { plainAmount } from '~/domain/money'
import type { Money } from '~/domain/money'
import type { EventConfig } from '~/domain/setup/event-config'
import { resolveDate } from '~/domain/setup/resolve-dates'
import { formatDate } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import type { QuoteText } from '~/ui/floor-plan/quote-table'

/** `¥19,404`, `US$2,800.50`: without the part after the point when it is nothing. */
export function shownMoney(money: Money, lang: Lang): string {
  const whole = money.minor % 100n === 0n
  const text = plainAmount(money)
  return new Intl.NumberFormat(lang, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(text as unknown as number)
}

/** For the narrow stand of a plan: whole units, rounded, without the currency where there is no room for it. */
export function roundMoney({ minor, currency }: Money, lang: Lang, withCurrency: boolean): string {
  const whole = (minor + 50n) / 100n
  const style = withCurrency ? { style: 'currency' as const, currency, maximumFractionDigits: 0 } : {}
  return new Intl.NumberFormat(lang, style).format(whole)
}

interface Told {
  expo: Expo
  config: Pick<EventConfig, 'timezone'>
  lang: Lang
}

/** A quote in the words of the page: every line with the name of its rule. */
export function quoteText({ lines, total, validUntil }: Quote, { expo, config, lang }: Told): QuoteText {
  return {
    lines: lines.map((line) => ({
      rule: ruleName(line.rule, expo, lang),
      note: noteOf(line, lang),
      amount: shownMoney(line.amount, lang),
    })),
    total: shownMoney(total, lang),
    until: validUntil && formatDate(resolveDate(validUntil, config.timezone).start, lang, config.timezone, true),
  }
}

function ruleName(id: string, { prices }: Expo, lang: Lang): string {
  const t = translator(lang, 'booths')
  const rule = prices.find((price) => price.id === id)
  return say(rule?.name, lang) || (rule?.for ? t(`kind.${rule.for}`) : id)
}

function noteOf({ units, percent, limited, amount }: QuoteLine, lang: Lang): string {
  const t = translator(lang, 'booths')
  if (units) {
    const each = shownMoney({ minor: BigInt(units.each.replace('.', '')), currency: amount.currency }, lang)
    return `${t('panel.unit', { each, count: units.count })} · ${t(`panel.per.${units.per}`)}`
  }
  return [percent?.replace(/^(?=\d)/, '+').replace('-', '−'), limited && t('panel.limited')].filter(Boolean).join(' · ')
}
