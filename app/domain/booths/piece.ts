import { fillsRectangle, isOnePiece } from './rect'
import type { Rect } from './rect'

/** A booth as a claim sees it. */
export interface BoothPiece {
  number: string
  hall: string
  zone: string | null
  kind: 'standard' | 'raw'
  rects: readonly Rect[]
  forSale: boolean
}

export type PieceRefusal = 'no-booth' | 'not-for-sale' | 'two-halls' | 'two-kinds' | 'not-together'

/** How many booths one claim may take: what is larger is a delegation's block, made by the office. */
export const MOST_BOOTHS = 12

/**
 * Why these booths cannot be taken as one stand; null when they can. Several standard stands merge when they fill a
 * rectangle; raw space is taken alone or with what it touches.
 */
export function refusePiece(booths: readonly BoothPiece[]): PieceRefusal | null {
  const [first] = booths
  if (!first || booths.length > MOST_BOOTHS) return 'no-booth'
  if (booths.some(({ forSale }) => !forSale)) return 'not-for-sale'
  if (booths.some(({ hall }) => hall !== first.hall)) return 'two-halls'
  if (booths.some(({ kind }) => kind !== first.kind)) return 'two-kinds'
  const rects = booths.flatMap((booth) => booth.rects)
  if (!isOnePiece(rects)) return 'not-together'
  return first.kind === 'standard' && booths.length > 1 && !fillsRectangle(rects) ? 'not-together' : null
}
