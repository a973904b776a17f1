/** A work in the published result of a sub-contest; `rank` counts within `category`, null when it has none or was taken out. */
export interface RankedForForwarding {
  entry: string
  category: string
  rank: number | null
}

/** A work that was sent; `active`: the parent still counts it. */
export interface SentWork {
  entry: string
  active: boolean
}

export interface Batch {
  /** to send now, by category and rank */
  entries: string[]
  /** categories in which works share the last place: people decide first, by the tie rules of the stage */
  tied: string[]
}

/**
 * Which works a sub-contest sends on: the first of each category up to its places. Sent once they are never sent again;
 * one that was withdrawn there makes room for the next by rank.
 */
export function forwardBatch(rows: readonly RankedForForwarding[], sent: readonly SentWork[], places: number): Batch {
  const before = new Map(sent.map((work) => [work.entry, work]))
  const batch: Batch = { entries: [], tied: [] }
  for (const category of [...new Set(rows.map((row) => row.category))].sort()) {
    const own = rows.filter((row) => row.category === category)
    const room = places - own.filter(({ entry }) => before.get(entry)?.active).length
    const waiting = own
      .filter(({ entry, rank }) => rank !== null && !before.has(entry))
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.entry < b.entry ? -1 : 1))
    const chosen = waiting.slice(0, Math.max(0, room))
    const line = waiting[chosen.length]?.rank
    if (line !== undefined && chosen.at(-1)?.rank === line) batch.tied.push(category)
    batch.entries.push(...chosen.filter(({ rank }) => rank !== line).map(({ entry }) => entry))
  }
  return batch
}
