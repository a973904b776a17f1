import type { Stage } from '../section'
import type { BallotRules } from './ballot'

/** The rules of a stage's vote, or of its first pass, which cuts in the categories of its ranking; null where judges only mark. */
export function ballotOfStage(stage: Stage): BallotRules | null {
  if (stage.type === 'vote') {
    const { alternates, per } = stage.quota ?? {}
    return { ...stage.ballot, ...(alternates === undefined ? {} : { alternates }), ...(per === undefined ? {} : { per }) }
  }
  if (stage.type !== 'score' || !stage.first) return null
  const per = stage.rulebook.quota?.per
  return { ...stage.first, ...(per === undefined ? {} : { per }) }
}
