import type { Localized } from '~/domain/events/localized'
import type { PublishedStanding } from '~/domain/judging/published-standings.server'
import type { PublishedWork } from '~/domain/judging/published-works.server'

/** A group or a track of the event. */
export type Named = { id: string; name: Localized }

/** A work in a published ranking, with the award its rank earned. */
export type ResultRow = PublishedStanding & { work: PublishedWork; award: Localized | null }
