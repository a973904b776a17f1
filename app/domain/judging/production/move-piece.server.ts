import { Readable } from 'node:stream'
import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { derivePictures } from '~/gateways/images.server'
import { storage } from '~/gateways/storage.server'
import type { PieceState } from '~/generated/prisma/enums'
import { mayMove } from './piece-state'
import { type PieceFound, findPiece } from './queries.server'
import { readLabel } from './read-label'

export type MoveRefusal = 'not-a-label' | 'unknown-piece' | 'not-from-there' | 'broken-photo'

export type MovePiece = {
  eventId: string
  stageId: string
  /** as it was scanned or typed */
  label: string
  to: PieceState
  /** how the piece looked; empty when nothing was wrong */
  condition: string
  /** a photo of it as it was taken, kept without its metadata */
  photo: Buffer | null
  byId: string
  now: Date
}

/** Notes where a piece is now. Scanning it again to where it is changes nothing. */
export async function movePiece({
  eventId,
  stageId,
  label,
  to,
  condition,
  photo,
  byId,
  now,
}: MovePiece): Promise<Outcome<MoveRefusal, PieceFound>> {
  const read = readLabel(label)
  if (!read) return refuse('not-a-label')
  const found = await findPiece(eventId, stageId, read)
  if (!found) return refuse('unknown-piece')
  const photoKey = photo && (await keepPhoto(eventId, photo))
  if (photo && !photoKey) return refuse('broken-photo')
  const { entryId, kind, number } = found
  return transact(async (tx) => {
    await tx.$queryRaw`select 1 from "Piece" where "token" = ${found.token} for update`
    const { state: from } = await tx.piece.findUniqueOrThrow({ where: { token: found.token }, select: { state: true } })
    if (from === to && !condition && !photoKey) return done({ ...found, state: to })
    if (from !== to && !mayMove(from, to)) return refuse('not-from-there')
    const id = newId()
    await tx.piece.update({ where: { token: found.token }, data: { state: to, movedAt: now } })
    await tx.pieceMove.create({ data: { eventId, stageId, id, entryId, kind, number, from, to, condition, photoKey, byId, movedAt: now } })
    await record(tx, eventId, [
      {
        action: 'piece.moved',
        body: {
          stage: stageId,
          move: id,
          entry: entryId,
          kind,
          number,
          from,
          to,
          note: condition !== '',
          photo: photoKey !== null,
          by: byId,
        },
      },
    ])
    return done({ ...found, state: to })
  })
}

async function keepPhoto(eventId: string, photo: Buffer): Promise<string | null> {
  try {
    const { view } = await derivePictures(photo)
    const key = `pieces/${eventId}/${newId(16)}.webp`
    await storage().put(key, Readable.from([view]), { bytes: view.length, mime: 'image/webp' })
    return key
  } catch {
    return null
  }
}
