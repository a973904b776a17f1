import type { i18n, ParseKeys, TFunction } from 'i18next'

/** Kinds of events where people or machines are judged instead of works, and what the catalogue calls each. */
const families: Record<string, 'skills' | 'equipment'> = { 'skills-contest': 'skills', 'equipment-contest': 'equipment' }

type Instead = Extract<ParseKeys<'site'>, `instead.${string}`>

/**
 * The public pages’ words for one kind of event: 选手 in a skills contest and 机台 in an equipment contest, where a design
 * contest says 作品. What differs stands under `instead` in the catalogue, by the key it stands in for.
 */
export function contestWords(t: TFunction<'site'>, catalogue: Pick<i18n, 'exists'>, kind: string | undefined): TFunction<'site'> {
  const family = families[kind ?? '']
  if (!family) return t
  const usual = t as (key: string, values?: Record<string, unknown>) => string
  const words = (key: string, values: Record<string, unknown> = {}) => {
    const own = `instead.${family}.${key}`
    return catalogue.exists(own, { ns: 'site' }) ? t(own as Instead, values) : usual(key, values)
  }
  return words as unknown as TFunction<'site'>
}
