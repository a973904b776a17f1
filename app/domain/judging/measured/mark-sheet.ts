import { Exact } from '../exact'
import type { MeasuredCriterion } from '../rulebook'

/** A line of a table, counted from 1 as its program counts. */
export type SheetLine = { line: number; cells: readonly string[] }

export type SheetFault = { line: number; reason: 'unknown' | 'twice' | 'not-a-number' | 'out-of-range' | 'no-mark'; said: string }

export type MarkSheet =
  | { ok: false; reason: 'no-header' | 'no-rows' }
  | { ok: true; marks: { line: number; entry: string; value: string | null }[]; faults: SheetFault[]; missing: string[] }

const WHO = ['编号', '参赛编号', '准考证号', '选手编号', '报名号', 'code', 'number', 'no.']
const WHAT = ['成绩', '得分', '分数', '理论成绩', '理论', 'mark', 'score', 'theory', 'points']
const ABSENT = ['缺考', '缺席', '未参加', 'absent', 'dns', '-', '—']
const HEADER_WITHIN = 20

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, '')

/**
 * Reads marks from a table: one column says who (the anonymous code or the registration number), one says how many. The
 * header may stand under a title. `known` leads from both kinds of number to the entry. Every fault is named at its line;
 * `missing` are entries the table leaves out. 缺考 and an absent sign stand for not having sat it; an empty cell is a fault.
 */
export function readMarkSheet(lines: readonly SheetLine[], criterion: MeasuredCriterion, known: ReadonlyMap<string, string>): MarkSheet {
  const columnOf = (cells: readonly string[], names: readonly string[]) => cells.findIndex((cell) => names.includes(plain(cell)))
  const at = lines.slice(0, HEADER_WITHIN).findIndex(({ cells }) => columnOf(cells, WHO) >= 0 && columnOf(cells, WHAT) >= 0)
  const header = lines[at]
  if (!header) return { ok: false, reason: 'no-header' }
  const [who, what] = [columnOf(header.cells, WHO), columnOf(header.cells, WHAT)]
  const rows = lines.slice(at + 1).filter(({ cells }) => (cells[who] ?? '').trim() !== '' || (cells[what] ?? '').trim() !== '')
  if (rows.length === 0) return { ok: false, reason: 'no-rows' }
  const marks: { line: number; entry: string; value: string | null }[] = []
  const faults: SheetFault[] = []
  const seen = new Set<string>()
  for (const { line, cells } of rows) {
    const [number, said] = [(cells[who] ?? '').trim(), (cells[what] ?? '').trim()]
    const entry = known.get(number.toUpperCase())
    const reason = !entry ? 'unknown' : seen.has(entry) ? 'twice' : refuseMark(criterion, said)
    if (entry) seen.add(entry)
    if (reason || !entry)
      faults.push({ line, reason: reason ?? 'unknown', said: reason === 'unknown' || reason === 'twice' ? number : said })
    else marks.push({ line, entry, value: ABSENT.includes(plain(said)) ? null : said })
  }
  const all = new Set(known.values())
  return { ok: true, marks, faults, missing: [...all].filter((entry) => !seen.has(entry)) }
}

function refuseMark(
  { measured: { plausible } }: MeasuredCriterion,
  said: string,
): Exclude<SheetFault['reason'], 'unknown' | 'twice'> | null {
  if (said === '') return 'no-mark'
  if (ABSENT.includes(plain(said))) return null
  const value = Exact.parse(said)
  if (!value || !value.isMultipleOf(Exact.of('0.001'))) return 'not-a-number'
  const [min, max] = [Exact.of(plausible?.min ?? 0), Exact.of(plausible?.max ?? 99_999)]
  return value.compare(min) < 0 || value.compare(max) > 0 ? 'out-of-range' : null
}
