import type { Localized } from './localized'
import { openingAt } from './phases'
import type { PhaseSpan } from './phases'
import type { EventCover, EventKind } from './section'

export type CardDate = PhaseSpan & { name: Localized }

/** What lists show of an event: enough for a cloth on the rail, a weft of the season and a row of a list. */
export type EventCard = {
  id: string
  kind: EventKind
  status: 'draft' | 'open' | 'postponed' | 'cancelled'
  edition: string
  name: Localized
  city: Localized | null
  timezone: string
  cover: EventCover
  /** in the order in which they happen */
  dates: CardDate[]
  /** key of the date in which visitors can act: registration, or applications of exhibitors */
  openKey: string | null
  /** key of the date that stands for the event */
  liveKey: string | null
  opensAt: Date | null
  closesAt: Date | null
  endsAt: Date | null
  /** entries are made on this platform */
  takesEntries: boolean
  sample: string[]
}

/** The date that stands for the event in lists: the one the file names, or the last. */
export const liveDate = ({ dates, liveKey }: Pick<EventCard, 'dates' | 'liveKey'>): CardDate | undefined =>
  dates.find(({ key }) => key === liveKey) ?? dates.at(-1)

/** Whether visitors can act on an event at `now`. */
export const isOpenAt = ({ status, opensAt, closesAt }: Pick<EventCard, 'status' | 'opensAt' | 'closesAt'>, now: Date): boolean =>
  status !== 'cancelled' && openingAt(opensAt, closesAt, now) === 'open'

/** The date in which visitors can act, if the event has one. */
export const openDate = ({ dates, openKey }: Pick<EventCard, 'dates' | 'openKey'>): CardDate | undefined =>
  dates.find(({ key }) => key === openKey)
