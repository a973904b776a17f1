import { z } from 'zod'
import type { Tx } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import { contentReasons, contentState, refuseVerdict, type ContentRefusal } from './content-state'
import { reviewersOf } from './reviewers.server'

const MOST = 100

/** A work and the submitted version that was looked at, as a form carries them: `id:version`. */
const Seen = z.string().transform((text, context) => {
  const [, id, version] = /^([a-z0-9-]{1,60}):(\d{1,6})$/.exec(text) ?? []
  if (id && version) return { id, seen: Number(version) }
  context.addIssue({ code: 'custom', message: 'not a work' })
  return z.NEVER
})

/** A verdict on the content of one work or of many. */
export const ContentForm = z.object({
  entries: z.array(Seen).min(1).max(MOST),
  decision: z.enum(['pass', 'refuse', 'reopen']),
  reasons: z.array(z.enum(contentReasons)).default([]),
  note: z.string().trim().max(500).default(''),
  requestKey: z.string().min(1).max(60),
})
type ContentForm = z.output<typeof ContentForm>

type ReviewContent = ContentForm & { eventId: string; personId: string; now: Date }

/**
 * 内容审核: passes or refuses what would be shown of works in public, all of them or none. Public pages show a work’s
 * pictures, title and texts once as many different members of staff have passed its version as the event asks for.
 */
export function reviewContent(input: ReviewContent): Promise<Outcome<ContentRefusal, { works: number }>> {
  const { personId, requestKey, now: _now, ...asked } = input
  return transactOnce({ actor: personId, key: requestKey, asked: ['review-content', asked] }, (tx) => reviewStep(tx, input))
}

async function reviewStep(
  tx: Tx,
  { eventId, personId, entries, decision, reasons, note, now }: ReviewContent,
): Promise<Outcome<ContentRefusal, { works: number }>> {
  const ids = [...new Set(entries.map(({ id }) => id))].sort()
  await tx.$queryRaw`select 1 from "Entry" where "eventId" = ${eventId} and "id" = any(${ids}) order by "id" for update`
  const [works, past, reviewers] = [
    await tx.entry.findMany({ where: { eventId, id: { in: ids } }, select: { id: true, code: true, state: true, submittedVersion: true } }),
    await tx.contentVerdict.findMany({ where: { eventId, entryId: { in: ids } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    await reviewersOf(tx, eventId),
  ]
  const reviews = []
  for (const { id, seen } of entries) {
    const work = works.find((one) => one.id === id)
    if (!work) return refuse('not-found')
    const version = work.submittedVersion ?? 0
    const verdicts = past.filter((one) => one.entryId === id && one.version === version)
    const refusal = refuseVerdict(
      { accepted: work.state === 'accepted', version, verdicts },
      { byId: personId, seen, decision, reasons, note, reviewers },
    )
    if (refusal) return refuse(refusal, { code: work.code ?? '' })
    reviews.push({ id, version, state: contentState([...verdicts, { decision, byId: personId }], reviewers) })
  }
  // everything taken back waits as if nobody had looked; what was said stays in the ledger
  const waiting = reviews.filter(({ state }) => state === 'waiting').map(({ id }) => id)
  await tx.contentReview.deleteMany({ where: { eventId, entryId: { in: waiting } } })
  for (const { id: entryId, version, state } of reviews) {
    if (state === 'waiting') continue
    const row = { version, state, updatedAt: now }
    await tx.contentReview.upsert({ where: { eventId_entryId: { eventId, entryId } }, create: { eventId, entryId, ...row }, update: row })
  }
  await tx.contentVerdict.createMany({
    data: reviews
      .filter(({ state }) => state !== 'waiting')
      .map(({ id: entryId, version }) => ({
        eventId,
        id: newId(),
        entryId,
        version,
        decision,
        reasons,
        note,
        byId: personId,
        createdAt: now,
      })),
  })
  await record(
    tx,
    eventId,
    reviews.map(({ id: entry, version, state }) => ({
      action: 'content.reviewed' as const,
      body: { entry, version, decision, reasons, state, by: personId },
    })),
  )
  return done({ works: reviews.length })
}
