import type { EventKind } from './section'

/** The kinds people look for together; the first four stand in the masthead. */
export const kindGroups = {
  contests: ['design-contest', 'skills-contest', 'equipment-contest'],
  expos: ['expo'],
  weeks: ['fashion-week', 'umbrella'],
  conferences: ['conference'],
  activities: ['matchmaking', 'campaign'],
} as const satisfies Record<string, readonly EventKind[]>
export type KindGroup = keyof typeof kindGroups
export const kindGroupNames = Object.keys(kindGroups) as KindGroup[]

const isKindGroup = (name: string): name is KindGroup => Object.hasOwn(kindGroups, name)

/** The group a kind belongs to; activities for a kind that is not listed anywhere. */
export const groupOf = (kind: string): KindGroup =>
  kindGroupNames.find((name) => (kindGroups[name] as readonly string[]).includes(kind)) ?? 'activities'

export const listTimes = ['all', 'open', 'upcoming', 'past'] as const
export type ListTime = (typeof listTimes)[number]

/** What a visitor asks of the event list. `text` is at most 60 characters; `page` counts from 1. */
export type EventListQuery = { kind: KindGroup | null; time: ListTime; text: string; page: number }

const MAX_TEXT = 60
const MAX_PAGE = 1000

/** Reads `/events/:kind?…`, whatever it holds. Null for a kind that does not exist; anything else falls back. */
export function readEventListQuery(kind: string | undefined, search: URLSearchParams): EventListQuery | null {
  if (kind !== undefined && !isKindGroup(kind)) return null
  const time = listTimes.find((name) => name === search.get('time')) ?? 'all'
  const page = /^\d{1,4}$/.test(search.get('page') ?? '') ? Number(search.get('page')) : 1
  return {
    kind: kind ?? null,
    time,
    text: plainText(search.get('q') ?? ''),
    page: Math.min(MAX_PAGE, Math.max(1, page)),
  }
}

/** Control and format characters mean nothing in a search, and NUL breaks the database’s text. */
const plainText = (text: string) =>
  [
    ...text
      .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
      .trim()
      .replace(/\s+/g, ' '),
  ]
    .slice(0, MAX_TEXT)
    .join('')
