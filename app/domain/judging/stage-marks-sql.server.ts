import type { Reader } from '~/db.server'
import type { StageMark } from './gather-sheets'

/**
 * Every mark in force that these seats gave for these criteria, as decimal text. Where works were assigned, those of
 * works that went to another judge do not count. Bare SQL with a line for each work, in which seats and criteria are
 * numbers: a row with three ids for each of 80,000 marks costs five times as much to carry over.
 */
export async function stageMarks(
  reader: Reader,
  { eventId, stageId, criteria, seats }: { eventId: string; stageId: string; criteria: readonly string[]; seats: readonly string[] },
): Promise<StageMark[]> {
  const rows = await reader.$queryRaw<{ entry: string; marks: string }[]>`
    select m."entryId" as entry, string_agg(s.at || ' ' || c.at || ' ' || trim_scale(m."value")::text, ' ') as marks
    from "Mark" m
    join unnest(${seats}::text[]) with ordinality as s(id, at) on s.id = m."seatId"
    join unnest(${criteria}::text[]) with ordinality as c(id, at) on c.id = m."criterionId"
    join "Stage" g on g."eventId" = m."eventId" and g."id" = m."stageId"
    where m."eventId" = ${eventId} and m."stageId" = ${stageId} and m."value" is not null
      and (g."judgesPerWork" is null or exists (select 1 from "WorkAssignment" a
        where a."eventId" = m."eventId" and a."stageId" = m."stageId" and a."seatId" = m."seatId" and a."entryId" = m."entryId"))
    group by m."entryId"`
  return rows.flatMap(({ entry, marks }) => {
    const words = marks.split(' ')
    const given: StageMark[] = []
    for (let at = 0; at < words.length; at += 3) {
      const [judge, criterion] = [seats[Number(words[at]) - 1] ?? '', criteria[Number(words[at + 1]) - 1] ?? '']
      given.push({ entry, judge, criterion, score: words[at + 2] ?? '' })
    }
    return given
  })
}
