import type { Localized } from '~/domain/events/localized'
import type { EligibilityRule, Entry, Field, FileRule, Group, Registration, Track } from './section'
import type { RightsModel } from './rights-models'

/** What one edition asks of its entrants: the event file’s `registration` and `contest`, with dates as instants. */
export interface Terms {
  eventId: string
  seriesSlug: string
  edition: string
  organisationId: string
  status: 'draft' | 'open' | 'postponed' | 'cancelled'
  name: Localized
  timezone: string
  /** paths of the config whose values are illustrative */
  sample: string[]
  registration: Registration
  contest: {
    groups: Group[]
    tracks: Track[]
    eligibility: EligibilityRule[]
    entry: Entry
    rights: { model: RightsModel; note?: Localized }
    statement: Localized
  }
  opensAt: Date
  /** the end of the call: its deadline, or the moment at which judging began if that was earlier */
  closesAt: Date
  /** until when a returned entry may be handed in again: the end of precheck, or the moment at which judging began */
  correctionsUntil: Date
  /** when the first stage that judges decide was opened: nothing can be handed in or decided on any more */
  judgingSince: Date | null
  /** every date of the event by its key */
  dates: Record<string, { startsAt: Date; endsAt: Date }>
}

type ForGroups = { groups?: string[] }
const appliesTo = (groupId: string) => (part: ForGroups) => !part.groups || part.groups.includes(groupId)

export const groupOf = (terms: Terms, groupId: string): Group | undefined => terms.contest.groups.find(({ id }) => id === groupId)

/** The questions a group’s entrants answer, in the order of the file. */
export const fieldsOf = (terms: Terms, groupId: string): Field[] => terms.contest.entry.fields.filter(appliesTo(groupId))

/** The files a group’s entrants hand in. */
export const slotsOf = (terms: Terms, groupId: string): FileRule[] => terms.contest.entry.files.filter(appliesTo(groupId))

export const rulesOf = (terms: Terms, groupId: string): EligibilityRule[] => terms.contest.eligibility.filter(appliesTo(groupId))

/** The field that names the work: `title`, or else the first line of text. */
export function titleField(fields: readonly Field[]): Field | undefined {
  return fields.find(({ id }) => id === 'title') ?? fields.find(({ type }) => type === 'text')
}
