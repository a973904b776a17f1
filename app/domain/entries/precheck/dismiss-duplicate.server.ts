import { z } from 'zod'
import { record } from '~/domain/ledger/record.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'

const Id = z.string().min(1).max(40)

/** Two works that look alike and are not the same, or are after all. */
export const DismissForm = z.object({
  entryAId: Id,
  entryBId: Id,
  kind: z.enum(['same_file', 'look_alike', 'same_author']),
  dismissed: z.enum(['1', '0']).transform((value) => value === '1'),
  requestKey: Id,
})

type DismissDuplicate = z.output<typeof DismissForm> & { eventId: string; personId: string; now: Date }

/** Sets a duplicate flag aside, or puts it back. */
export function dismissDuplicate({
  eventId,
  personId,
  now,
  entryAId,
  entryBId,
  kind,
  dismissed,
  requestKey,
}: DismissDuplicate): Promise<Outcome<'not-found'>> {
  return transactOnce(
    { actor: personId, key: requestKey, asked: ['dismiss-duplicate', eventId, entryAId, entryBId, kind, dismissed] },
    async (tx) => {
      const changed = await tx.duplicateFlag.updateMany({
        where: { eventId, entryAId, entryBId, kind, dismissedAt: dismissed ? null : { not: null } },
        data: { dismissedAt: dismissed ? now : null, dismissedById: dismissed ? personId : null },
      })
      if (changed.count === 0) return refuse('not-found')
      await record(tx, eventId, [{ action: 'duplicate.dismissed', body: { entries: [entryAId, entryBId], kind, dismissed, by: personId } }])
      return done()
    },
  )
}
