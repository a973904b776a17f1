import { z } from 'zod'
import { Id, Localized } from '~/domain/events/localized'
import { Payments, Sum } from './payment-rules'
import { Quota, Rulebook } from './rulebook'
import { Ballot } from './votes/ballot'

const stageBase = {
  id: Id,
  name: Localized.optional().describe('needed unless the id is a usual one, such as preliminary or final'),
  note: Localized.optional(),
  dates: Id.describe('key of its date'),
}

const Panel = z.strictObject({
  judges: z.int().min(1).max(200),
  perWork: z
    .union([z.literal('all'), z.int().min(1)])
    .default('all')
    .describe('judges who see one work'),
  chair: z.enum(['scoring', 'not-scoring']).default('scoring'),
  advisers: z.int().min(0).default(0).describe('技术顾问: present, not scoring'),
})
export type Panel = z.output<typeof Panel>

const scored = { panel: Panel, rulebook: Rulebook }

/** 资格审核 and 形式审查, round by round, to the notice and the making of garments. */
export const Stage = z.discriminatedUnion('type', [
  z.strictObject({
    ...stageBase,
    type: z.literal('check'),
    checks: z.array(z.enum(['eligibility', 'form', 'names-on-work'])).min(1),
  }),
  z.strictObject({
    ...stageBase,
    type: z.literal('vote'),
    panel: Panel,
    ballot: Ballot,
    quota: Quota.optional(),
  }),
  z.strictObject({
    ...stageBase,
    type: z.literal('score'),
    ...scored,
    first: Ballot.optional().describe('a first pass by vote; only what it keeps is marked'),
  }),
  z.strictObject({ ...stageBase, type: z.literal('live'), ...scored }),
  z.strictObject({ ...stageBase, type: z.literal('notice'), days: z.int().min(1).max(60) }),
  z.strictObject({ ...stageBase, type: z.literal('make'), label: z.enum(['qr', 'none']).default('none') }),
])
export type Stage = z.output<typeof Stage>
export type StageType = Stage['type']
export type ScoringStage = Extract<Stage, { rulebook: Rulebook }>

/** True for the stages that are marked by a rulebook. */
export function isScoring(stage: Stage): stage is ScoringStage {
  return stage.type === 'score' || stage.type === 'live'
}

/** What each work that an organisation brought counts for it, by how far the work came. */
export const OrganisationPoints = z.strictObject({
  submitted: z.int().min(0).default(0).describe('handed in'),
  accepted: z.int().min(0).default(0).describe('passed the precheck'),
  finalists: z.int().min(0).default(0).describe('selected by a stage with a quota'),
  prizes: z.int().min(0).default(0).describe('for each award its makers have'),
})
export type OrganisationPoints = z.output<typeof OrganisationPoints>

export const Award = z.strictObject({
  id: Id,
  name: Localized,
  note: Localized.optional(),
  count: z.int().positive().optional().describe('left out when the number is not fixed'),
  per: z.enum(['group', 'track', 'group-track', 'all']).default('all'),
  by: z.enum(['ranking', 'nomination', 'vote']).default('ranking'),
  for: Id.optional().describe('a single item of the rulebook of the last stage, or teams: by their places instead of the total'),
  from: z.array(Id).min(1).optional().describe('awards whose winners it follows, such as the teachers of gold'),
  to: z.enum(['authors', 'instructors', 'organisations']).default('authors'),
  groups: z.array(Id).min(1).optional(),
  exclusive: z.boolean().default(true).describe('false: may go to a work that already has an award'),
  points: OrganisationPoints.optional().describe('to organisations: the rule by which they are proposed; the organiser confirms'),
  atLeast: z.int().positive().optional().describe('to organisations: works handed in at the least'),
  prize: Sum.optional().describe('for the work, before tax; authors share it'),
  tax: Id.optional().describe('a tax of payments, where it is not that of all prizes'),
})
export type Award = z.output<typeof Award>

/** A sub-contest sends its best works on to its `parent`, in one batch. */
export const Forwarding = z.strictObject({
  stage: Id.describe('the stage by whose result they are chosen'),
  places: z.int().positive(),
  per: z.enum(['group', 'track', 'group-track', 'all']).default('all').describe('places are counted in each group, each track, or in all'),
  until: Id.describe('key of the date by which they are sent, replacements included'),
  groups: z.record(Id, Id).default({}).describe('groups here by their id in the parent, where they differ'),
  statements: z.enum(['carry', 'ask']).default('carry').describe('carry: what authors signed here goes along; ask: they sign the parent’s'),
  onePrize: z.boolean().default(true).describe('of both contests the higher prize counts, once'),
})
export type Forwarding = z.output<typeof Forwarding>

/** The part of `contest` that concerns the jury: the stages in order, and what is awarded at the end. */
export const judgingShape = {
  stages: z.array(Stage).min(1),
  awards: z.array(Award).default([]),
  forwarding: Forwarding.optional(),
  collects: z.array(Id).default([]).describe('slugs of the sub-contests that may send works here'),
  payments: Payments.optional().describe('how prize money and judges’ fees are taxed and paid; without it no payment list'),
}
