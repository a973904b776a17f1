import type { TFunction } from 'i18next'
import type { HandedIn, OwnEntry } from '~/domain/entries/queries.server'
import { publicUrl } from '~/env.server'
import type { Receipt, TwoTongued } from '~/gateways/pdf-receipt.server'
import { countryName } from '~/i18n/countries'
import { formatBytes } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { localPath, say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import type { Localized } from '~/domain/events/localized'

type T = TFunction<'entrant'>

/** A receipt in words: labels in both languages, the reader’s first, what was handed in as it was. */
export function receiptText(
  { terms, id, number }: Pick<OwnEntry, 'terms' | 'id' | 'number'>,
  { version, snapshot, sha256, submittedAt, statements }: HandedIn,
  lang: Lang,
): Receipt {
  const other: Lang = lang === 'en' ? 'zh-CN' : 'en'
  const [t, u] = [translator(lang, 'entrant'), translator(other, 'entrant')]
  const both = (word: (t: T) => string): TwoTongued => ({ first: word(t), second: word(u) })
  const pair = (text: Localized): TwoTongued => ({ first: say(text, lang), second: say(text, other) })
  const { groups, tracks } = terms.contest
  const place = [
    groups.find(({ id: group }) => group === snapshot.groupId)?.name,
    tracks.find(({ id: track }) => track === snapshot.trackId)?.name,
  ]
  const labels = new Map(terms.contest.entry.files.map((rule) => [rule.id, say(rule.label, lang)]))
  const order = [...labels.keys()]
  const hash = (kind: 'originality' | 'rights') => statements.find((one) => one.kind === kind)?.textHash
  const signature = statements[0]?.signature
  return {
    lang,
    heading: both((one) => one('receipt.heading')),
    proves: both((one) => one('receipt.proves')),
    event: pair(terms.name),
    number: { label: both((one) => one('receipt.number')), value: number ?? '' },
    facts: [
      { label: both((one) => one('receipt.title')), value: snapshot.title },
      { label: both((one) => one('receipt.group')), value: place.flatMap((name) => (name ? [say(name, lang)] : [])).join(t('comma')) },
      { label: both((one) => one('receipt.authors')), value: snapshot.authors.map((author) => authorLine(author, t, lang)).join('\n') },
      ...(snapshot.instructors.length > 0
        ? [
            {
              label: both((one) => one('receipt.instructors')),
              value: snapshot.instructors.map(({ name, organisation }) => [name, organisation].filter(Boolean).join(t('comma'))).join('\n'),
            },
          ]
        : []),
      { label: both((one) => one('receipt.submittedAt')), value: exactTime(submittedAt, terms.timezone) },
      { label: both((one) => one('submit.version')), value: t('receipt.version', { version }) },
      ...(signature ? [{ label: both((one) => one('receipt.signedBy')), value: signature }] : []),
    ],
    filesHeading: both((one) => one('receipt.files')),
    files: [...snapshot.files]
      .sort((a, b) => order.indexOf(a.slot) - order.indexOf(b.slot) || a.position - b.position)
      .map((file) => ({ label: labels.get(file.slot) ?? file.slot, name: file.name, size: formatBytes(file.bytes), sha256: file.sha256 })),
    hashes: [
      { label: both((one) => one('receipt.entryHash')), value: `SHA-256 ${sha256}` },
      ...(hash('originality')
        ? [{ label: both((one) => one('receipt.statementHash')), value: `SHA-256 ${hash('originality') ?? ''}` }]
        : []),
      ...(hash('rights') ? [{ label: both((one) => one('receipt.rightsHash')), value: `SHA-256 ${hash('rights') ?? ''}` }] : []),
    ],
    address: { label: both((one) => one('receipt.address')), url: publicUrl() + localPath(lang, `/my/${terms.eventId}/${id}`) },
    missing: both((one) => one('receipt.missing')),
    house: '经纬 Jingwei',
  }
}

function authorLine(
  { name, nameLatin, organisation, independent, country }: HandedIn['snapshot']['authors'][number],
  t: T,
  lang: Lang,
): string {
  const who = [name, nameLatin].filter(Boolean).join(' ')
  return [who, independent ? t('receipt.independent') : organisation, countryName(country, lang)].filter(Boolean).join(t('comma'))
}

/** 2026-10-01 10:00:00 Asia/Shanghai (UTC+8) = 2026-10-01T02:00:00.000Z: nobody has to ask which clock. */
function exactTime(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'medium', hour12: false })
    .format(instant)
    .replace(',', '')
  const zone = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')
  return `${parts} ${timeZone} (${(zone?.value ?? '').replace('GMT', 'UTC')}) = ${instant.toISOString()}`
}
