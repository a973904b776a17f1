/** A work once: as the latest stage that selected it has it. `rows` come with the latest stage first. */
export function latestStandings<Row extends { entryId: string }>(rows: readonly Row[]): Row[] {
  const seen = new Set<string>()
  return rows.filter(({ entryId }) => !seen.has(entryId) && seen.add(entryId))
}
