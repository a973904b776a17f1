import type { Rulebook } from '../rulebook'
import type { StageMark } from '../gather-sheets'
import type { StageEntry } from '../score-stage'
import { calibrate } from './calibrate'
import type { CalibratedCategory, CalibratedLayer } from './calibrated-layer'
import { judgeTotals } from './judge-totals'

/** A work in what `recompute --calibrated` prints; null is what cannot be told. */
export type CalibratedResult = {
  entry: string
  score: number | null
  rank: number | null
  interval: [number, number] | null
  inQuota: number | null
}

/** The calibrated layer of a results package, in the order of its ranks, with notes on what it leaves open. */
export function calibratedResults(
  rulebook: Rulebook,
  entries: readonly StageEntry[],
  marks: readonly StageMark[],
  rulebookHash: string,
): { results: CalibratedResult[]; notes: string[] } {
  const layer = calibrate({
    entries,
    totals: judgeTotals(rulebook, marks),
    places: rulebook.quota?.places ?? null,
    seed: rulebookHash,
  })
  return {
    results: layer.entries.map(({ entry, score, rank, interval, inQuota }) => ({
      entry,
      score,
      rank,
      interval,
      inQuota: inQuota === null ? null : Math.round(inQuota * 1000) / 1000,
    })),
    notes: notesOn(layer),
  }
}

function notesOn({ categories, singleReads }: CalibratedLayer): string[] {
  const notes = categories.flatMap(noteOn)
  if (singleReads) notes.push('calibrated: no work has marks of two judges, so how far a single mark can be trusted is an assumption')
  return notes
}

function noteOn({ category, parts, thinBridges }: CalibratedCategory): string[] {
  const apart = parts.flatMap(({ works, bridge }) =>
    bridge
      ? [
          `calibrated: ${category} is not ranked, no judge links ${works.length} of its works (${some(works)}) with the others; ` +
            `${some(bridge.entries)} read by one of ${some(bridge.judges)} would`,
        ]
      : [],
  )
  const thin = thinBridges.map(
    ({ judges, works, shared, propose }) =>
      `calibrated: ${category} hangs on few bridges, ${some(judges)} share ${shared} of ${works} works with the other judges; ` +
      `let ${some(propose.judges)} read ${some(propose.entries)} too`,
  )
  return [...apart, ...thin]
}

const some = (names: readonly string[]) =>
  names.length <= 8 ? names.join(', ') : `${names.slice(0, 8).join(', ')} and ${names.length - 8} more`
