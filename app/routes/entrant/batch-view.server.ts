import type { TFunction } from 'i18next'
import type { BatchPreview, PreviewRow } from '~/domain/entries/collective/batch-preview.server'
import { isSheetFault } from '~/domain/entries/collective/check-rows'
import type { RowFault } from '~/domain/entries/collective/check-rows'
import { allSlots } from '~/domain/entries/collective/columns'
import type { ZipRefusal } from '~/domain/entries/collective/stored-zip.server'
import type { BatchOnPage, BatchWork } from '~/domain/entries/collective/queries.server'
import { signingPath } from '~/domain/entries/collective/signing-link.server'
import type { Terms } from '~/domain/entries/terms'
import { publicUrl } from '~/env.server'
import { formatBytes } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { localPath, say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import { faultText, partLabel, refusedText, whenText } from './words.server'
import type { RefusedUpload } from './words.server'

type T = TFunction<'collective'>

/** A fault of a line or a work in words: where, and what to do. */
function faultLine(fault: RowFault, terms: Terms, groupId: string, lang: Lang): { at: string; text: string } {
  const t: T = translator(lang, 'collective')
  const entrant = translator(lang, 'entrant')
  const at = fault.at === 'row' ? t('preview.line') : partLabel(entrant, fault.at, terms, groupId, lang)
  if (isSheetFault(fault)) return { at, text: t(`fault.${fault.reason}`, fault.detail ?? {}) }
  return { at, text: faultText(entrant, fault, terms, groupId, lang) }
}

/** A batch before it is drafts, in words. */
export function previewView({ rows, left, ignored, terms, batch }: BatchPreview, lang: Lang) {
  const slots = allSlots(terms)
  const labelOf = new Map(slots.map(({ id, label }) => [id, say(label, lang)]))
  const groups = new Map(terms.contest.groups.map(({ id, name }) => [id, say(name, lang)]))
  const row = ({ line, title, content, files, faults, blocked }: PreviewRow) => ({
    line,
    title,
    blocked,
    group: groups.get(content.groupId) ?? '',
    authors: content.authors.map(({ name, organisation, mobile, email }) => ({ name, organisation, contact: mobile || email })),
    files: files.map(({ place, path, slot }) => ({ place, path, slot: labelOf.get(slot ?? '') ?? '' })),
    faults: faults.map((fault) => faultLine(fault, terms, content.groupId, lang)),
  })
  const fault = batch.zipFault as { reason: ZipRefusal; detail?: Record<string, string | number> } | null
  const t = translator(lang, 'collective')
  return {
    rows: rows.map(row),
    left: left.map(({ place, path, bytes, line }) => ({ place, path, size: formatBytes(bytes), line })),
    ignored,
    matched: rows.reduce((sum, { files }) => sum + files.length, 0),
    blocked: rows.filter((one) => one.blocked).length,
    faulty: rows.filter(({ faults }) => faults.length > 0).length,
    slots: slots.map(({ id, label }) => ({ value: id, label: say(label, lang) })),
    sheetName: batch.sheetName,
    zipName: batch.zipName,
    zipSize: batch.zipKey ? formatBytes(Number(batch.zipBytes)) : null,
    zipFault: fault ? t(`refused.${fault.reason}`, fault.detail ?? {}) : null,
  }
}

/** A batch whose works are drafts or further, in words. */
export function worksView({ works, refused, terms, batch }: BatchOnPage, lang: Lang, now: Date) {
  const slots = new Map(allSlots(terms).map(({ id, label }) => [id, say(label, lang)]))
  const groups = new Map(terms.contest.groups.map(({ id, name }) => [id, say(name, lang)]))
  const when = (at: Date | null) => at && whenText(at, lang, terms.timezone, now)
  const work = ({ id, line, number, title, state, content, authors, faults, signed, ready, submittedAt }: BatchWork) => ({
    id,
    line,
    number,
    title,
    state,
    signed,
    ready,
    path: `/my/${terms.eventId}/${id}`,
    group: groups.get(content.groupId) ?? '',
    submittedAt: when(submittedAt),
    faults: state === 'withdrawn' ? [] : faults.map((fault) => faultLine(fault, terms, content.groupId, lang)),
    authors: authors.map(({ id: authorId, name, mobile, email, signature, link }) => ({
      id: authorId,
      name,
      contact: mobile || email,
      signature: signature.state,
      way: signature.way,
      signedAt: when(signature.at),
      link: link && `${publicUrl()}${localPath(lang, signingPath(link.id, 'handed'))}`,
      sentAt: when(link?.sentAt ?? null),
      sentCount: link?.sentCount ?? 0,
      opened: Boolean(link?.openedAt),
    })),
  })
  const counted = works.filter(({ state }) => state !== 'withdrawn')
  return {
    works: works.map(work),
    total: counted.length,
    signed: counted.filter((one) => one.signed).length,
    ready: counted.filter((one) => one.ready).length,
    handedIn: counted.filter(({ number, state }) => number !== null && state !== 'returned').length,
    refused: refused.map(({ path, line, entryId, slot, reason, detail }) => ({
      path,
      line,
      entry: entryId && `/my/${terms.eventId}/${entryId}`,
      slot: slots.get(slot ?? '') ?? '',
      text: reason
        ? refusedText({ reason: reason as RefusedUpload['reason'], detail }, lang)
        : translator(lang, 'collective')('works.leftOver'),
    })),
    scan: batch.scanAt && { at: when(batch.scanAt) ?? '', sha256: batch.scanSha256 },
  }
}
