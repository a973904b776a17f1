import { z } from 'zod'
import { record } from '~/domain/ledger/record.server'
import { noticesStep } from '~/domain/notices/send-notice.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import { stageProgress } from '../stage-progress.server'

export const RemindForm = z.object({ seats: z.array(z.string().max(40)).min(1).max(200), requestKey: z.string().min(1).max(60) })

type RemindJudges = z.output<typeof RemindForm> & { eventId: string; stageId: string; personId: string }

/** Tells judges who have works left how many, with the way to their desk. Those who are done or never came are left out. */
export async function remindJudges({
  eventId,
  stageId,
  seats,
  personId,
  requestKey,
}: RemindJudges): Promise<Outcome<'not-open' | 'nobody', { told: number }>> {
  // counted before the transaction: tens of thousands of marks need not be read while rows are held
  const progress = await stageProgress(eventId, stageId)
  const behind = progress.judges.filter(
    ({ judge, complete, expected, lockedAt }) => seats.includes(judge) && !lockedAt && complete < expected,
  )
  return transactOnce({ actor: personId, key: requestKey, asked: ['remind-judges', eventId, stageId, seats] }, async (tx) => {
    const stage = await tx.stage.findUnique({
      where: { eventId_id: { eventId, id: stageId } },
      select: {
        state: true,
        nameZh: true,
        nameEn: true,
        closesAt: true,
        seats: {
          where: { id: { in: behind.map(({ judge }) => judge) }, personId: { not: null }, removedAt: null },
          select: { id: true, personId: true },
        },
      },
    })
    if (stage?.state !== 'open') return refuse('not-open')
    const orders = stage.seats.flatMap((seat) => {
      const row = behind.find(({ judge }) => judge === seat.id)
      if (!row || !seat.personId) return []
      return [
        {
          to: { personId: seat.personId },
          eventId,
          notice: {
            template: 'stage-reminder' as const,
            stage: { zh: stage.nameZh, en: stage.nameEn },
            marked: row.complete,
            total: row.expected,
            closesAt: stage.closesAt,
            path: `/judge/${eventId}/${stageId}`,
          },
        },
      ]
    })
    if (orders.length === 0) return refuse('nobody')
    await noticesStep(tx, orders)
    await record(tx, eventId, [
      { action: 'notice.sent', body: { template: 'stage-reminder', stage: stageId, seats: stage.seats.map(({ id }) => id), by: personId } },
    ])
    return done({ told: orders.length })
  })
}
