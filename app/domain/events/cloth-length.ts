const HEM = 70
const PER_DAY = 4.8
const STEADY_DAYS = 75

/**
 * How far the cloth of an open event hangs, in CSS pixels, from the days left: a longer cloth always means more
 * time. Beyond 75 days each doubling adds the same length, so that a far deadline does not fill the page.
 */
export function clothLength(days: number): number {
  const left = Math.max(0, days)
  const steady = HEM + PER_DAY * Math.min(left, STEADY_DAYS)
  return Math.round(left <= STEADY_DAYS ? steady : steady + 70 * Math.log2(left / STEADY_DAYS))
}
