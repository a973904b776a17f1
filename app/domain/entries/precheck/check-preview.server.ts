import { db } from '~/db.server'
import type { CheckDecision } from '~/generated/prisma/enums'
import type { CheckForm } from './check-entries.server'
import { receiverId, receivers } from '../receivers'
import { checkTime } from './check-time.server'
import { refuseCheck, type CheckRefusal } from './decision'
import { unsubmittedChanges } from './unsubmitted-changes.server'

export interface CheckPreview {
  decision: CheckDecision
  /** works the decision can be taken on, with the version that was looked at */
  ready: { id: string; seen: string; number: string | null; title: string }[]
  /** works it cannot, and why */
  refused: { number: string | null; title: string; reason: CheckRefusal }[]
  /** people who will be told */
  people: number
}

/** What a decision on several works would do, before it is taken. Works of another event are not found. */
export async function checkPreview(
  eventId: string,
  entries: CheckForm['entries'],
  decision: CheckDecision,
  now: Date,
): Promise<CheckPreview> {
  const time = await checkTime(eventId, now)
  const rows = await db.entry.findMany({
    where: { eventId, id: { in: entries.map(({ id }) => id) } },
    orderBy: { submittedAt: 'asc' },
    select: {
      id: true,
      number: true,
      title: true,
      state: true,
      submittedVersion: true,
      ownerId: true,
      authors: { where: { role: 'author' }, orderBy: { position: 'asc' }, select: { personId: true, email: true, mobile: true } },
    },
  })
  const changing = await unsubmittedChanges(
    db,
    eventId,
    rows.map(({ id }) => id),
  )
  const preview: CheckPreview = { decision, ready: [], refused: [], people: 0 }
  const told = new Set<string>()
  for (const row of rows) {
    const seen = entries.find(({ id }) => id === row.id)?.seen ?? null
    // the reasons are given on the page that shows this
    const refusal = refuseCheck(
      { ...row, changing: changing.has(row.id) },
      seen,
      { decision, reasons: decision === 'accept' ? [] : ['duplicate'], note: '' },
      time,
    )
    if (refusal) {
      preview.refused.push({ number: row.number, title: row.title, reason: refusal })
      continue
    }
    preview.ready.push({ id: row.id, seen: `${row.id}:${row.submittedVersion ?? ''}`, number: row.number, title: row.title })
    for (const to of receivers(row)) told.add(receiverId(to))
  }
  preview.people = told.size
  return preview
}
