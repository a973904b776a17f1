import { transact } from '~/db.server'
import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import { lockBatch, refusePreparing } from './batch-row.server'
import type { BatchOfOwner, BatchRefusal } from './batch-row.server'
import { fits, rowsToMatch } from './place-files.server'

interface PlaceFile extends BatchOfOwner {
  place: number
  /** where it belongs; null: it belongs to no work and is set aside */
  to: { line: number; slot: string } | null
  now: Date
}

export type PlaceRefusal = BatchRefusal | 'no-such-slot' | 'wrong-kind' | 'slot-full'

/** Says by hand where a file of the archive belongs. */
export function placeFile({ place, to, now, ...owner }: PlaceFile): Promise<Outcome<PlaceRefusal>> {
  return transact(async (tx): Promise<Outcome<PlaceRefusal>> => {
    const found = await lockBatch(tx, owner)
    if (!found) return refuse('not-found')
    const refusal = refusePreparing(found, now)
    if (refusal) return refuse(refusal)
    const { eventId, batchId } = owner
    const key = { eventId_batchId_place: { eventId, batchId, place } }
    const file = await tx.entryBatchFile.findUnique({ where: key })
    if (!file) return refuse('not-found')
    if (to) {
      const row = await tx.entryBatchRow.findUnique({ where: { eventId_batchId_line: { eventId, batchId, line: to.line } } })
      const slot = row && rowsToMatch(found.terms, [row], found.batch.organisation)[0]?.slots.find(({ id }) => id === to.slot)
      if (!slot) return refuse('no-such-slot')
      if (!fits(file.path, slot)) return refuse('wrong-kind')
      const there = await tx.entryBatchFile.count({ where: { eventId, batchId, line: to.line, slot: to.slot, place: { not: place } } })
      if (there >= slot.max) return refuse('slot-full', { max: slot.max })
    }
    await tx.entryBatchFile.update({
      where: key,
      data: to
        ? { state: 'matched', line: to.line, slot: to.slot, byHand: true }
        : { state: 'ignored', line: null, slot: null, byHand: true },
    })
    return done()
  })
}
