import type { Reader } from '~/db.server'
import type { StageMark } from './score-stage'

/**
 * Every mark in force of a stage’s scoring judges for some of its criteria, as decimal text. Where works were assigned, those of works that went
 * to another judge do not count. Bare SQL with a line for each work: a row for each of 80,000 marks costs five times as
 * much to carry over.
 */
export async function stageMarks(
  reader: Reader,
  { eventId, stageId, criteria }: { eventId: string; stageId: string; criteria: string[] },
): Promise<StageMark[]> {
  const rows = await reader.$queryRaw<{ entry: string; marks: string }[]>`
    select m."entryId" as entry, string_agg(m."seatId" || ' ' || m."criterionId" || ' ' || trim_scale(m."value")::text, ' ') as marks
    from "Mark" m
    join "JudgeSeat" s on s."eventId" = m."eventId" and s."stageId" = m."stageId" and s."id" = m."seatId" and s."scoring" and s."removedAt" is null
    join "Stage" g on g."eventId" = m."eventId" and g."id" = m."stageId"
    where m."eventId" = ${eventId} and m."stageId" = ${stageId} and m."criterionId" = any(${criteria}) and m."value" is not null
      and (g."judgesPerWork" is null or exists (select 1 from "WorkAssignment" a
        where a."eventId" = m."eventId" and a."stageId" = m."stageId" and a."seatId" = m."seatId" and a."entryId" = m."entryId"))
    group by m."entryId"`
  return rows.flatMap(({ entry, marks }) => {
    const words = marks.split(' ')
    const given: StageMark[] = []
    for (let at = 0; at < words.length; at += 3)
      given.push({ entry, judge: words[at] ?? '', criterion: words[at + 1] ?? '', score: words[at + 2] ?? '' })
    return given
  })
}
