import { db } from '~/db.server'
import { type Outcome, refuse } from '~/domain/outcome'
import { publishedStandings } from '../published-standings.server'
import { runs } from './notice-period'
import { noticeOf, ownObjections } from './queries.server'
import { type EvidenceFile, type ObjectionRefusal, raiseObjection } from './raise-objection.server'

/** The latest published stage in which a public work stands. */
const standingOf = async (eventId: string, code: string) => (await publishedStandings(eventId)).find((row) => row.code === code) ?? null

/** A public work as somebody may object to it: until when, and what they raised before. Null when it is not public. */
export async function noticeForWork(eventId: string, code: string, personId: string, now: Date) {
  const row = await standingOf(eventId, code)
  if (!row) return null
  const [period, own] = await Promise.all([noticeOf(db, eventId, row.stageId), ownObjections(db, eventId, row.entryId, personId)])
  return { code: row.code, period: period && runs(period, now) ? period : null, own }
}

interface RaiseOnWork {
  eventId: string
  code: string
  personId: string
  text: string
  files: readonly EvidenceFile[]
  requestKey: string
  now: Date
}

/** Objects to a public work in the latest result it stands in. */
export async function raiseOnWork({ code, ...given }: RaiseOnWork): Promise<Outcome<ObjectionRefusal, { objectionId: string }>> {
  const row = await standingOf(given.eventId, code)
  return row ? raiseObjection({ ...given, stageId: row.stageId, entryId: row.entryId }) : refuse('not-published')
}
