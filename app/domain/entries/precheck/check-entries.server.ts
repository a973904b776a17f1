import { z } from 'zod'
import type { Tx } from '~/db.server'
import { holdStages } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { noticesStep } from '~/domain/notices/send-notice.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import type { CheckDecision } from '~/generated/prisma/enums'
import { transactOnce } from '~/request-once.server'
import { assignCodes } from './assign-codes.server'
import { checkNotices } from './check-notices.server'
import { checkTime } from './check-time.server'
import { refuseCheck, stateAfter, type CheckRefusal } from './decision'
import { checkReasonIds } from './reasons'
import { unsubmittedChanges } from './unsubmitted-changes.server'

/** More at once would keep the database busy for too long; a page of the list has fifty. */
const MOST = 100

/** A work and the submitted version that was looked at, as a form carries them: `id:version`. */
const Seen = z.string().transform((text, context) => {
  const [, id, version] = /^([a-z0-9]{1,40}):(\d{1,6})?$/.exec(text) ?? []
  if (id) return { id, seen: version ? Number(version) : null }
  context.addIssue({ code: 'custom', message: 'not a work' })
  return z.NEVER
})

/** A decision on one work or on many. */
export const CheckForm = z.object({
  entries: z.array(Seen).min(1).max(MOST),
  decision: z.enum(['accept', 'return', 'reject', 'reopen']),
  reasons: z.array(z.enum(checkReasonIds)).default([]),
  note: z.string().trim().max(500).default(''),
  requestKey: z.string().min(1).max(60),
})
export type CheckForm = z.output<typeof CheckForm>

export type CheckEntries = CheckForm & { eventId: string; personId: string; now: Date }

/**
 * 资格审核: decides on one or many works, all or none. An accepted work gets its anonymous code; everyone concerned
 * is told, except when a decision is taken back. A refusal names in `number` the first work that stands in the way.
 */
export function checkEntries(input: CheckEntries): Promise<Outcome<CheckRefusal, { entries: string[]; decision: CheckDecision }>> {
  const { personId, requestKey, now, ...asked } = input
  return transactOnce({ actor: personId, key: requestKey, asked: ['check-entries', asked] }, (tx) => checkStep(tx, input))
}

async function checkStep(
  tx: Tx,
  { eventId, personId, now, entries, decision, reasons, note }: CheckEntries,
): Promise<Outcome<CheckRefusal, { entries: string[]; decision: CheckDecision }>> {
  const ids = [...new Set(entries.map(({ id }) => id))].sort()
  await holdStages(tx, eventId)
  const time = await checkTime(eventId, now, tx)
  await tx.$queryRaw`select 1 from "Entry" where "eventId" = ${eventId} and "id" = any(${ids}) order by "id" for update`
  const rows = new Map(
    (
      await tx.entry.findMany({
        where: { eventId, id: { in: ids } },
        select: { id: true, number: true, code: true, state: true, submittedVersion: true },
      })
    ).map((row) => [row.id, row]),
  )
  const changing = await unsubmittedChanges(tx, eventId, ids)
  for (const { id, seen } of entries) {
    const row = rows.get(id)
    const refusal = row ? refuseCheck({ ...row, changing: changing.has(id) }, seen, { decision, reasons, note }, time) : 'not-found'
    if (refusal) return refuse(refusal, { number: row?.number ?? '' })
  }
  const codes =
    decision === 'accept'
      ? await assignCodes(
          tx,
          eventId,
          [...rows.values()].filter(({ code }) => code === null).map(({ id }) => id),
        )
      : new Map<string, string>()
  if (codes.size > 0) {
    await tx.$executeRaw`update "Entry" e set "code" = c.code from unnest(${[...codes.keys()]}::text[], ${[...codes.values()]}::text[]) as c(id, code)
      where e."eventId" = ${eventId} and e."id" = c.id`
  }
  await tx.entry.updateMany({ where: { eventId, id: { in: ids } }, data: { state: stateAfter[decision] } })
  await tx.entryCheck.createMany({
    data: ids.map((entryId) => ({
      eventId,
      id: newId(),
      entryId,
      version: rows.get(entryId)?.submittedVersion ?? null,
      decision,
      reasons,
      note,
      byId: personId,
      createdAt: now,
    })),
  })
  await record(tx, eventId, [
    ...ids.map((entry) => ({
      action: 'entry.checked' as const,
      body: { entry, version: rows.get(entry)?.submittedVersion ?? null, decision, reasons, by: personId },
    })),
    ...[...codes].map(([entry, code]) => ({ action: 'entry.coded' as const, body: { entry, code } })),
  ])
  if (decision !== 'reopen') {
    await noticesStep(
      tx,
      await checkNotices(tx, { eventId, entryIds: ids, decision, reasons, note, correctionsUntil: time.correctionsUntil }),
    )
  }
  return done({ entries: ids, decision })
}
