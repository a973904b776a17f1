import type { Unmet } from './problem'

const sentences: Record<Unmet['reason'], string> = {
  'too-few-without-conflict': 'too few judges are without a conflict with this work',
  'judges-at-max': 'every other judge without a conflict with this work has reached their max',
  'pin-is-conflict': 'the pin is refused: the pair is a conflict',
  'pin-above-max': 'the pin is refused: the judge’s pins fill their max',
  'pin-above-per-work': 'the pin is refused: the work has as many pins as perWork allows',
}

/** An unmet demand with its reason in words. */
export const explainUnmet = (unmet: Unmet) => ({ ...unmet, reason: sentences[unmet.reason] })
