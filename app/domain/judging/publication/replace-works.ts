import type { Quota } from '../rulebook'
import type { VersionRow } from './write-version.server'

/** Why a work leaves a published result. */
export type Leaving = 'withdrawn' | 'disqualified'

export type ReplaceRefusal = 'not-in-result' | 'tied-at-cut'

/**
 * The next version of a result when works leave it: their rank and standing go, whoever stood behind them moves up by
 * rank, and alternates take the places that fall free. Ranks count 1-1-3 as before; works that shared a rank still do.
 * Without a quota nobody had a place and nobody gets one. Refused when works of one rank would fall on both sides of a
 * line: which of them goes on is not for a rule to say. `ahead`, where people have said, go before others of their rank.
 */
export function replaceWorks<Row extends VersionRow>(
  rows: readonly Row[],
  leaving: ReadonlyMap<string, Leaving>,
  quota: Quota | undefined,
  ahead: ReadonlySet<string> = new Set(),
): { ok: true; rows: Row[] } | { ok: false; reason: ReplaceRefusal } {
  const present = new Set(rows.filter(({ standing }) => standing !== 'withdrawn' && standing !== 'disqualified').map(({ entry }) => entry))
  if ([...leaving.keys()].some((entry) => !present.has(entry))) return { ok: false, reason: 'not-in-result' }
  const touched = new Set(rows.filter(({ entry }) => leaving.has(entry)).map(({ category }) => category))
  const next: Row[] = []
  for (const category of new Set(rows.map((row) => row.category))) {
    const own = rows.filter((row) => row.category === category)
    if (!touched.has(category)) {
      next.push(...own)
      continue
    }
    const height = ({ entry, rank }: Row) => (rank ?? 0) + (ahead.has(entry) ? 0 : 0.5)
    const staying = own.filter(({ entry, rank }) => rank !== null && !leaving.has(entry)).sort((a, b) => height(a) - height(b))
    for (const row of staying) {
      const before = staying.findIndex((other) => height(other) === height(row))
      const sharing = staying.filter((other) => height(other) === height(row)).length
      const standing = standingAt(quota, before)
      if (standing !== standingAt(quota, before + sharing - 1)) return { ok: false, reason: 'tied-at-cut' }
      next.push({ ...row, rank: before + 1, standing: quota ? standing : row.standing })
    }
    next.push(...own.filter(({ entry, rank }) => rank === null && !leaving.has(entry)))
    next.push(
      ...own
        .filter(({ entry }) => leaving.has(entry))
        .map((row) => ({ ...row, rank: null, standing: leaving.get(row.entry) ?? row.standing })),
    )
  }
  return { ok: true, rows: next }
}

function standingAt(quota: Quota | undefined, position: number): 'place' | 'alternate' | 'none' {
  if (!quota) return 'none'
  if (position < quota.places) return 'place'
  return position < quota.places + (quota.alternates ?? 0) ? 'alternate' : 'none'
}

export type Effect<Row> = { before: Row; after: Row }

/** Rows whose rank or standing a correction changes, in the order of the rank they get; those that leave come first. */
export function effectsOf<Row extends VersionRow>(before: readonly Row[], after: readonly Row[]): Effect<Row>[] {
  const was = new Map(before.map((row) => [row.entry, row]))
  return after
    .flatMap((row) => {
      const old = was.get(row.entry)
      return old && (old.rank !== row.rank || old.standing !== row.standing) ? [{ before: old, after: row }] : []
    })
    .sort((a, b) => (a.after.rank ?? 0) - (b.after.rank ?? 0))
}
