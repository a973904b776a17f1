import type { Localized } from '~/domain/events/localized'
import type { Rulebook } from '../rulebook'
import { textIn } from '../rulebook-text'
import type { EntryScore } from '../score-stage'

/** One line of a shown score: judges’ totals, or one criterion’s marks, the highest first and without whose they are. */
export interface ScoreLine {
  /** null: the judges’ totals */
  criterion: Localized | null
  marks: { text: string; dropped: boolean }[]
  /** the average of the line, as the rulebook rounds it */
  value: string
}

export interface ShownScore {
  total: string | null
  /** how many judges marked it */
  judges: number
  lines: ScoreLine[]
}

/**
 * What the hall may see of a score: the total, and the marks it comes from in the order of their height, those the
 * rulebook drops struck out. Never which judge gave which.
 */
export function shownScore(
  rulebook: Rulebook,
  score: EntryScore | undefined,
  marksOf: ReadonlyMap<string, ReadonlyMap<string, string>>,
): ShownScore {
  if (!score) return { total: null, judges: 0, lines: [] }
  const { total, judges, dropped, criteria, exact } = score
  if (rulebook.drop?.level === 'total') {
    const out = new Set(dropped.map(({ judge }) => judge))
    const decimals = Math.max(0, ...[...exact.sheets.values()].map((sheet) => sheet.toText().split('.')[1]?.length ?? 0))
    const marks = [...exact.sheets].map(([judge, sheet]) => ({ text: sheet.toText(decimals), dropped: out.has(judge) }))
    return { total, judges, lines: [{ criterion: null, marks: highestFirst(marks), value: total ?? '' }] }
  }
  const lines = rulebook.criteria.flatMap(({ id, name }): ScoreLine[] => {
    const out = new Set(dropped.filter(({ criterion }) => criterion === id).map(({ judge }) => judge))
    const marks = [...marksOf].flatMap(([judge, sheet]) => {
      const text = sheet.get(id)
      return text === undefined ? [] : [{ text, dropped: out.has(judge) }]
    })
    return marks.length === 0
      ? []
      : [{ criterion: { zh: textIn(name, 'zh'), en: textIn(name, 'en') }, marks: highestFirst(marks), value: criteria[id] ?? '' }]
  })
  return { total, judges, lines }
}

const highestFirst = (marks: ScoreLine['marks']) =>
  marks.sort((a, b) => Number(b.text) - Number(a.text) || Number(a.dropped) - Number(b.dropped))
