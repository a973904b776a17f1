export type ClaimStatus = 'HELD' | 'RESERVED' | 'CONFIRMED' | 'RELEASED' | 'EXPIRED' | 'CANCELLED'

/** What becomes of a claim, and from where; whatever is not here cannot happen. Only the first three keep a booth. */
const moves: Record<ClaimStatus, readonly ClaimStatus[]> = {
  HELD: ['RESERVED', 'RELEASED', 'EXPIRED'],
  RESERVED: ['CONFIRMED', 'RELEASED', 'EXPIRED'],
  CONFIRMED: ['CANCELLED'],
  RELEASED: [],
  EXPIRED: [],
  CANCELLED: [],
}

export const mayBecome = (from: ClaimStatus, to: ClaimStatus): boolean => moves[from].includes(to)
