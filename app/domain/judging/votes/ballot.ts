import { z } from 'zod'
import { Quota, type Rulebook } from '../rulebook'
import { VOTE } from './choice'

/** What an event file says of a vote. */
export const Ballot = z.strictObject({
  vote: z.tuple([z.literal('in'), z.literal('hold'), z.literal('out')]).describe('入选 · 待定 · 淘汰'),
  keep: z.int().positive().describe('works that go on, in every category'),
})
export type Ballot = z.output<typeof Ballot>

/** The rules of one vote as they are frozen and hashed when it opens: all there is to count it by. */
export const BallotRules = Ballot.extend({ alternates: Quota.shape.alternates, per: Quota.shape.per })
export type BallotRules = z.output<typeof BallotRules>

/** What a judge's sheet is checked against while votes are given. */
export const VOTE_SHEET: Rulebook = {
  rulebook: 1,
  criteria: [{ id: VOTE, weight: 1, min: 0, max: 2, step: 1, name: { zh: '投票', en: 'Vote' } }],
}

/** A vote as a sheet with a cut-line: how many have a place, and what happens to a tie across it. */
export const voteRulebook = ({ keep, alternates, per }: BallotRules): Rulebook => ({
  ...VOTE_SHEET,
  ties: ['chair'],
  quota: { places: keep, ...(alternates === undefined ? {} : { alternates }), ...(per === undefined ? {} : { per }) },
})
