import type { Reader } from '~/db.server'
import type { Money } from '~/domain/money'
import { type WonPrize, readSum } from './due-payments'
import { type LinkedPrize, remainingPrize } from './one-prize'
import { wonPrizes } from './won-prizes.server'

interface Link {
  /** the entry here, in the event whose list is drawn up */
  here: string
  eventId: string
  there: string
  /** this event is the parent */
  isParent: boolean
}

/** Works of an event that are also in its parent or came from a sub-contest, where the higher prize counts once. */
async function linksOf(reader: Reader, eventId: string): Promise<Link[]> {
  const rows = await reader.forwarding.findMany({
    where: { OR: [{ eventId }, { parentId: eventId }] },
    include: { entry: { select: { event: { select: { config: true } } } } },
  })
  return rows
    .filter(
      ({ entry }) => (entry.event.config as { contest?: { forwarding?: { onePrize?: boolean } } }).contest?.forwarding?.onePrize !== false,
    )
    .map((row) =>
      row.parentId === eventId
        ? { here: row.parentEntryId, eventId: row.eventId, there: row.entryId, isParent: true }
        : { here: row.entryId, eventId: row.parentId, there: row.parentEntryId, isParent: false },
    )
}

/** Events whose payment lists depend on one another with this one’s. */
export const linkedEvents = async (reader: Reader, eventId: string): Promise<string[]> => [
  ...new Set((await linksOf(reader, eventId)).map((link) => link.eventId)),
]

/** What remains of a prize where the same work has one in a linked contest; only the highest of a work is compared. */
export async function remainingPrizes(
  reader: Reader,
  eventId: string,
  own: readonly WonPrize[],
): Promise<(prize: WonPrize, full: Money) => Money> {
  const links = await linksOf(reader, eventId)
  if (links.length === 0) return (_, full) => full
  const events = [...new Set(links.map((link) => link.eventId))]
  const prizes = new Map([[eventId, own]])
  // a contest has one parent and a handful of sub-contests
  for (const event of events) prizes.set(event, await wonPrizes(reader, event))
  const begun = new Set(
    (
      await reader.payment.findMany({
        where: { eventId: { in: [eventId, ...events] }, kind: 'prize', state: { in: ['approved', 'paid'] } },
        select: { eventId: true, entryId: true, awardId: true },
      })
    ).map((row) => `${row.eventId} ${row.entryId} ${row.awardId}`),
  )
  const highest = (event: string, entry: string): (LinkedPrize & { award: string }) | null =>
    (prizes.get(event) ?? [])
      .filter((prize) => prize.entry === entry)
      .map((prize) => ({ award: prize.award, prize: readSum(prize.prize), begun: begun.has(`${event} ${entry} ${prize.award}`) }))
      .reduce<(LinkedPrize & { award: string }) | null>((best, one) => (best && best.prize.minor >= one.prize.minor ? best : one), null)
  return (prize, full) => {
    const link = links.find(({ here }) => here === prize.entry)
    const other = link && highest(link.eventId, link.there)
    const best = link && highest(eventId, prize.entry)
    return link && other && best?.award === prize.award ? remainingPrize({ ...best, prize: full }, other, link.isParent) : full
  }
}
