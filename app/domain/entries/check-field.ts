import { Temporal } from 'temporal-polyfill'
import { countCharacters } from './clean-text'
import type { Fault, FaultReason } from './fault'
import type { Field } from './section'

/** What is wrong with the answer to one question of the form. */
export function checkField(field: Field, answer: string | string[] | undefined): Fault[] {
  const at = `field.${field.id}`
  const fault = (reason: FaultReason, detail?: Fault['detail']): Fault[] => [{ at, reason, ...(detail && { detail }) }]
  const given = Array.isArray(answer) ? answer : answer ? [answer] : []
  if (given.length === 0) return field.optional ? [] : fault('required')
  const text = given[0] ?? ''

  switch (field.type) {
    case 'text':
    case 'longtext': {
      const length = countCharacters(text)
      if (length > field.max) return fault('too-long', { max: field.max, length })
      return field.min && length < field.min ? fault('too-short', { min: field.min, length }) : []
    }
    case 'number':
    case 'percent': {
      const value = readNumber(text)
      if (value === null) return fault('not-a-number')
      const shown = (bound: number) => (field.type === 'percent' ? `${bound}%` : bound)
      if (field.min !== undefined && value < field.min) return fault('too-small', { min: shown(field.min) })
      if (field.max !== undefined && value > field.max) return fault('too-big', { max: shown(field.max) })
      const decimals = field.type === 'number' ? field.decimals : 1
      return decimalsOf(text) > decimals ? fault('too-many-decimals', { decimals }) : []
    }
    case 'choice':
      return field.options.some(({ id }) => id === text) ? [] : fault('not-an-option')
    case 'choices': {
      if (given.some((id) => !field.options.some((option) => option.id === id))) return fault('not-an-option')
      return field.max && given.length > field.max ? fault('too-many-choices', { max: field.max }) : []
    }
    case 'yes-no':
      return text === 'yes' || text === 'no' ? [] : fault('not-an-option')
    case 'date':
      return isDay(text) ? [] : fault('not-a-date')
    case 'url':
      return isWebAddress(text) ? [] : fault('not-an-address')
  }
}

/** A number as people type it: full-width digits, a percent sign, a comma for the decimal point. */
export function readNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[%\s]/g, '')
    .replace(/^(-?\d+),(\d+)$/, '$1.$2')
  return /^-?\d{1,12}(\.\d{1,8})?$/.test(plain) ? Number(plain) : null
}

const decimalsOf = (text: string) => /[.,](\d+)/.exec(text.normalize('NFKC'))?.[1]?.length ?? 0

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** Only http and https: anything else would run or open something on the screen of whoever clicks it. */
function isWebAddress(text: string): boolean {
  const address = parseOrNull(text)
  return address !== null && (address.protocol === 'https:' || address.protocol === 'http:') && address.hostname.includes('.')
}

function parseOrNull(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
