/** What of a ranked work says whether it shares its rank and waits for the chair. */
export interface TiedRow {
  entry: string
  category: string
  rank: number | null
  standing: string
  awaitsChair: boolean
}

export interface OpenTie<Row extends TiedRow> {
  category: string
  rank: number
  rows: Row[]
  /** some of them would be in and others out: nothing is published before it is decided */
  atCut: boolean
}

/** Groups of works that share a rank and wait for the chair, by category and rank. */
export function openTies<Row extends TiedRow>(rows: readonly Row[]): OpenTie<Row>[] {
  const groups = new Map<string, OpenTie<Row>>()
  for (const row of rows) {
    if (!row.awaitsChair || row.rank === null) continue
    const key = `${row.category} ${row.rank}`
    const group = groups.get(key) ?? { category: row.category, rank: row.rank, rows: [], atCut: false }
    groups.set(key, group)
    group.rows.push(row)
    group.atCut ||= row.standing === 'tied-at-cut'
  }
  return [...groups.values()]
}
