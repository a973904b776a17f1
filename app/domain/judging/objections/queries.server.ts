import type { Reader } from '~/db.server'
import { DECIDING } from '~/domain/events/stage-state'
import type { Stage } from '../section'
import { noticePeriod } from './notice-period'

/**
 * When objections to a stage's published result are taken; null when it is not published or no notice follows it.
 * `ifPublishedAt` asks it of a stage that is yet to be published.
 */
export async function noticeOf(
  reader: Reader,
  eventId: string,
  stageId: string,
  ifPublishedAt: Date | null = null,
): Promise<{ from: Date; to: Date } | null> {
  const { config, timezone, stages } = await reader.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      config: true,
      timezone: true,
      stages: { orderBy: { position: 'asc' }, select: { id: true, type: true, publishedAt: true, closesAt: true } },
    },
  })
  const at = stages.findIndex(({ id }) => id === stageId)
  const publishedAt = stages[at]?.publishedAt ?? ifPublishedAt
  if (!publishedAt) return null
  const after = stages.slice(at + 1)
  const until = after.findIndex(({ type }) => DECIDING.includes(type))
  const notice = (until < 0 ? after : after.slice(0, until)).find(({ type }) => type === 'notice')
  // stored only after it was parsed
  const { contest } = config as unknown as { contest?: { stages?: Stage[] } }
  const section = contest?.stages?.find(({ id }) => id === notice?.id)
  if (!notice || section?.type !== 'notice') return null
  return noticePeriod({ closesAt: notice.closesAt, days: section.days, timezone, publishedAt })
}

/** The objections to a stage's result, undecided ones first, with who raised them: for the office alone. */
export async function objectionsTo(reader: Reader, eventId: string, stageId: string) {
  const rows = await reader.objection.findMany({
    where: { eventId, stageId },
    orderBy: [{ state: 'asc' }, { raisedAt: 'asc' }],
    take: 500,
    select: {
      id: true,
      entryId: true,
      personId: true,
      text: true,
      state: true,
      raisedAt: true,
      reason: true,
      decidedAt: true,
      files: { orderBy: { addedAt: 'asc' }, select: { id: true, name: true, bytes: true } },
      entry: { select: { code: true, title: true } },
    },
  })
  const people = await reader.person.findMany({
    where: { id: { in: rows.flatMap(({ personId }) => personId ?? []) } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ personId, ...row }) => ({ ...row, name: personId === null ? null : (names.get(personId) ?? null) }))
}

/** What a person has raised about a work, the latest first. */
export const ownObjections = (reader: Reader, eventId: string, entryId: string, personId: string) =>
  reader.objection.findMany({
    where: { eventId, entryId, personId },
    orderBy: { raisedAt: 'desc' },
    take: 20,
    select: {
      id: true,
      text: true,
      state: true,
      raisedAt: true,
      reason: true,
      files: { orderBy: { addedAt: 'asc' }, select: { id: true, name: true, bytes: true } },
    },
  })
