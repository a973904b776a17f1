import { fileAddress } from '~/domain/entries/file-address.server'
import { fileFault } from '~/domain/entries/file-fault'
import { fieldText } from '~/domain/entries/precheck/field-text'
import { nameHits } from '~/domain/entries/precheck/name-hits'
import type { StaffEntry } from '~/domain/entries/precheck/queries.server'
import type { ContestConfig } from '~/domain/reporting/contest-config.server'
import { formatBytes, formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { say, type Lang } from '~/i18n/language'

interface View {
  entry: StaffEntry
  config: ContestConfig | null
  timezone: string
  lang: Lang
  /** who looks: addresses of files work for this person alone */
  personId: string
  /** whether mobile numbers and mail addresses are shown */
  contacts: boolean
}

export type EntryView = ReturnType<typeof entryView>

/** One work as the console’s pages show it: texts in the page’s language, files with short-lived addresses. */
export function entryView({ entry, config, timezone, lang, personId, contacts }: View) {
  const t = translator(lang, 'console')
  const regions = new Intl.DisplayNames([lang], { type: 'region' })
  const at = (date: Date) => formatDateTime(date, lang, timezone)
  const answers = entry.fields as Record<string, unknown>
  const fields = (config?.fields ?? []).filter(({ groups }) => !groups || groups.includes(entry.group.id))
  const person = ({ name, nameLatin, organisation, country, mobile, email }: StaffEntry['authors'][number]) => ({
    name,
    nameLatin,
    organisation,
    country: country === 'CN' ? null : (regions.of(country) ?? country),
    ...(contacts ? { mobile, email } : { mobile: null, email: null }),
  })
  const shown = Object.fromEntries(fields.filter(({ shownToJudges }) => shownToJudges).map(({ id }) => [id, answers[id]]))
  return {
    id: entry.id,
    number: entry.number,
    code: entry.code,
    title: entry.title,
    state: entry.state,
    origin: entry.origin,
    seen: `${entry.id}:${entry.submittedVersion ?? ''}`,
    group: say({ zh: entry.group.nameZh, en: entry.group.nameEn }, lang),
    track: entry.track && say({ zh: entry.track.nameZh, en: entry.track.nameEn }, lang),
    /** the entrant has changed the work since it was handed in; what was handed in counts */
    changedSince: entry.changing && (entry.state === 'submitted' || entry.state === 'returned'),
    createdAt: at(entry.createdAt),
    submittedAt: entry.submittedAt && at(entry.submittedAt),
    fields: fields
      .filter(({ id }) => id !== 'title')
      .map((field) => ({ id: field.id, label: say(field.label, lang), text: fieldText(field, answers[field.id], lang) })),
    authors: entry.authors.map(person),
    instructors: entry.instructors.map(person),
    hits: nameHits({ title: entry.title, fields: shown, people: [...entry.authors, ...entry.instructors] }).map(({ name, field }) => {
      const label = fields.find(({ id }) => id === field)?.label
      return t('precheck.hit', { name, field: label ? say(label, lang) : t('col.title') })
    }),
    files: inOrder(entry.files, config).map((file) => {
      const rule = config?.files.find(({ id }) => id === file.slot)
      const address = (kind: 'original' | 'view' | 'thumb' | 'copy') =>
        fileAddress({ eventId: file.eventId, fileId: file.id, class: kind, purpose: 'staff', personId })
      const faults = rule && file.state === 'ready' ? fileFault(rule, file) : []
      return {
        id: file.id,
        slot: rule ? say(rule.label, lang) : file.slot,
        state: file.state,
        name: file.originalName,
        facts: [
          file.width && file.height ? `${file.width} × ${file.height}` : '',
          file.pages ? t('file.pages', { count: file.pages }) : '',
          formatBytes(Number(file.bytes)),
        ]
          .filter(Boolean)
          .join(' · '),
        faults: faults.map((fault) => t(`file.${fault}`)),
        refusal: file.refusal,
        sha256: file.sha256,
        view: file.viewKey ? address('view') : null,
        thumb: file.thumbKey ? address('thumb') : null,
        copy: file.copyKey ? address('copy') : null,
        original: file.originalKey ? address('original') : null,
      }
    }),
    flags: entry.flags.map(({ kind, distance, dismissedAt, other }) => ({ kind, distance, dismissed: dismissedAt !== null, other })),
    checks: entry.checks.map((check) => ({
      id: check.id,
      decision: check.decision,
      version: check.version,
      reasons: check.reasons,
      note: check.note,
      at: at(check.createdAt),
      by: entry.nameOf[check.byId] ?? '',
    })),
    versions: entry.versions.map((version) => ({
      version: version.version,
      sha256: version.sha256,
      at: at(version.submittedAt),
      by: entry.nameOf[version.submittedById] ?? '',
    })),
    statements: entry.statements.map(({ id, kind, locale, text, textHash, signature, signedAt }) => ({
      id,
      kind,
      locale,
      text,
      textHash,
      signature,
      at: at(signedAt),
    })),
    notices: entry.notices.map(({ id, channel, recipient, subject, state, createdAt }) => ({
      id,
      channel,
      recipient: contacts ? recipient : null,
      subject,
      state,
      at: at(createdAt),
    })),
  }
}

/** Files in the order in which the config asks for them. */
function inOrder(files: StaffEntry['files'], config: ContestConfig | null) {
  const place = (slot: string) => config?.files.findIndex(({ id }) => id === slot) ?? -1
  return [...files].sort((a, b) => place(a.slot) - place(b.slot) || a.position - b.position)
}
