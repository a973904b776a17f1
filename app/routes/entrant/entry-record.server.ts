import { fieldText } from '~/domain/entries/precheck/field-text'
import { handedInVersion, versionsOf } from '~/domain/entries/queries.server'
import type { OwnEntry } from '~/domain/entries/queries.server'
import { fieldsOf } from '~/domain/entries/terms'
import { printedNumber } from '~/domain/judging/certificates/certificate-number'
import { certificatesOfWork } from '~/domain/judging/certificates/queries.server'
import { translator } from '~/i18n/i18n.server'
import { say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import { authorText } from './differences.server'
import { editorView } from './editor-view.server'
import { whenText } from './words.server'

/** An entry that is looked at and not edited: what is in it, and what was handed in when. */
export async function entryRecord(entry: OwnEntry, personId: string, lang: Lang, now: Date) {
  const { terms } = entry
  const path = `/my/${terms.eventId}/${entry.id}`
  const [certificates, latest, versions] = await Promise.all([
    certificatesOfWork(terms.eventId, entry.id, personId),
    handedInVersion(terms.eventId, entry.id),
    versionsOf(terms.eventId, entry.id),
  ])
  const when = (date: Date) => whenText(date, lang, terms.timezone, now)
  const receiptOf = (version: number) => `${path}/receipt.pdf?v=${version}&lang=${lang}`
  const hashes = new Map(latest?.snapshot.files.map(({ id, sha256 }) => [id, sha256]))
  return {
    submitted: latest && {
      number: entry.number ?? '',
      version: latest.version,
      at: when(latest.submittedAt),
      receipt: receiptOf(latest.version),
    },
    versions: versions.map(({ version, submittedAt }) => ({ version, at: when(submittedAt), receipt: receiptOf(version) })),
    certificates: certificates.map(({ number, award, name }) => ({
      href: `${path}/certificates/${printedNumber(number)}`,
      award: say(award, lang),
      name,
    })),
    answers: answersOf(entry, lang),
    people: peopleOf(entry, lang),
    slots: editorView(entry, lang, now)
      .slots.filter(({ files }) => files.length > 0)
      .map(({ id, label, files }) => ({ id, label, files: files.map((file) => ({ ...file, sha256: hashes.get(file.id) ?? '' })) })),
    place: placeOf(entry, lang),
  }
}

export type EntryRecordView = Awaited<ReturnType<typeof entryRecord>>

/** Group and track of an entry, by name. */
export function placeOf({ terms, content }: Pick<OwnEntry, 'terms' | 'content'>, lang: Lang): string {
  const { groups, tracks } = terms.contest
  const names = [groups.find(({ id }) => id === content.groupId)?.name, tracks.find(({ id }) => id === content.trackId)?.name]
  return names.flatMap((name) => (name ? [say(name, lang)] : [])).join(translator(lang, 'entrant')('comma'))
}

/** The answers of an entry, question by question. */
export const answersOf = ({ terms, content }: Pick<OwnEntry, 'terms' | 'content'>, lang: Lang) =>
  fieldsOf(terms, content.groupId).map((field) => ({
    id: field.id,
    label: say(field.label, lang),
    text: fieldText(field, content.fields[field.id], lang),
    long: field.type === 'longtext',
    seen: field.shownToJudges,
  }))

/** Authors and instructors, one line each. */
export function peopleOf({ content }: Pick<OwnEntry, 'content'>, lang: Lang) {
  const t = translator(lang, 'entrant')
  return [
    ...content.authors.map((author, n) => ({ label: t('editor.author', { n: n + 1 }), text: authorText(t, author, lang) })),
    ...content.instructors.map(({ name, organisation }, n) => ({
      label: t('editor.instructor', { n: n + 1 }),
      text: [name, organisation].filter(Boolean).join(t('comma')),
    })),
  ]
}
