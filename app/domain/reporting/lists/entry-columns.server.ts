import type { ExportedEntry } from '~/domain/entries/precheck/entry-list.server'
import type { Field } from '~/domain/entries/section'
import type { Column } from '~/gateways/tables.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { say, type Lang } from '~/i18n/language'
import { fieldText } from '~/domain/entries/precheck/field-text'

interface EntryColumns {
  lang: Lang
  timezone: string
  fields: readonly Field[]
  /** whether mobile numbers and addresses are among the columns */
  contacts: boolean
  /** how the house calls a school or company */
  nameOf: (name: string) => string
}

/** The columns of a list of entries, the config’s fields included. */
export function entryColumns({ lang, timezone, fields, contacts, nameOf }: EntryColumns): Column<ExportedEntry>[] {
  const t = translator(lang, 'console')
  const regions = new Intl.DisplayNames([lang], { type: 'region' })
  const people =
    (role: 'author' | 'instructor', what: (person: ExportedEntry['authors'][number]) => string | null) => (entry: ExportedEntry) =>
      entry.authors
        .filter((person) => person.role === role)
        .map(what)
        .filter(Boolean)
        .join('; ')
  const column = (header: string, value: Column<ExportedEntry>['value'], width?: number): Column<ExportedEntry> => ({
    header,
    value,
    ...(width ? { width } : {}),
  })
  return [
    column(t('col.number'), ({ number }) => number, 12),
    column(t('col.code'), ({ code }) => code, 12),
    column(t('col.title'), ({ title }) => title, 28),
    column(t('col.group'), ({ group }) => say({ zh: group.nameZh, en: group.nameEn }, lang)),
    column(t('col.track'), ({ track }) => track && say({ zh: track.nameZh, en: track.nameEn }, lang)),
    column(t('col.state'), ({ state }) => t(`entryState.${state}`), 10),
    column(t('col.origin'), ({ origin }) => t(`origin.${origin}`), 10),
    column(t('col.submitted'), ({ submittedAt }) => submittedAt && formatDateTime(submittedAt, lang, timezone), 22),
    column(
      t('col.authors'),
      people('author', ({ name }) => name),
      20,
    ),
    column(
      t('col.latin'),
      people('author', ({ nameLatin }) => nameLatin),
      20,
    ),
    column(
      t('col.organisation'),
      people('author', ({ organisation }) => organisation),
      28,
    ),
    column(
      t('col.countedAs'),
      people('author', ({ organisation }) => nameOf(organisation)),
      28,
    ),
    column(
      t('col.country'),
      people('author', ({ country }) => regions.of(country) ?? country),
      10,
    ),
    column(
      t('col.instructors'),
      people('instructor', ({ name }) => name),
      16,
    ),
    ...(contacts
      ? [
          column(
            t('col.mobile'),
            people('author', ({ mobile }) => mobile && mobileText(mobile)),
            20,
          ),
          column(
            t('col.email'),
            people('author', ({ email }) => email),
            28,
          ),
        ]
      : []),
    ...fields
      .filter(({ id }) => id !== 'title')
      .map((field) =>
        column(say(field.label, lang), ({ fields: answers }) => fieldText(field, (answers as Record<string, unknown>)[field.id], lang), 20),
      ),
    column(t('col.flags'), ({ _count }) => _count.flagsA + _count.flagsB, 8),
  ]
}

/** (+86) 13800138000: a number that begins with a bracket is text to every spreadsheet and needs no apostrophe. */
const mobileText = (mobile: string) => mobile.replace(/^\+(86|1|7|\d{2})/, '(+$1) ')
