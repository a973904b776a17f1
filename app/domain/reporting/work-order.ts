interface Placed {
  id: string
  status: string
  waiting: number
  opensAt: Date | null
  closesAt: Date | null
  startsAt: Date | null
  endsAt: Date | null
}

/**
 * Events in the order in which an office needs them: those whose entries wait for somebody, those that run (the soonest
 * to end first), those to come (the nearest first), then what is over or cancelled, latest first.
 */
export function inWorkOrder<Event extends Placed>(events: readonly Event[], now: Date): Event[] {
  const rank = ({ status, waiting, opensAt, closesAt, startsAt, endsAt }: Placed) => {
    if (status === 'cancelled' || (endsAt && endsAt < now)) return 3
    if (status === 'draft') return 2
    if (waiting > 0) return 0
    const runs = (from: Date | null, to: Date | null) => from !== null && to !== null && from <= now && now <= to
    return runs(opensAt, closesAt) || runs(startsAt, endsAt) ? 1 : 2
  }
  const time = (date: Date | null) => date?.getTime() ?? Number.MAX_SAFE_INTEGER
  const within = (place: number, event: Placed) => {
    if (place === 3) return -time(event.endsAt)
    return place === 2 ? time(event.startsAt) : time(event.endsAt)
  }
  return events
    .map((event) => ({ event, place: rank(event) }))
    .sort((a, b) => a.place - b.place || within(a.place, a.event) - within(b.place, b.event) || (a.event.id < b.event.id ? -1 : 1))
    .map(({ event }) => event)
}
