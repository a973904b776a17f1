import { z } from 'zod'
import { Module, Points, Run, Single, Source, Teams } from './measured/rules'
import { RulebookText, Unit, kebabId } from './rulebook-text'

/**
 * The rulebook (规程) of one scoring stage, as a document that can be executed. The schema adds no defaults
 * and rewrites nothing: what parses is what was written, so that its hash is the hash of the document.
 */

const number = '-?\\d+(?:\\.\\d+)?'
const anchorKey = new RegExp(`^(${number})(?:-(${number}))?$`)

const criterionBase = {
  id: kebabId,
  weight: z.number().positive(),
  /** the module it belongs to, in a rulebook that has modules */
  module: kebabId.optional(),
  name: RulebookText,
  description: RulebookText.optional(),
}

/** What judges mark by eye: a decimal between `min` and `max`, on `step`. `anchors` say what a mark stands for. */
export const JudgedCriterion = z.strictObject({
  ...criterionBase,
  min: z.number(),
  max: z.number(),
  step: z.number().positive(),
  anchors: z
    .record(z.string().regex(anchorKey, { error: 'an anchor is a mark or a range of marks, such as 10 or 7-8' }), RulebookText)
    .optional(),
})
export type JudgedCriterion = z.infer<typeof JudgedCriterion>

/**
 * What an instrument measures; `points` turn the quantity into a mark by a straight line, by a table of thresholds or
 * by what each fault takes away. With a `source` it is recorded once, for all judges; without, each judge writes it down.
 */
export const MeasuredCriterion = z.strictObject({
  ...criterionBase,
  measured: z.strictObject({
    unit: Unit,
    source: Source.optional(),
    /** the part of the run it is about; the whole run if absent */
    part: kebabId.optional(),
    /** a reading outside is asked about twice */
    plausible: z.strictObject({ min: z.number(), max: z.number() }).optional(),
    points: Points,
  }),
})
export type MeasuredCriterion = z.infer<typeof MeasuredCriterion>

export const Criterion = z.union([JudgedCriterion, MeasuredCriterion])
export type Criterion = z.infer<typeof Criterion>

export const TIE_RULES = ['undropped-mean', 'majority', 'fewer-low', 'time', 'chair'] as const
export const TieRule = z.union([z.enum(TIE_RULES), z.templateLiteral(['criterion:', z.string().min(1)])], {
  error: `a tie rule is one of ${TIE_RULES.join(', ')} or criterion:<id>`,
})
export type TieRule = z.infer<typeof TieRule>

export const RoundingMode = z.enum(['half-up', 'half-even', 'down'])
export type RoundingMode = z.infer<typeof RoundingMode>

const decimals = z.int().min(0).max(12)

export const Quota = z.strictObject({
  places: z.int().min(1),
  alternates: z.int().min(0).optional(),
  per: z.enum(['group', 'track', 'group-track', 'all']).optional(),
})
export type Quota = z.infer<typeof Quota>

export const Rulebook = z.strictObject({
  rulebook: z.literal(1),
  weightsSum: z.number().positive().optional(),
  /** theory 30, practice 70: what adds up by share; every criterion then belongs to one */
  modules: z.array(Module).min(1).max(12).optional(),
  /** the timed run from which clocks, stops and readings are taken */
  run: Run.optional(),
  criteria: z.array(Criterion).min(1).max(40),
  drop: z
    .strictObject({
      level: z.enum(['criterion', 'total']),
      high: z.int().min(0),
      low: z.int().min(0),
      fromJudges: z.int().min(1),
    })
    .optional(),
  average: z.enum(['mean', 'median']).optional(),
  rounding: z
    .strictObject({
      criterion: decimals.optional(),
      weighted: decimals.optional(),
      module: decimals.optional(),
      total: decimals.optional(),
      mode: RoundingMode.optional(),
    })
    .optional(),
  ties: z.array(TieRule).optional(),
  quota: Quota.optional(),
  /** prizes for single items, such as threading */
  singles: z.array(Single).min(1).max(20).optional(),
  /** the teams entries count for, such as provinces */
  teams: Teams.optional(),
  /** A judge who stands aside for one work: the others decide, or a substitute must mark it first. */
  recusal: z.enum(['others-decide', 'substitute']).optional(),
  /** A judge who did not mark a work given to them: the others decide, or the stage waits. */
  absence: z.enum(['others-decide', 'wait']).optional(),
  /** A work nobody marked: it stands last without a rank, or the stage waits. */
  unscored: z.enum(['last', 'wait']).optional(),
})
export type Rulebook = z.infer<typeof Rulebook>

export function isMeasured(criterion: Criterion): criterion is MeasuredCriterion {
  return 'measured' in criterion
}

/** `criterion:design` → `design`; null for the other tie rules. */
export function tieCriterion(rule: TieRule): string | null {
  return rule.startsWith('criterion:') ? rule.slice('criterion:'.length) : null
}

/** `9-10` → [9, 10], `10` → [10, 10]; null when the key is no mark and no range. */
export function anchorRange(key: string): [number, number] | null {
  const match = anchorKey.exec(key)
  if (!match) return null
  const low = Number(match[1])
  return [low, match[2] === undefined ? low : Number(match[2])]
}
