import type { OfficialWork } from '~/domain/reporting/official-ranking.server'

/** What a judge gave a work, as one cell: a total, or why there is none. */
export type MarkCell = { kind: 'total'; text: string; dropped: boolean } | { kind: 'recused' | 'partial' | 'none' }

export type RankingRow = ReturnType<typeof rankingRow>

/** Decimals that the longest of the judges’ totals needs, so that a column lines up. */
export const sheetDecimals = (works: readonly OfficialWork[]): number =>
  Math.max(0, ...works.flatMap(({ sheets }) => Object.values(sheets).map((text) => text.split('.')[1]?.length ?? 0)))

const withDecimals = (text: string, decimals: number): string => {
  const [whole = '', part = ''] = text.split('.')
  return decimals === 0 ? whole : `${whole}.${part.padEnd(decimals, '0')}`
}

/** A ranked work as a row: one cell per seat in the given order, dropped totals marked; `award` is empty until one is published. */
export function rankingRow(work: OfficialWork, seats: readonly string[], decimals: number, thumb: string | null, award: string) {
  const { entry, code, title, rank, total, standing, awaitsChair, decidedBy, votes } = work
  const dropped = new Set(work.dropped.filter(({ criterion }) => criterion === null).map(({ judge }) => judge))
  const cells = seats.map((seat): MarkCell => {
    const sheet = work.sheets[seat]
    if (sheet !== undefined) return { kind: 'total', text: withDecimals(sheet, decimals), dropped: dropped.has(seat) }
    if (work.recused.includes(seat)) return { kind: 'recused' }
    return { kind: work.partial.includes(seat) ? 'partial' : 'none' }
  })
  return { entry, code, title, rank, total, standing, awaitsChair, decidedBy, votes, thumb, award, cells }
}
