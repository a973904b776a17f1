import type { Localized } from '~/domain/events/localized'
import { asItLies, pixelsNeeded, sheetOf } from './file-fault'
import type { FileRule } from './section'

/** Why a file is not taken. Each has a sentence that says what to do. */
export type FileRefusal =
  'empty' | 'too-big' | 'wrong-type' | 'broken' | 'encrypted' | 'too-many-pixels' | 'too-few-pixels' | 'page-too-small'

export type RefusedFile = { reason: FileRefusal; detail: Record<string, string | number> }

/** What was found in a file by reading it. Millimetres for pages of a PDF, pixels for pictures. */
export type FileFacts =
  | { kind: 'picture'; width: number; height: number; dpi: number | null }
  | { kind: 'pdf'; pages: number; width: number; height: number }
  | { kind: 'other' }

const names: Record<FileRule['types'][number], { mime: string; label: string }> = {
  jpg: { mime: 'image/jpeg', label: 'JPG' },
  png: { mime: 'image/png', label: 'PNG' },
  pdf: { mime: 'application/pdf', label: 'PDF' },
  mp4: { mime: 'video/mp4', label: 'MP4' },
  zip: { mime: 'application/zip', label: 'ZIP' },
}

/** The kinds a slot takes, for people: JPG, PNG, PDF. */
export const typeLabels = (rule: Pick<FileRule, 'types'>): string[] => rule.types.map((type) => names[type].label)

/** The `accept` attribute of a slot’s file field. */
export const acceptOf = (rule: Pick<FileRule, 'types'>): string =>
  rule.types.flatMap((type) => [names[type].mime, ...(type === 'jpg' ? ['.jpg', '.jpeg'] : [`.${type}`])]).join(',')

export const byteLimit = ({ maxMB }: Pick<FileRule, 'maxMB'>): number => Math.floor(maxMB * 1024 * 1024)

/** Refuses a kind the slot does not take. `mime` is what the bytes say; null when they say nothing. */
export function refuseKind(rule: FileRule, mime: string | null): RefusedFile | null {
  if (mime !== null && rule.types.some((type) => names[type].mime === mime)) return null
  return { reason: 'wrong-type', detail: { types: typeLabels(rule).join(', '), found: kindLabel(mime) } }
}

const kindLabel = (mime: string | null) =>
  mime === null ? 'unknown' : (Object.values(names).find((name) => name.mime === mime)?.label ?? mime)

/** A page or picture may fall this much short of the sheet, as scanners and exports do. */
const TOLERANCE = 0.99

/** Refuses what is too small for the sheet the slot asks for: pictures by pixels, PDFs by the size of the page. */
export function refuseSize(rule: FileRule, facts: FileFacts): RefusedFile | null {
  if (facts.kind === 'other' || !rule.page) return null
  const [short, long] = facts.width < facts.height ? [facts.width, facts.height] : [facts.height, facts.width]
  if (facts.kind === 'pdf') {
    const [needShort, needLong] = sheetOf(rule.page)
    if (short >= needShort * TOLERANCE && long >= needLong * TOLERANCE) return null
    const [needWidth, needHeight] = asItLies(rule, [needShort, needLong])
    const [width, height] = [Math.round(facts.width), Math.round(facts.height)]
    return { reason: 'page-too-small', detail: { page: rule.page, width, height, needWidth, needHeight } }
  }
  const needed = pixelsNeeded(rule)
  if (!needed || (short >= needed[0] * TOLERANCE && long >= needed[1] * TOLERANCE)) return null
  const [needWidth, needHeight] = asItLies(rule, needed)
  const detail = { page: rule.page, dpi: rule.dpi ?? 0, width: facts.width, height: facts.height, needWidth, needHeight }
  return { reason: 'too-few-pixels', detail }
}

/** Resolution at which a PDF page is counted where the slot names none. */
const USUAL_DPI = 300

/** Width and height to keep for a file: a PDF page counts at the resolution the slot asks for. */
export function pixelsOf(rule: FileRule, facts: FileFacts): { width: number | null; height: number | null } {
  if (facts.kind === 'other') return { width: null, height: null }
  if (facts.kind === 'picture') return { width: facts.width, height: facts.height }
  const pixels = (mm: number) => Math.round((mm / 25.4) * (rule.dpi ?? USUAL_DPI))
  return { width: pixels(facts.width), height: pixels(facts.height) }
}

/** A file’s name as it is kept and shown: without folders and control characters, at most 120 characters, its ending kept. */
export function plainFileName(name: string, fallback: Localized): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069<>:"|?*]/gu, '').trim()
  if (!clean || /^\.+$/.test(clean)) return fallback.zh
  const characters = [...clean]
  if (characters.length <= 120) return clean
  return characters.slice(0, 100).join('') + characters.slice(-20).join('')
}
