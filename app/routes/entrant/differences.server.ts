import type { TFunction } from 'i18next'
import type { EntryContent } from '~/domain/entries/entry-content'
import { fieldText } from '~/domain/entries/precheck/field-text'
import { fieldsOf } from '~/domain/entries/terms'
import type { Terms } from '~/domain/entries/terms'
import { countryName } from '~/i18n/countries'
import { translator } from '~/i18n/i18n.server'
import { say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import type { Difference } from '~/ui/entrant/editor-view'
import { partLabel } from './words.server'

/** What differs between what is saved and what somebody would have saved, part by part, in words. */
export function differences(terms: Terms, current: EntryContent, yours: EntryContent, lang: Lang): Difference[] {
  const theirs = lines(terms, current, lang)
  const own = lines(terms, yours, lang)
  const t = translator(lang, 'entrant')
  return [...new Set([...theirs.keys(), ...own.keys()])]
    .map((at) => ({ at, label: partLabel(t, at, terms, yours.groupId, lang), theirs: theirs.get(at) ?? '', yours: own.get(at) ?? '' }))
    .filter((one) => one.theirs !== one.yours)
}

function lines(terms: Terms, content: EntryContent, lang: Lang): Map<string, string> {
  const t = translator(lang, 'entrant')
  const name = (list: readonly { id: string; name: { zh: string; en: string } }[], id: string | null) =>
    say(list.find((one) => one.id === id)?.name, lang)
  return new Map([
    ['group', name(terms.contest.groups, content.groupId)],
    ['track', name(terms.contest.tracks, content.trackId)],
    ...fieldsOf(terms, content.groupId).map((field): [string, string] => [
      `field.${field.id}`,
      fieldText(field, content.fields[field.id], lang),
    ]),
    ...content.authors.map((author, n): [string, string] => [`author.${n}.name`, authorText(t, author, lang)]),
    ...content.instructors.map(({ name: who, organisation }, n): [string, string] => [
      `instructor.${n}.name`,
      [who, organisation].filter(Boolean).join(t('comma')),
    ]),
  ])
}

/** An author in one line: 林知夏 Lin Zhixia、示例大学、中国. */
export function authorText(t: TFunction<'entrant'>, author: EntryContent['authors'][number], lang: Lang, withContact = true): string {
  const { name, nameLatin, organisation, independent, country, bornOn, mobile, email } = author
  const who = [name, nameLatin].filter(Boolean).join(' ')
  const parts = [
    who,
    independent ? t('receipt.independent') : organisation,
    countryName(country, lang),
    ...(withContact ? [bornOn, mobile, email] : []),
  ]
  return parts.filter(Boolean).join(t('comma'))
}
