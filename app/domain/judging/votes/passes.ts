import { mayAct } from '~/domain/events/stage-state'
import type { StageState } from '~/generated/prisma/enums'

/** What of a stage says whether its judges vote or mark. */
export interface PassOf {
  ballot: unknown
  rulebook: unknown
  keptAt: Date | null
}

/** Whether sheets hold votes or marks now: a stage of votes always votes, one with a first pass until works are kept. */
export function passOf({ ballot, rulebook, keptAt }: PassOf): 'vote' | 'mark' {
  if (ballot === null) return 'mark'
  return rulebook === null || keptAt === null ? 'vote' : 'mark'
}

/** True where a vote comes before the marks. */
export const hasFirstPass = ({ ballot, rulebook }: Pick<PassOf, 'ballot' | 'rulebook'>): boolean => ballot !== null && rulebook !== null

export interface PhaseOf extends PassOf {
  state: StageState
  votingEndedAt: Date | null
}

/** Between the end of a first pass and the first mark: sheets are closed, border works are decided. */
const isBetween = ({ state, votingEndedAt, keptAt }: PhaseOf): boolean => state === 'open' && votingEndedAt !== null && keptAt === null

/** The state a judge's desk knows: closed as well between the passes. */
export const deskState = (stage: PhaseOf): StageState => (isBetween(stage) ? 'closed' : stage.state)

/** Whether ties and border works may be decided: sheets are all in, nothing follows from them yet. */
export const mayDecide = (stage: PhaseOf): boolean => mayAct(stage.state, 'decide-tie') || isBetween(stage)
