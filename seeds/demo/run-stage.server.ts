import { db } from '~/db.server'
import { acceptSeat } from '~/domain/judging/accept-seat.server'
import { closeStage } from '~/domain/judging/close-stage.server'
import { declareConflicts } from '~/domain/judging/declare-conflicts.server'
import { openStage } from '~/domain/judging/open-stage.server'
import { reviewContent } from '~/domain/entries/content-review/review-content.server'
import { publishResults } from '~/domain/judging/publish-results.server'
import { stageRanking } from '~/domain/judging/ranking.server'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { BATCH_LIMIT } from '~/domain/judging/sent-marks'
import { signSheet } from '~/domain/judging/sign-sheet.server'
import { decideTie } from '~/domain/judging/ties/decide-tie.server'
import { openTies } from '~/domain/judging/ties/open-ties'
import { worksInStage } from '~/domain/judging/works-in-stage.server'
import { chance, hash } from '~/ui/cloth/chance'
import { demoId, demoUuid } from './demo-id.server'
import { judgeAt, seatLabel } from './names'
import { drawMark } from './works'
import { clerkId, judgeId, organiserId } from './write-people.server'

interface Panel {
  eventId: string
  stageId: string
  judges: number
}

export const seatIdOf = ({ eventId, stageId }: Pick<Panel, 'eventId' | 'stageId'>, judge: number) => demoId(eventId, stageId, 'seat', judge)

/** Seats the panel. The last judge has only been invited where `lastInvited`. */
export async function seatPanel(panel: Panel, { now, lastInvited = false }: { now: Date; lastInvited?: boolean }): Promise<void> {
  const { eventId, stageId, judges } = panel
  await db.judgeSeat.createMany({
    skipDuplicates: true,
    data: Array.from({ length: judges }, (_, judge) => {
      const { name, affiliation } = judgeAt(judge, chance(hash(`judge/${judge}`)))
      return {
        eventId,
        stageId,
        id: seatIdOf(panel, judge),
        personId: judgeId(judge),
        name,
        label: seatLabel(judge),
        affiliation,
        isChair: judge === 0,
        invitedAt: now,
      }
    }),
  })
  for (let judge = 0; judge < judges - (lastInvited ? 1 : 0); judge += 1) {
    must(await acceptSeat({ eventId, stageId, personId: judgeId(judge), now }))
  }
}

/** Judges declare their ties; one of them names a school, and its works vanish from that desk. */
export async function declareTies(
  { eventId, stageId }: Panel,
  judge: number,
  now: Date,
  schools: string[] = judge === 1 ? ['示例师范大学'] : [],
): Promise<void> {
  const declared = await db.judgeSeat.count({ where: { eventId, stageId, personId: judgeId(judge), declaredAt: { not: null } } })
  if (declared > 0) return
  must(await declareConflicts({ eventId, stageId, personId: judgeId(judge), declaration: { schools, companies: [], people: [] }, now }))
}

interface Marking {
  judge: number
  /** how much of the works this judge has been through, 0 to 1 */
  share: number
  qualityOf: (entryId: string) => number
  from: Date
  to: Date
}

/** A judge goes through the works and marks them, through the same command as the desk. */
export async function markWorks(panel: Panel, { judge, share, qualityOf, from, to }: Marking): Promise<void> {
  const { eventId, stageId } = panel
  const seatId = seatIdOf(panel, judge)
  if ((await db.mark.count({ where: { eventId, stageId, seatId } })) > 0) return
  const works = await db.entry.findMany({
    where: { ...(await worksInStage(db, eventId, stageId)), recusals: { none: { stageId, seatId } } },
    orderBy: { code: 'asc' },
    select: { id: true, code: true },
  })
  const criteria = await db.criterion.findMany({ where: { eventId, stageId }, orderBy: { position: 'asc' }, select: { id: true } })
  const seen = works.slice(0, Math.round(works.length * share))
  const step = (to.getTime() - from.getTime()) / Math.max(1, seen.length)
  const marks = seen.flatMap(({ id, code }, at) =>
    criteria.map((criterion, place) => ({
      markId: demoUuid(eventId, stageId, judge, id, criterion.id),
      code: code ?? '',
      criterion: criterion.id,
      value: String(drawMark({ quality: qualityOf(id), judge, criterion: place, key: id })),
      markedAt: new Date(from.getTime() + at * step + place * 4_000).toISOString(),
    })),
  )
  for (let at = 0; at < marks.length; at += BATCH_LIMIT) {
    const saved = await saveMarks({ eventId, stageId, seatId, personId: judgeId(judge), marks: marks.slice(at, at + BATCH_LIMIT), now: to })
    must(saved)
    const refused = saved.ok ? saved.value.find(({ status }) => status === 'refused') : undefined
    if (refused) throw new Error(`a mark of the demo was refused: ${JSON.stringify(refused)}`)
  }
}

export async function sign(panel: Panel, judge: number, now: Date): Promise<void> {
  const { eventId, stageId } = panel
  const { name } = judgeAt(judge, chance(hash(`judge/${judge}`)))
  must(await signSheet({ eventId, stageId, seatId: seatIdOf(panel, judge), personId: judgeId(judge), signature: name, now }))
}

const stateOf = async ({ eventId, stageId }: Panel) =>
  (await db.stage.findUniqueOrThrow({ where: { eventId_id: { eventId, id: stageId } }, select: { state: true } })).state

export async function open(panel: Panel, now: Date): Promise<void> {
  if ((await stateOf(panel)) === 'upcoming')
    must(await openStage({ eventId: panel.eventId, stageId: panel.stageId, byId: organiserId, now }))
}

/** Closes a stage that was marked to the end and publishes what it found; the chair parts ties by code. */
export async function closeAndPublish(panel: Panel, { closed, published }: { closed: Date; published: Date }): Promise<void> {
  const { eventId, stageId } = panel
  if ((await stateOf(panel)) === 'open') must(await closeStage({ eventId, stageId, byId: organiserId, now: closed }))
  if ((await stateOf(panel)) !== 'closed') return
  const { works } = await stageRanking(eventId, stageId)
  for (const { category, rank, rows } of openTies(works)) {
    const byCode = [...rows].sort((a, b) => (a.code < b.code ? -1 : 1))
    const places = new Map(byCode.map(({ entry }, at) => [entry, String(at + 1)]))
    must(
      await decideTie({
        eventId,
        stageId,
        category,
        rank,
        places,
        seatId: seatIdOf({ eventId, stageId }, 0),
        reason: '评审组复看后由评审长裁定',
        byId: organiserId,
        now: closed,
      }),
    )
  }
  must(await publishResults({ eventId, stageId, byId: organiserId, now: published }))
  await passContent(eventId, published)
}

/** Two members of staff pass what the public sees of every work that was judged. */
async function passContent(eventId: string, now: Date): Promise<void> {
  const entries = await db.entry.findMany({
    where: { eventId, state: 'accepted', contentReview: null },
    orderBy: { id: 'asc' },
    select: { id: true, submittedVersion: true },
  })
  for (let from = 0; from < entries.length; from += 100) {
    const some = entries.slice(from, from + 100).map(({ id, submittedVersion }) => ({ id, seen: submittedVersion ?? 0 }))
    for (const personId of [clerkId, organiserId]) {
      must(
        await reviewContent({
          eventId,
          personId,
          entries: some,
          decision: 'pass',
          reasons: [],
          note: '',
          requestKey: `content-${from}`,
          now,
        }),
      )
    }
  }
}

export function must(outcome: { ok: true } | { ok: false; reason: string; detail?: unknown }): void {
  if (!outcome.ok) throw new Error(`the demo was refused: ${outcome.reason} ${JSON.stringify(outcome.detail ?? '')}`)
}
