import type { Reader } from '~/db.server'

/** How many different members of staff have to pass content before it is shown: one or two, as the event’s file says. */
export async function reviewersOf(reader: Reader, eventId: string): Promise<number> {
  const { config } = await reader.event.findUniqueOrThrow({ where: { id: eventId }, select: { config: true } })
  return (config as { contest?: { contentReviewers?: number } } | null)?.contest?.contentReviewers ?? 2
}
