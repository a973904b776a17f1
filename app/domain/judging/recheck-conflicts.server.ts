import { liveTopic, tell } from '~/channel.server'
import { db, transact } from '~/db.server'
import { done } from '~/domain/outcome'
import { refreshRecusals } from './recusals.server'

/**
 * Looks for ties again on every panel of a house that is judging: two spellings of a school have become one. Judges who
 * have signed are left as they are. Works need no such look: none enters a stage once it is open.
 */
export async function recheckConflicts({ organisationId }: { organisationId: string }): Promise<void> {
  const stages = await db.stage.findMany({
    where: { state: 'open', event: { organisationId }, seats: { some: { declaredAt: { not: null }, lockedAt: null } } },
    select: { eventId: true, id: true, type: true },
    orderBy: [{ eventId: 'asc' }, { position: 'asc' }],
  })
  for (const { eventId, id: stageId, type } of stages)
    await transact(async (tx) => {
      await tx.$queryRaw`select 1 from "JudgeSeat" where "eventId" = ${eventId} and "stageId" = ${stageId} order by "id" for update`
      const open = await tx.stage.count({ where: { eventId, id: stageId, state: 'open' } })
      const fresh = open > 0 ? await refreshRecusals(tx, { eventId, stageId }) : 0
      if (fresh > 0 && type === 'live') await tell(tx, liveTopic(eventId, stageId))
      return done()
    })
}
