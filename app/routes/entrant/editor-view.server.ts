import type { TFunction } from 'i18next'
import { acceptOf, byteLimit, typeLabels } from '~/domain/entries/accept-file'
import { asksBirthday } from '~/domain/entries/eligibility'
import { newAuthor } from '~/domain/entries/entry-content'
import type { FaultReason } from '~/domain/entries/fault'
import { fileAddress } from '~/domain/entries/file-address.server'
import { asItLies, pixelsNeeded } from '~/domain/entries/file-fault'
import type { OwnEntry, OwnFile } from '~/domain/entries/queries.server'
import type { Field, FileRule } from '~/domain/entries/section'
import { fieldsOf, groupOf, slotsOf } from '~/domain/entries/terms'
import type { Terms } from '~/domain/entries/terms'
import { countries } from '~/i18n/countries'
import { formatBytes, formatNumber } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import type { AuthorView, EditorView, FieldView, FileView, Missing, SlotView } from '~/ui/entrant/editor-view'
import { faultText, organisationLabel, partLabel } from './words.server'

type T = TFunction<'entrant'>

/** An entry as the editor shows it, in one language. */
export function editorView(entry: OwnEntry, lang: Lang, now: Date): EditorView {
  const t = translator(lang, 'entrant')
  const { terms, content } = entry
  const group = groupOf(terms, content.groupId)
  const options = (list: readonly { id: string; name: { zh: string; en: string } }[]) =>
    list.map(({ id, name }) => ({ value: id, label: say(name, lang) }))
  const { groups, tracks } = terms.contest
  return {
    path: `/my/${terms.eventId}/${entry.id}`,
    version: entry.version,
    title: entry.title || t('untitled'),
    number: entry.number,
    group: { value: content.groupId, options: options(groups) },
    track: tracks.length > 0 ? { value: content.trackId, options: options(tracks) } : null,
    fields: fieldsOf(terms, content.groupId).map((field) => fieldView(t, field, content.fields[field.id], lang)),
    authors: padded(content.authors.map(authorView), group?.authors ?? 1, () => authorView(newAuthor())),
    instructors: padded(content.instructors, group?.instructors ?? 0, () => ({ id: '', name: '', organisation: '' })),
    organisationLabel: organisationLabel(t, group?.who),
    asksIndependent: group?.who === 'professional',
    asksBirthday: asksBirthday(terms, content.groupId),
    countries: countries(lang),
    slots: slotsOf(terms, content.groupId).map((rule) => slotView(t, terms, rule, entry.files, lang, now)),
    missing: missingOf(entry, lang),
  }
}

/** Rows in use, and empty ones up to how many there may be. */
const padded = <Row>(rows: readonly Row[], upTo: number, empty: () => Row): Row[] => [
  ...rows,
  ...Array.from({ length: Math.max(0, upTo - rows.length) }, empty),
]

const authorView = ({ id, name, nameLatin, organisation, independent, country, bornOn, mobile, email }: AuthorView): AuthorView => ({
  id,
  name,
  nameLatin,
  organisation,
  independent,
  country,
  bornOn,
  mobile,
  email,
})

const EMPTY: readonly FaultReason[] = [
  'required',
  'files-missing',
  'school-required',
  'employer-required',
  'contact-required',
  'latin-name-required',
]

/** What keeps an entry from being handed in, in words, with the address of the part. */
export function missingOf({ terms, content, faults }: Pick<OwnEntry, 'terms' | 'content' | 'faults'>, lang: Lang): Missing[] {
  const t = translator(lang, 'entrant')
  return faults.map((fault) => ({
    at: fault.at,
    label: partLabel(t, fault.at, terms, content.groupId, lang),
    text: faultText(t, fault, terms, content.groupId, lang),
    empty: EMPTY.includes(fault.reason),
  }))
}

function fieldView(t: T, field: Field, answer: string | string[] | undefined, lang: Lang): FieldView {
  const texts = field.type === 'text' || field.type === 'longtext'
  const options = 'options' in field ? field.options.map(({ id, name }) => ({ value: id, label: say(name, lang) })) : []
  return {
    id: field.id,
    type: field.type,
    label: say(field.label, lang),
    help: say(field.help, lang),
    optional: field.optional,
    value: answer ?? (field.type === 'choices' ? [] : ''),
    min: texts ? (field.min ?? null) : null,
    max: texts ? field.max : null,
    unit: field.type === 'percent' ? '%' : field.type === 'number' ? say(field.unit, lang) : '',
    bounds: unsaid(boundsText(t, field, lang), say(field.help, lang)),
    options:
      field.type === 'yes-no'
        ? [
            { value: 'yes', label: t('editor.yes') },
            { value: 'no', label: t('editor.no') },
          ]
        : options,
  }
}

/** Bounds that the event’s own help already names are not said twice. */
const unsaid = (bounds: string, help: string): string =>
  (bounds.match(/\d+/g) ?? []).every((number) => help.includes(number)) ? '' : bounds

function boundsText(t: T, field: Field, lang: Lang): string {
  if (field.type === 'choices') return field.max ? t('editor.chooseUpTo', { max: field.max }) : ''
  if (field.type !== 'number' && field.type !== 'percent') return ''
  const number = (value: number) => formatNumber(value, lang) + (field.type === 'percent' ? '%' : '')
  const [min, max] = field.type === 'percent' ? [field.min || undefined, field.max < 100 ? field.max : undefined] : [field.min, field.max]
  if (min !== undefined && max !== undefined) return t('editor.between', { min: number(min), max: number(max) })
  if (min !== undefined) return t('editor.atLeast', { min: number(min) })
  return max === undefined ? '' : t('editor.atMost', { max: number(max) })
}

function slotView(t: T, terms: Terms, rule: FileRule, files: readonly OwnFile[], lang: Lang, now: Date): SlotView {
  const pixels = pixelsNeeded(rule)
  const needed = pixels && asItLies(rule, pixels)
  const rules = [
    t('file.rules', { types: typeLabels(rule).join(t('comma')), maxMB: rule.maxMB }),
    rule.page &&
      (needed
        ? t('file.page', { page: rule.page, dpi: rule.dpi ?? 0, width: needed[0], height: needed[1] })
        : t('file.pageOnly', { page: rule.page })),
    rule.count.max > 1 && t('file.count', rule.count),
  ]
  return {
    id: rule.id,
    label: say(rule.label, lang),
    help: say(rule.help, lang),
    rules: rules.filter(Boolean).join(lang === 'en' ? ' · ' : '　'),
    accept: acceptOf(rule),
    maxBytes: byteLimit(rule),
    tooBig: t('refuse.too-big', { maxMB: rule.maxMB }),
    optional: rule.optional,
    max: rule.count.max,
    files: files
      .filter(({ slot, state }) => slot === rule.id && state !== 'receiving')
      .map((file) => fileView(t, terms.eventId, file, now)),
  }
}

/** Files as the editor shows them; uploads that have not ended are not shown to anybody but the window that sends them. */
export const filesView = (eventId: string, files: readonly OwnFile[], lang: Lang, now: Date): FileView[] =>
  files.filter(({ state }) => state !== 'receiving').map((file) => fileView(translator(lang, 'entrant'), eventId, file, now))

function fileView(t: T, eventId: string, file: OwnFile, now: Date): FileView {
  const address = (kind: 'thumb' | 'view') =>
    file.hasView ? fileAddress({ eventId, fileId: file.id, class: kind, purpose: 'owner', now }) : null
  const isPdf = file.mime === 'application/pdf'
  const size = isPdf
    ? file.pages && t('file.pages', { pages: file.pages })
    : file.width && file.height && t('file.size', { width: file.width, height: file.height })
  return {
    id: file.id,
    slot: file.slot,
    name: file.name,
    state: file.state,
    facts: [formatBytes(file.bytes), size].filter(Boolean).join(' · '),
    thumb: address('thumb'),
    view: address('view'),
    isPdf,
    refusal: file.refusal && t(`refuse.${file.refusal}`),
  }
}
