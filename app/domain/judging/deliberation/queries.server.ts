import type { Reader } from '~/db.server'
import type { MotionKind } from '~/generated/prisma/enums'
import { labelOrder } from '../panel/seat-label'
import { type MotionOutcome, type Tally, type Voice, outcomeOf, tallyOf } from './outcome-of'

export interface MotionRow {
  id: string
  kind: MotionKind
  inVote: boolean
  category: string
  rank: number | null
  awardId: string | null
  /** of a tie in the order moved, best first */
  works: { entry: string; code: string; title: string }[]
  text: string
  mover: { label: string; name: string }
  openedAt: Date
  passed: boolean | null
  conclusion: string
  chair: { label: string; name: string } | null
  concludedAt: Date | null
  undoneAt: Date | null
  /** scoring judges, with their voice; `aside`: stands aside for one of the works and has no say */
  voices: { seatId: string; label: string; name: string; choice: Voice | null; reason: string; aside: boolean }[]
  /** seats that stand aside for one of the works, scoring or not */
  aside: string[]
  tally: Tally
  outcome: MotionOutcome
}

/** The motions of a stage in the order in which they were put, with every judge's voice: for staff, and for the minutes. */
export async function stageMotions(reader: Reader, eventId: string, stageId: string, motionId?: string): Promise<MotionRow[]> {
  const [motions, seats] = await Promise.all([
    reader.motion.findMany({
      where: { eventId, stageId, ...(motionId ? { id: motionId } : {}) },
      orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
      include: { votes: true },
    }),
    reader.judgeSeat.findMany({
      where: { eventId, stageId },
      select: { id: true, label: true, name: true, scoring: true, removedAt: true },
    }),
  ])
  const ids = [...new Set(motions.flatMap(({ entryIds }) => entryIds))]
  const [entries, recusals] = await Promise.all([
    reader.entry.findMany({ where: { eventId, id: { in: ids } }, select: { id: true, code: true, title: true } }),
    reader.recusal.findMany({ where: { eventId, stageId, entryId: { in: ids } }, select: { seatId: true, entryId: true } }),
  ])
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]))
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]))
  const judges = seats.filter(({ scoring, removedAt }) => scoring && removedAt === null).sort((a, b) => labelOrder(a.label, b.label))
  const named = (id: string) => ({ label: seatOf.get(id)?.label ?? '', name: seatOf.get(id)?.name ?? '' })
  return motions.map(
    ({
      id,
      kind,
      inVote,
      category,
      rank,
      awardId,
      entryIds,
      text,
      seatId,
      openedAt,
      passed,
      conclusion,
      chairSeatId,
      concludedAt,
      undoneAt,
      votes,
    }) => {
      const aside = new Set(recusals.filter(({ entryId }) => entryIds.includes(entryId)).map((row) => row.seatId))
      const given = new Map(votes.map((vote) => [vote.seatId, vote]))
      const voices = judges.map((judge) => ({
        seatId: judge.id,
        label: judge.label,
        name: judge.name,
        choice: given.get(judge.id)?.choice ?? null,
        reason: given.get(judge.id)?.reason ?? '',
        aside: aside.has(judge.id),
      }))
      const heard = voices.filter((voice) => !voice.aside)
      const tally = tallyOf(heard.flatMap(({ choice }) => (choice ? [{ choice }] : [])))
      return {
        id,
        kind,
        inVote,
        category,
        rank,
        awardId,
        text,
        openedAt,
        passed,
        conclusion,
        concludedAt,
        undoneAt,
        works: entryIds.map((entry) => ({ entry, code: entryOf.get(entry)?.code ?? '', title: entryOf.get(entry)?.title ?? '' })),
        mover: named(seatId),
        chair: chairSeatId ? named(chairSeatId) : null,
        voices,
        aside: [...aside],
        tally,
        outcome: outcomeOf(tally, heard.length),
      }
    },
  )
}

const inForce = (eventId: string, stageId: string) => ({ eventId, stageId, passed: true, undoneAt: null })

/** Works that passed motions have moved into what a vote keeps, or out of it; of two about one work the later counts. */
export async function decidedMoves(reader: Reader, eventId: string, stageId: string): Promise<Map<string, 'in' | 'out'>> {
  const motions = await reader.motion.findMany({
    where: { ...inForce(eventId, stageId), kind: { in: ['in', 'out'] } },
    orderBy: [{ concludedAt: 'asc' }, { id: 'asc' }],
    select: { kind: true, entryIds: true },
  })
  return new Map(
    motions.flatMap(({ kind, entryIds }) => entryIds.map((entry): [string, 'in' | 'out'] => [entry, kind === 'in' ? 'in' : 'out'])),
  )
}

/** Works to which passed motions have given awards, by the award's id. */
export async function decidedAwards(reader: Reader, eventId: string, stageId: string): Promise<Map<string, string[]>> {
  const motions = await reader.motion.findMany({
    where: { ...inForce(eventId, stageId), kind: 'award' },
    orderBy: [{ concludedAt: 'asc' }, { id: 'asc' }],
    select: { awardId: true, entryIds: true },
  })
  const given = new Map<string, string[]>()
  for (const { awardId, entryIds } of motions) if (awardId) given.set(awardId, [...new Set([...(given.get(awardId) ?? []), ...entryIds])])
  return given
}

export interface NominatedWork {
  awardId: string
  entry: string
  code: string
  title: string
  by: { label: string; name: string; reason: string }[]
}

/** What judges of a stage have nominated, the works with most voices first within an award; `seatId`: one judge's own. */
export async function nominations(reader: Reader, eventId: string, stageId: string, seatId?: string): Promise<NominatedWork[]> {
  const rows = await reader.nomination.findMany({
    where: { eventId, stageId, seat: { removedAt: null }, ...(seatId ? { seatId } : {}) },
    orderBy: [{ nominatedAt: 'asc' }, { seatId: 'asc' }],
    take: 2_000,
    select: {
      awardId: true,
      entryId: true,
      reason: true,
      entry: { select: { code: true, title: true } },
      seat: { select: { label: true, name: true } },
    },
  })
  const works = new Map<string, NominatedWork>()
  for (const { awardId, entryId, reason, entry, seat } of rows) {
    const key = `${awardId} ${entryId}`
    const work = works.get(key) ?? { awardId, entry: entryId, code: entry.code ?? '', title: entry.title, by: [] }
    work.by.push({ ...seat, reason })
    works.set(key, work)
  }
  return [...works.values()].sort((a, b) => b.by.length - a.by.length || (a.code < b.code ? -1 : 1))
}
