import type { Tx } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import type { PieceKind } from '~/generated/prisma/enums'

/** How many things of each kind come for a work. */
export interface PieceCounts {
  garments: number
  swatches: number
}

const MOST = 20

/**
 * Puts a work's pieces on the list, each with the token of its label: more where more come, and those with the highest
 * numbers off again where fewer do, unless one of them is here already. A label that was printed stays right.
 */
export async function listPieces(
  tx: Tx,
  key: { eventId: string; stageId: string; entryId: string },
  { garments, swatches }: PieceCounts,
  now: Date,
): Promise<Outcome<'already-here' | 'no-pieces'>> {
  const wanted: [PieceKind, number][] = [
    ['garment', garments],
    ['swatch', swatches],
  ]
  if (garments + swatches < 1 || wanted.some(([, count]) => !Number.isInteger(count) || count < 0 || count > MOST))
    return refuse('no-pieces')
  for (const [kind, count] of wanted) {
    const gone = { ...key, kind, number: { gt: count }, droppedAt: null }
    if ((await tx.piece.count({ where: { ...gone, state: { not: 'expected' } } })) > 0) return refuse('already-here')
    await tx.piece.updateMany({ where: gone, data: { droppedAt: now } })
    await tx.piece.updateMany({ where: { ...key, kind, number: { lte: count } }, data: { droppedAt: null } })
    await tx.piece.createMany({
      data: Array.from({ length: count }, (_, n) => ({ ...key, kind, number: n + 1, token: newId(16) })),
      skipDuplicates: true,
    })
  }
  return done()
}
