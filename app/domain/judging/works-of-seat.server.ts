import type { Reader } from '~/db.server'
import type { Prisma } from '~/generated/prisma/client'
import type { SeatKey } from './marks-sql.server'
import { worksInStage } from './works-in-stage.server'

/**
 * The works of a stage that a judge was given: all of them where none were assigned, and after a first pass only what it
 * kept. Recused ones included.
 */
export async function worksGivenTo(reader: Reader, { eventId, stageId, seatId }: SeatKey): Promise<Prisma.EntryWhereInput> {
  const [works, { judgesPerWork, keptAt }] = await Promise.all([
    worksInStage(reader, eventId, stageId),
    reader.stage.findUniqueOrThrow({
      where: { eventId_id: { eventId, id: stageId } },
      select: { judgesPerWork: true, keptAt: true },
    }),
  ])
  return {
    ...works,
    ...(judgesPerWork === null ? {} : { givenTo: { some: { stageId, seatId } } }),
    ...(keptAt === null ? {} : { firstPass: { some: { stageId, kept: true } } }),
  }
}

/** The works a judge sees: those given, without those the judge stands aside for. Every judge's query goes through it. */
export async function worksOfSeat(reader: Reader, seat: SeatKey): Promise<Prisma.EntryWhereInput> {
  const { stageId, seatId } = seat
  return { ...(await worksGivenTo(reader, seat)), recusals: { none: { stageId, seatId } } }
}
