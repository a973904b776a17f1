import type { StageState } from '~/generated/prisma/enums'

/** Types of stages that a panel decides; finalists of one enter the next. */
export const DECIDING = ['vote', 'score', 'live']

/** What is done to a stage that a panel decides. */
export type StageAct = 'open' | 'close' | 'publish' | 'correct' | 'change-panel' | 'decide-tie'

/** From which states an act is allowed, and to which state it leads; without one it stays where it is. */
const acts: Record<StageAct, { from: readonly StageState[]; to?: StageState }> = {
  open: { from: ['upcoming'], to: 'open' },
  'change-panel': { from: ['upcoming', 'open'] },
  close: { from: ['open'], to: 'closed' },
  // marks are all in, nothing is public yet
  'decide-tie': { from: ['closed'] },
  publish: { from: ['closed'], to: 'published' },
  // a published result is never taken back: what was wrong is put right by the next version
  correct: { from: ['published'] },
}

/** Whether a stage in this state may be acted on so. */
export const mayAct = (state: StageState, act: StageAct): boolean => acts[act].from.includes(state)

/** The state an act leads to. Throws when the state does not allow it: ask `mayAct` first. */
export function stateAfter(state: StageState, act: StageAct): StageState {
  if (!mayAct(state, act)) throw new Error(`a stage that is ${state} takes no ${act}`)
  return acts[act].to ?? state
}
