export const VOICES = ['yes', 'no', 'abstain'] as const
export type Voice = (typeof VOICES)[number]

export type Tally = Record<Voice, number>

export function tallyOf(votes: readonly { choice: Voice }[]): Tally {
  const tally: Tally = { yes: 0, no: 0, abstain: 0 }
  for (const { choice } of votes) tally[choice] += 1
  return tally
}

/** `casting`: as many for as against, so that the chair decides. */
export type MotionOutcome = 'no-quorum' | 'passed' | 'failed' | 'casting'

/**
 * What the voices on a motion come to: more than half of the judges who may vote have to have spoken, abstentions
 * included; then more for than against passes it.
 */
export function outcomeOf({ yes, no, abstain }: Tally, entitled: number): MotionOutcome {
  if ((yes + no + abstain) * 2 <= entitled) return 'no-quorum'
  return yes > no ? 'passed' : yes < no ? 'failed' : 'casting'
}
