import { connectedParts } from './bridges'
import type { CalibratedCategory, CalibratedEntry, CalibratedLayer } from './calibrated-layer'
import { cutLine } from './cut-line'
import { type JudgeTotal, type MarksMatrix, marksMatrix } from './marks-matrix'
import { drawPanel } from './panel-model'
import { randomDraws, seedOf } from './random-draws'
import { evidenceOf, rankCategory } from './rank-category'
import { thinBridges, unlinkedParts } from './propose-bridges'
import { rawMeans } from './raw-mean'
import { severities } from './severity'
import { at } from './typed-arrays'

export type CalibrateInput = {
  /** every work of the stage; ranked within `category`. Works of one `group` share a level; the category where absent */
  entries: readonly { id: string; category: string; group?: string }[]
  totals: readonly JudgeTotal[]
  /** works and judges kept apart, who cannot be asked for further reads */
  recusals?: readonly { entry: string; judge: string }[]
  /** per category; null without a quota */
  places: number | null
  /** SHA-256 in hex, the rulebook’s hash */
  seed: string
}

/**
 * The calibrated layer (尺度校正参考分) of a stage: decision support beside the official score, never in its place. See
 * `panel-model.ts` for the model. The same input gives the same layer, in whatever order its rows come and whatever
 * works and judges are called.
 */
export function calibrate(input: CalibrateInput): CalibratedLayer {
  const byId = new Map(input.entries.map((entry) => [entry.id, entry]))
  const totals = input.totals.filter(({ entry }) => byId.has(entry))
  const matrix = marksMatrix(totals, (id) => byId.get(id)?.group ?? byId.get(id)?.category ?? '')
  const draws = matrix.entries.length === 0 ? null : drawPanel(matrix, randomDraws(seedOf(input.seed)))
  const parts = connectedParts(matrix)
  const means = rawMeans(matrix)
  const evidence = evidenceOf(matrix)
  const works = new Map<string, number[]>(input.entries.map(({ category }) => [category, []]))
  matrix.entries.forEach((id, index) => works.get(byId.get(id)?.category ?? '')?.push(index))
  const thin = parts.map((part) => thinBridges(matrix, part, means))
  const entries: CalibratedEntry[] = []
  const categories = [...works]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([category, members]): CalibratedCategory => {
      const own = new Set(members)
      const touched = parts.filter((part) => part.works.some((work) => own.has(work)))
      const linked = touched.length === 1
      const ranked = draws && linked ? rankCategory(matrix, draws, evidence, category, members, input.places) : []
      const said = new Map(ranked.map(({ work: _work, ...one }) => [one.entry, one]))
      const listed = input.entries.filter((entry) => entry.category === category)
      entries.push(...inRankOrder(listed.map(({ id }) => said.get(id) ?? { ...silent(id), category, judges: judgesOf(matrix, id) })))
      return {
        category,
        state: members.length === 0 ? 'unmarked' : linked ? 'ranked' : 'unlinked',
        parts: linked ? [] : unlinkedParts(matrix, touched, own, means),
        thinBridges: linked ? thin.flatMap((bridges, n) => (parts[n] === touched[0] ? bridges : [])) : [],
        cut:
          draws && ranked.length > 0 && input.places !== null ? cutLine(ranked, draws, matrix, input.places, input.recusals ?? []) : null,
      }
    })
  return {
    model: 'panel-1',
    entries,
    categories,
    judges: draws ? severities(matrix, draws) : [],
    singleReads: matrix.entries.length > 0 && matrix.y.length === matrix.entries.length,
  }
}

const silent = (entry: string) => ({ entry, score: null, rank: null, interval: null, inQuota: null, beatsCut: null })

function judgesOf({ entries, start }: MarksMatrix, id: string): number {
  const work = entries.indexOf(id)
  return work < 0 ? 0 : at(start, work + 1) - at(start, work)
}

function inRankOrder(entries: CalibratedEntry[]): CalibratedEntry[] {
  return entries.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || byCodeUnit(a.entry, b.entry))
}

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
