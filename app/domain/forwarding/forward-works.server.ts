import type { Tx } from '~/db.server'
import { assignCodes } from '~/domain/entries/precheck/assign-codes.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import { forwardBatch, type RankedForForwarding } from './forward-batch'
import { forwardingRule, type ForwardingRule } from './forwarding-rule.server'
import { type Received, receiveWork } from './receive-work.server'
import { rankedWorks, sentWorks } from './sent-works.server'
import { tellForwarded } from './tell-forwarded.server'

interface ForwardWorks {
  /** the sub-contest */
  eventId: string
  byId: string
  requestKey: string
  now: Date
}
export type ForwardRefusal = 'no-rule' | 'not-collected' | 'not-published' | 'late' | 'tied' | 'ranked-apart' | 'nothing' | 'no-group'

/**
 * Sends a sub-contest’s best works on to its parent: each becomes an entry there under a code of its own. Asked again it
 * sends only what makes good for works that were withdrawn there.
 */
export function forwardWorks({ eventId, byId, requestKey, now }: ForwardWorks): Promise<Outcome<ForwardRefusal, { sent: number }>> {
  return transactOnce(
    { actor: byId, key: requestKey, asked: ['forward-works', eventId] },
    async (tx): Promise<Outcome<ForwardRefusal, { sent: number }>> => {
      const rule = await forwardingRule(eventId, tx)
      if (!rule) return refuse('no-rule')
      if (!rule.collected) return refuse('not-collected')
      const stage = await lockStage(tx, eventId, rule.stage)
      if (!stage || stage.publishedVersion === null) return refuse('not-published')
      if (rule.until && now > rule.until) return refuse('late')
      const ranked = await rankedWorks(tx, eventId, rule.stage, stage.publishedVersion, rule.per)
      if (!ranked) return refuse('ranked-apart')
      const { entries, tied } = forwardBatch(ranked, await sentWorks(tx, eventId), rule.places)
      if (entries.length === 0) return tied.length > 0 ? refuse('tied') : refuse('nothing')
      const sent = await sendAll(tx, { eventId, byId, now, rule, entries, ranked })
      if (!sent) return refuse('no-group')
      await tellForwarded(tx, rule, sent)
      return done({ sent: sent.length })
    },
  )
}

interface Sending {
  eventId: string
  byId: string
  now: Date
  rule: ForwardingRule
  entries: readonly string[]
  ranked: readonly RankedForForwarding[]
}

/** Null, and nothing is sent, where the parent has no group for a work. */
async function sendAll(tx: Tx, { eventId, byId, now, rule, entries, ranked }: Sending): Promise<Received[] | null> {
  await tx.$queryRaw`select 1 from "Event" where "id" = ${rule.parent.id} for update`
  const ids = new Map(entries.map((entry) => [entry, newId()]))
  const codes = rule.statements === 'carry' ? await assignCodes(tx, rule.parent.id, [...ids.values()]) : new Map<string, string>()
  const sent: Received[] = []
  // a batch is a few dozen works at most
  for (const [entryId, id] of ids) {
    const received = await receiveWork(tx, { eventId, entryId, id, code: codes.get(id) ?? null, rule, byId, now })
    if (!received) return null
    sent.push(received)
  }
  const standing = new Map(ranked.map((row) => [row.entry, row]))
  await tx.forwarding.createMany({
    data: sent.map(({ from, id }) => ({
      eventId,
      entryId: from,
      parentId: rule.parent.id,
      parentEntryId: id,
      rank: standing.get(from)?.rank ?? 0,
      category: standing.get(from)?.category ?? '',
      forwardedById: byId,
      forwardedAt: now,
    })),
  })
  await record(tx, eventId, [
    { action: 'works.forwarded', body: { to: rule.parent.id, works: sent.map(({ from, id }) => [from, id]), by: byId } },
  ])
  await record(tx, rule.parent.id, [
    { action: 'works.received', body: { from: eventId, works: sent.map(({ from, id }) => [from, id]) } },
    ...[...codes].map(([entry, code]) => ({ action: 'entry.coded' as const, body: { entry, code } })),
  ])
  return sent
}
