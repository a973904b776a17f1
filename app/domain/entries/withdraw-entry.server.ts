import { holdStages } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { noticesStep } from '~/domain/notices/send-notice.server'
import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import { lockEntry } from './entry-row.server'
import type { Editor } from './entry-row.server'
import { pageFor, receivers } from './receivers'
import { mayBecome } from './entry-state'
import { judgingHasBegun } from './precheck/check-time.server'

interface WithdrawEntry {
  editor: Editor
  eventId: string
  entryId: string
  requestKey: string
  now: Date
}

export type WithdrawRefusal = 'not-found' | 'decided' | 'judging'

/**
 * Withdraws an entry that was handed in; what was handed in stays on record. A draft that never was is thrown away
 * with its files. Once judging has begun an entry can no longer be taken out by its entrant. Answers what was done.
 */
export function withdrawEntry({
  editor,
  eventId,
  entryId,
  requestKey,
  now,
}: WithdrawEntry): Promise<Outcome<WithdrawRefusal, 'discarded' | 'withdrawn'>> {
  return transactOnce(
    { actor: editor.personId, key: requestKey, asked: ['withdraw-entry', eventId, entryId] },
    async (tx): Promise<Outcome<WithdrawRefusal, 'discarded' | 'withdrawn'>> => {
      // a stage that is just opening settles which works are judged: one of the two waits for the other
      await holdStages(tx, eventId)
      const entry = await lockEntry(tx, editor, eventId, entryId)
      if (!entry) return refuse('not-found')
      if (entry.state === 'draft') {
        await tx.entry.delete({ where: { eventId_id: { eventId, id: entryId } } })
        return done('discarded' as const)
      }
      if (entry.state === 'withdrawn') return done('withdrawn' as const)
      if (!mayBecome(entry.state, 'withdrawn')) return refuse('decided')
      if (await judgingHasBegun(eventId, tx)) return refuse('judging')
      await tx.entry.update({
        where: { eventId_id: { eventId, id: entryId } },
        data: { state: 'withdrawn', withdrawnAt: now, version: { increment: 1 } },
      })
      await record(tx, eventId, [{ action: 'entry.withdrawn', body: { entry: entryId, number: entry.number, by: editor.personId } }])
      if (!editor.staff) {
        const authors = entry.authors.filter(({ role }) => role === 'author')
        await noticesStep(
          tx,
          receivers({ ...entry, authors }).map((to) => {
            const path = pageFor(to, entry, eventId, entryId)
            return {
              to,
              eventId,
              notice: { template: 'entry-withdrawn', title: entry.title, number: entry.number ?? '', path, withdrawnAt: now },
            }
          }),
        )
      }
      return done('withdrawn' as const)
    },
  )
}
