import { liveTopic, tell } from '~/channel.server'
import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { newToken } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { lockShow } from './lock-show.server'

export type SetHall = { eventId: string; stageId: string; byId: string; change: { namesShown: boolean } | 'new-address' }

/** Whether the hall prints the authors’ names, or a new address for its screen: the one before leads nowhere any more. */
export function setHall({ eventId, stageId, byId, change }: SetHall): Promise<Outcome<'order-not-drawn'>> {
  return transact(async (tx) => {
    if (!(await lockShow(tx, eventId, stageId))) return refuse('order-not-drawn')
    await tx.liveShow.update({
      where: { eventId_stageId: { eventId, stageId } },
      data: { version: { increment: 1 }, ...(change === 'new-address' ? { hallKey: newToken() } : change) },
    })
    const what = change === 'new-address' ? { address: 'new' } : { names: change.namesShown }
    await record(tx, eventId, [{ action: 'live.hall-changed', body: { stage: stageId, ...what, by: byId } }])
    await tell(tx, liveTopic(eventId, stageId))
    return done()
  })
}
