import type { Localized } from '~/domain/events/localized'
import { countries } from '~/i18n/countries'
import type { EntryContent } from '../entry-content'
import { readNumber } from '../check-field'
import { readEntryForm } from '../read-entry-form'
import type { Field } from '../section'
import type { Terms } from '../terms'
import { fieldsOf } from '../terms'
import { plainLabel } from './columns'

/** An entry that says nothing yet: what a line of a sheet is read over. */
const empty: EntryContent = { groupId: '', trackId: null, fields: {}, authors: [], instructors: [] }

/**
 * What a line of the sheet says, as the entry form would have it: names of groups and options become their ids, dates and
 * numbers the form the fields take; what is no such thing stays as it was typed and is found to be wrong later.
 * `organisation` stands for schools and companies left empty.
 */
export function contentOfRow(terms: Terms, values: Readonly<Record<string, string>>, organisation: string): EntryContent {
  const { groups, tracks } = terms.contest
  const named = new Map<string, string[]>()
  const say = (name: string, ...given: string[]) => named.set(name, given)
  // one group needs no column
  const groupId = values.group ? idOf(groups, values.group) : groups.length === 1 ? (groups[0]?.id ?? '') : ''
  say('group', groupId)
  say('track', idOf(tracks, values.track ?? ''))
  for (const field of fieldsOf(terms, groupId)) say(`field.${field.id}`, ...answerOf(field, values[`field.${field.id}`] ?? ''))
  say('authors.asked', '1')
  say('instructors.asked', '1')
  const who = groups.find(({ id }) => id === groupId)?.who
  for (let n = 0; n < 10; n += 1) {
    const name = values[`author.${n}.name`]
    if (!name && !hasPart(values, `author.${n}.`)) continue
    const given = values[`author.${n}.organisation`] ?? ''
    const independent = /^(独立|自由|个人|independent|freelance)/i.test(given) && who !== 'student'
    say(`author.${n}.name`, name ?? '')
    say(`author.${n}.nameLatin`, values[`author.${n}.nameLatin`] ?? '')
    say(`author.${n}.independent`, independent ? 'yes' : '')
    say(`author.${n}.organisation`, given || organisation)
    say(`author.${n}.country`, countryOf(values[`author.${n}.country`] ?? ''))
    say(`author.${n}.bornOn`, dayOf(values[`author.${n}.bornOn`] ?? ''))
    say(`author.${n}.mobile`, (values[`author.${n}.mobile`] ?? '').normalize('NFKC').replace(/[\s-]/g, ''))
    say(`author.${n}.email`, (values[`author.${n}.email`] ?? '').normalize('NFKC').trim())
  }
  for (let n = 0; n < 5; n += 1) {
    if (!hasPart(values, `instructor.${n}.`)) continue
    say(`instructor.${n}.name`, values[`instructor.${n}.name`] ?? '')
    say(`instructor.${n}.organisation`, values[`instructor.${n}.organisation`] ?? organisation)
  }
  const form = { get: (name: string) => named.get(name)?.[0] ?? null, getAll: (name: string) => named.get(name) ?? [] }
  return readEntryForm(form, terms, empty)
}

const hasPart = (values: Readonly<Record<string, string>>, prefix: string) =>
  Object.entries(values).some(([id, value]) => id.startsWith(prefix) && value)

/** The id of what was named in either language or by its id; the text itself when nothing is called so. */
function idOf(options: readonly { id: string; name: Localized }[], given: string): string {
  const plain = plainLabel(given)
  return options.find(({ id, name }) => [id, name.zh, name.en].some((one) => one && plainLabel(one) === plain))?.id ?? given
}

function answerOf(field: Field, given: string): string[] {
  switch (field.type) {
    case 'choice':
      return [idOf(field.options, given)]
    case 'choices': {
      // an option may have a slash or comma in its own name
      const whole = idOf(field.options, given)
      if (whole !== given) return [whole]
      return given
        .split(/[、，,；;/|\n]+/)
        .map((one) => one.trim())
        .filter(Boolean)
        .map((one) => idOf(field.options, one))
    }
    case 'yes-no':
      return [/^(是|有|yes|y|true|1|√|✓)$/i.test(given.trim()) ? 'yes' : /^(否|无|no|n|false|0|×)$/i.test(given.trim()) ? 'no' : given]
    case 'date':
      return [dayOf(given)]
    case 'percent': {
      // a cell formatted as 85% holds 0.85
      const value = readNumber(given)
      return [value !== null && value > 0 && value <= 1 && !/[%％]/.test(given) ? String(Number((value * 100).toFixed(4))) : given]
    }
    default:
      return [given]
  }
}

/** 2004/5/1, 2004年5月1日, 20040501 and 2004.5.1 are 2004-05-01. */
function dayOf(given: string): string {
  const [, year, month, day] = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(given.normalize('NFKC').trim()) ?? []
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : given
}

const countryCodes = new Map<string, string>()
function countryOf(given: string): string {
  if (!given) return 'CN'
  if (countryCodes.size === 0) {
    for (const lang of ['zh-CN', 'en'] as const) for (const { value, label } of countries(lang)) countryCodes.set(plainLabel(label), value)
    for (const name of ['中国大陆', '中国内地', '大陆', 'prchina', 'mainlandchina']) countryCodes.set(name, 'CN')
    for (const [name, code] of [
      ['香港', 'HK'],
      ['澳门', 'MO'],
      ['台湾', 'TW'],
      ['usa', 'US'],
      ['uk', 'GB'],
    ] as const)
      countryCodes.set(name, code)
  }
  return countryCodes.get(plainLabel(given)) ?? (/^[A-Z]{2}$/i.test(given) ? given.toUpperCase() : 'CN')
}
