import type { CalibratedCut } from './calibrated-layer'
import { furtherReads } from './further-reads'
import type { MarksMatrix } from './marks-matrix'
import type { PanelDraws } from './panel-model'
import type { RankedByDraws } from './rank-category'
import { at } from './typed-arrays'

/** A place is certain from here on. */
const CERTAIN = 0.95

/**
 * What the cut-line of a category is worth. The ranks that cannot be told apart there run from the first work whose
 * place is not 95% certain to the last whose absence is not. Null where the quota covers every work.
 */
export function cutLine(
  ranked: readonly RankedByDraws[],
  draws: PanelDraws,
  { judges }: MarksMatrix,
  places: number,
  recusals: readonly { entry: string; judge: string }[],
): CalibratedCut | null {
  const [lastIn, firstOut] = [ranked[places - 1], ranked[places]]
  if (!lastIn || !firstOut) return null
  const sure = ({ inQuota, rank }: RankedByDraws) => (rank <= places ? (inQuota ?? 0) >= CERTAIN : (inQuota ?? 0) <= 1 - CERTAIN)
  const unsure = ranked.filter((one) => !sure(one))
  const present = new Set(judges)
  const aside = new Map<string, number>()
  for (const { entry, judge } of recusals) if (present.has(judge)) aside.set(entry, (aside.get(entry) ?? 0) + 1)
  const { wrongNow, wrongThen, ...further } = furtherReads(
    ranked.map(({ entry, score, work, judges: reads }) => ({
      entry,
      score,
      variance: at(draws.variances, work),
      free: Math.max(0, judges.length - reads - (aside.get(entry) ?? 0)),
    })),
    (lastIn.score + firstOut.score) / 2,
    draws.readVariance,
  )
  return { places, from: unsure[0]?.rank ?? null, to: unsure.at(-1)?.rank ?? null, ...further, wrongNow, wrongThen }
}
