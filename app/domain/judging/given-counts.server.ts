import { db } from '~/db.server'

/** By seat of a stage whose works were assigned: how many works the judge was given and does not stand aside for. */
export async function givenCounts(eventId: string, stageId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ seatId: string; works: number }[]>`
    select g."seatId", count(*)::int as "works"
    from "WorkAssignment" g
    join "Entry" e on e."eventId" = g."eventId" and e."id" = g."entryId" and e."state" = 'accepted'
    left join "Recusal" r on r."eventId" = g."eventId" and r."stageId" = g."stageId" and r."seatId" = g."seatId" and r."entryId" = g."entryId"
    where g."eventId" = ${eventId} and g."stageId" = ${stageId} and r."seatId" is null
    group by g."seatId"`
  return new Map(rows.map(({ seatId, works }) => [seatId, works]))
}
