import type { Reader } from '~/db.server'
import type { Award, Stage } from '../section'
import { expectedResult } from '../results-date'

async function contestOf(reader: Reader, eventId: string): Promise<{ stages: Stage[]; awards: Award[] }> {
  const { config } = await reader.event.findUniqueOrThrow({ where: { id: eventId }, select: { config: true } })
  // stored only after it was parsed
  const { contest } = config as unknown as { contest?: { stages?: Stage[]; awards?: Award[] } }
  return { stages: contest?.stages ?? [], awards: contest?.awards ?? [] }
}

/** What an event awards, by the config in force. */
export const contestAwards = async (reader: Reader, eventId: string): Promise<Award[]> => (await contestOf(reader, eventId)).awards

/** Whether awards are given with the result of this stage: no other is judged after it. */
export const decidesAwards = async (reader: Reader, eventId: string, stageId: string): Promise<boolean> =>
  expectedResult((await contestOf(reader, eventId)).stages, [stageId]) === null
