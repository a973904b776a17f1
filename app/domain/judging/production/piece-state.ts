import type { PieceKind, PieceState } from '~/generated/prisma/enums'

/** From the parcel to the rack to the runway and home, and back where a hand slipped. */
const ways: Record<PieceState, readonly PieceState[]> = {
  expected: ['received'],
  received: ['on_rack', 'returned', 'expected'],
  on_rack: ['on_runway', 'returned', 'received'],
  on_runway: ['on_rack', 'returned'],
  returned: ['received'],
}

export const PIECE_STATES: readonly PieceState[] = ['expected', 'received', 'on_rack', 'on_runway', 'returned']

/** Where a piece may go from here, the usual way first. */
export const waysFrom = (state: PieceState): readonly PieceState[] => ways[state]

/** Where it usually goes next; null when it has come home. Boards and swatches are laid out and never walk. */
export function dueNext(kind: PieceKind, state: PieceState): PieceState | null {
  if (state === 'returned') return null
  if (state === 'on_rack' && kind !== 'garment') return 'returned'
  return state === 'on_runway' ? 'returned' : (ways[state][0] ?? null)
}

export const mayMove = (from: PieceState, to: PieceState): boolean => ways[from].includes(to)
