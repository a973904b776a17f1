import type { Money } from '~/domain/money'

/** The highest prize of a work in one of two contests that are linked. */
export interface LinkedPrize {
  prize: Money
  /** some of it is approved or paid already */
  begun: boolean
}

/**
 * The higher prize counts once: what remains due of `own` where the same work has `other` in the parent or the
 * sub-contest. Of equal prizes the sub-contest’s stands. A lower prize that is being paid stays, and the higher one pays
 * the difference. Amounts of two currencies are not compared: both stay.
 */
export function remainingPrize(own: LinkedPrize, other: LinkedPrize, ownIsParent: boolean): Money {
  if (own.prize.currency !== other.prize.currency) return own.prize
  const higher = own.prize.minor === other.prize.minor ? !ownIsParent : own.prize.minor > other.prize.minor
  if (!higher) return own.begun ? own.prize : { ...own.prize, minor: 0n }
  return other.begun ? { ...own.prize, minor: own.prize.minor - other.prize.minor } : own.prize
}
