import { db } from '~/db.server'
import { worksInStage } from '../works-in-stage.server'

/** Every entry of a stage under its anonymous code and its registration number, in capitals; and its code by id. */
export async function entriesByNumber(eventId: string, stageId: string) {
  const works = await db.entry.findMany({
    where: await worksInStage(db, eventId, stageId),
    orderBy: { code: 'asc' },
    select: { id: true, code: true, number: true },
  })
  const known = new Map<string, string>()
  for (const { id, code, number } of works) for (const name of [code, number]) if (name) known.set(name.toUpperCase(), id)
  return { known, codeOf: new Map(works.map(({ id, code }) => [id, code ?? ''])) }
}
