import { lateMarks } from '~/domain/judging/late/queries.server'
import { stageCriteria } from '~/domain/judging/late/stage-criteria.server'
import { formatDateTime } from '~/i18n/format'
import { type Lang, say } from '~/i18n/language'

/** Late marks of a stage in words, for the pages on which they are decided. */
export async function lateRows(eventId: string, stageId: string, lang: Lang, timezone: string) {
  const [late, criteria] = await Promise.all([lateMarks(eventId, stageId), stageCriteria(eventId, stageId)])
  const at = (date: Date) => formatDateTime(date, lang, timezone, false)
  return late.map(({ markedAt, receivedAt, criterion, ...row }) => ({
    ...row,
    criterion: say(criteria.get(criterion), lang) || criterion,
    markedAt: at(markedAt),
    receivedAt: at(receivedAt),
  }))
}
