import type { Tx } from '~/db.server'
import { assignAnonymousCodes } from './anonymous-code'
import { codeSeed } from './code-seed.server'

/**
 * Draws anonymous codes for entries of an event, by entry id. One at a time per event, so that two organisers who
 * accept at once never draw the same; the unique index would refuse it in any case.
 */
export async function assignCodes(tx: Tx, eventId: string, entries: readonly string[]): Promise<Map<string, string>> {
  if (entries.length === 0) return new Map()
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`codes:${eventId}`}, 0))`
  const event = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: { config: true } })
  const taken = await tx.entry.findMany({ where: { eventId, code: { not: null } }, select: { code: true } })
  const expected = await tx.entry.count({ where: { eventId, state: { not: 'draft' } } })
  return assignAnonymousCodes({
    entries,
    prefix: (event.config as { contest?: { codePrefix?: string } } | null)?.contest?.codePrefix ?? 'K',
    seed: codeSeed(eventId),
    taken: taken.flatMap(({ code }) => code ?? []),
    expected,
  })
}
