/** A work near the line. `score` and `variance` are the posterior’s; `free` judges could still read it. */
export type Candidate = { entry: string; score: number; variance: number; free: number }

export type FurtherReads = {
  /** which works to read how often, most first */
  reads: { entry: string; reads: number }[]
  total: number
  /** expected number of works on the wrong side of the line, as it stands and after these reads */
  wrongNow: number
  wrongThen: number
  /** whether that is at most `SETTLED` */
  settles: boolean
}

/** A line counts as settled when on average less than half a work stands on its wrong side. */
export const SETTLED = 0.5
const MOST_READS = 400
const LOOK_AHEAD = 4

/**
 * Which further reads would settle a cut-line. A work whose quality is N(m, v) falls on the wrong side of the line c
 * with Φ(−|m − c|/√v). n more reads of variance s² leave v' = 1/(1/v + n/s²), and move the mean by N(0, v − v'); the
 * expected error then is E Φ(−|m' − c|/√v'). Reads go one after another to the work whose error they lessen most per
 * read (looking four ahead: one read alone may change nothing), as in the knowledge-gradient and OCBA methods of
 * ranking and selection; the line is held where it is now. `SETTLED` stops it.
 */
export function furtherReads(candidates: readonly Candidate[], line: number, readVariance: number): FurtherReads {
  const works = candidates.map((one) => {
    const errors = new Map<number, number>()
    const after = (reads: number) => {
      const known = errors.get(reads) ?? expectedError(one.score - line, one.variance, reads, readVariance)
      errors.set(reads, known)
      return known
    }
    return { entry: one.entry, free: one.free, reads: 0, after }
  })
  const wrongNow = works.reduce((sum, { after }) => sum + after(0), 0)
  let [wrong, total] = [wrongNow, 0]
  while (wrong > SETTLED && total < MOST_READS) {
    let best: { work: (typeof works)[number]; gain: number } | null = null
    for (const work of works) {
      for (let more = 1; more <= Math.min(LOOK_AHEAD, work.free - work.reads); more += 1) {
        const gain = (work.after(work.reads) - work.after(work.reads + more)) / more
        if (gain > (best?.gain ?? 1e-6)) best = { work, gain }
      }
    }
    if (!best) break
    wrong -= best.work.after(best.work.reads) - best.work.after(best.work.reads + 1)
    best.work.reads += 1
    total += 1
  }
  const reads = works.flatMap(({ entry, reads: count }) => (count > 0 ? [{ entry, reads: count }] : []))
  return {
    reads: reads.sort((a, b) => b.reads - a.reads || (a.entry < b.entry ? -1 : 1)),
    total,
    wrongNow,
    wrongThen: wrong,
    settles: wrong <= SETTLED,
  }
}

/** 16 equally likely moves of the mean stand for all of them: the normal’s quantiles at the middles of sixteenths. */
const MOVES = [0.0784, 0.2372, 0.4023, 0.5791, 0.7764, 1.01, 1.318, 1.8627].flatMap((z) => [-z, z])

function expectedError(distance: number, variance: number, reads: number, readVariance: number): number {
  if (reads === 0) return tail(Math.abs(distance) / Math.sqrt(variance))
  const left = 1 / (1 / variance + reads / readVariance)
  const move = Math.sqrt(variance - left)
  return MOVES.reduce((sum, z) => sum + tail(Math.abs(distance + move * z) / Math.sqrt(left)), 0) / MOVES.length
}

/** P(Z > z), z ≥ 0, to 7.5e-8: Abramowitz and Stegun 26.2.17. */
function tail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (series * Math.exp(-(z * z) / 2)) / Math.sqrt(2 * Math.PI)
}
