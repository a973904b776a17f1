import { db, transact } from '~/db.server'
import { holdStages } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { done } from '~/domain/outcome'
import type { Lang } from '~/i18n/language'
import { presentState } from '../entry-row.server'
import { handInStep } from '../hand-in.server'
import { termsOf } from '../terms.server'
import type { BatchJob } from './batch-row.server'
import { openWorks, standingOf, workParts } from './open-works.server'

/** Works handed in by one transaction: the event’s counter is held no longer than it takes. */
const AT_ONCE = 20

/**
 * The job that hands in what of a batch was ready when its owner asked, each work as it stands and is signed. What is no
 * longer ready stays behind. Running again hands in nothing twice.
 */
export async function handInBatch({ eventId, batchId, askedAt, lang }: BatchJob & { askedAt: string; lang: Lang }): Promise<void> {
  const now = new Date(askedAt)
  const where = { eventId_id: { eventId, id: batchId } }
  const [batch, terms] = await Promise.all([db.entryBatch.findUnique({ where }), termsOf(db, eventId)])
  if (batch?.task !== 'handing_in' || !terms) return
  const ready = (await openWorks(db, terms, batchId, now)).filter((work) => work.ready).map(({ id }) => id)
  let handedIn = 0
  for (let from = 0; from < ready.length; from += AT_ONCE) {
    const ids = ready.slice(from, from + AT_ONCE).sort()
    const outcome = await transact(async (tx) => {
      await holdStages(tx, eventId)
      const inForce = (await termsOf(tx, eventId)) ?? terms
      // asked for in time, but nobody could decide on it any more
      if (inForce.judgingSince) return done(0)
      await tx.$queryRaw`select 1 from "Entry" where "eventId" = ${eventId} and "id" = any(${ids}) order by "id" for update`
      const entries = await tx.entry.findMany({ where: { eventId, id: { in: ids } }, orderBy: { createdAt: 'asc' }, include: workParts })
      let count = 0
      for (const entry of entries) {
        if (!standingOf(inForce, entry, now).ready) continue
        const present = presentState(entry)
        const signed = { signatures: entry.authors.filter(({ role }) => role === 'author').map(({ id }) => id), batch: batchId }
        await handInStep(tx, { terms: inForce, entry, present, submittedById: batch.ownerId, signed, receipt: lang, now })
        count += 1
      }
      await tx.entryBatch.update({ where, data: { taskDone: { increment: count } } })
      return done(count)
    })
    if (outcome.ok) handedIn += outcome.value
  }
  await transact(async (tx) => {
    await record(tx, eventId, [{ action: 'batch.handed-in', body: { batch: batchId, works: handedIn } }])
    await tx.entryBatch.update({ where, data: { task: null } })
    return done()
  })
}
