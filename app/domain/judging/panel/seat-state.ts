/** How far a seat has come: one word for it on every page. */
export type SeatState = 'removed' | 'locked' | 'declared' | 'accepted' | 'invited' | 'not-invited'

/** `invited`: an invitation is out, as a link or a tablet card, and can still be taken up. */
export function seatState(seat: { removed?: boolean; locked: boolean; declared: boolean; accepted: boolean; invited: boolean }): SeatState {
  if (seat.removed) return 'removed'
  if (seat.locked) return 'locked'
  if (seat.declared) return 'declared'
  if (seat.accepted) return 'accepted'
  return seat.invited ? 'invited' : 'not-invited'
}
