import { z } from 'zod'
import { Expo } from '~/domain/booths/section'
import { Registration, entriesShape } from '~/domain/entries/section'
import { eventShape } from '~/domain/events/section'
import { judgingShape } from '~/domain/judging/section'
import { Matchmaking } from '~/domain/matchmaking/section'
import { Programme } from '~/domain/programme/section'

export const Contest = z.strictObject({ ...entriesShape, ...judgingShape })
export type Contest = z.output<typeof Contest>

/**
 * One event file. Sections are modules: an event has a contest, an expo, a programme, matchmaking, any mix of
 * them, or only a page. Plain data throughout, so that a stored version reads back as it was.
 */
export const EventConfig = z.strictObject({
  ...eventShape,
  registration: Registration.optional(),
  contest: Contest.optional(),
  expo: Expo.optional(),
  programme: Programme.optional(),
  matchmaking: Matchmaking.optional(),
})
export type EventConfig = z.output<typeof EventConfig>

/** The name of the edition’s own page and of its file: `puyuan-cup-2026`. */
export const slugOf = ({ series, edition }: Pick<EventConfig, 'series' | 'edition'>) => `${series}-${edition}`
