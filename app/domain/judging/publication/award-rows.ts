import type { Localized } from '~/domain/events/localized'
import type { AuthorRole, Standing } from '~/generated/prisma/enums'
import { type SpecialStandings, specialAwards } from '../measured/special-awards'
import { rankedAwards } from '../ranked-awards'
import { expectedResult } from '../results-date'
import type { Award, Stage } from '../section'

type Contest = { stages: readonly Stage[]; awards: readonly Award[] }

/** A work in the version that is about to be published. */
export type AwardedWork = {
  entry: string
  group: string
  track: string | null
  category: string
  rank: number | null
  standing: Standing
}

export type AwardRow = {
  entry: string
  award: string
  /** its place in the config's list, 0 the highest */
  tier: number
  name: Localized
  recipients: AuthorRole
  /** not for a work that has another such award */
  exclusive: boolean
  prize: string | null
}

const NOTHING_SPECIAL: SpecialStandings = { singles: [], teams: [] }

/**
 * What a result gives its works: by rank and by what the panel chose (`chosen`, works by award) to those who made them, and
 * after it to those who taught them. Nothing before
 * the last judged stage is published; `published` are the ids of all that are, this one included. `selective`: the stage
 * cut by a quota among works that no earlier stage had selected, so that only places and alternates count.
 */
export function awardRows(
  { stages, awards }: Contest,
  published: readonly string[],
  works: readonly AwardedWork[],
  {
    selective,
    chosen = new Map(),
    special = NOTHING_SPECIAL,
  }: { selective: boolean; chosen?: ReadonlyMap<string, readonly string[]>; special?: SpecialStandings },
): AwardRow[] {
  if (expectedResult(stages, published) !== null) return []
  const counted = works.filter(({ standing }) => standing === 'place' || standing === 'alternate' || (!selective && standing === 'none'))
  const byRank = rankedAwards(awards, counted)
  const rowOf = (entry: string, award: Award): AwardRow => ({
    entry,
    award: award.id,
    tier: awards.indexOf(award),
    name: award.name,
    recipients: award.to === 'instructors' ? 'instructor' : 'author',
    exclusive: award.exclusive,
    prize: award.prize ?? null,
  })
  const first = [...byRank].flatMap(([entry, id]) => awards.filter((award) => award.id === id).map((award) => rowOf(entry, award)))
  const staying = new Set(works.filter(({ standing }) => standing !== 'withdrawn' && standing !== 'disqualified').map(({ entry }) => entry))
  const single = awards
    .filter(({ by, to }) => by !== 'ranking' && to !== 'organisations')
    .flatMap((award) => (chosen.get(award.id) ?? []).filter((entry) => staying.has(entry)).map((entry) => rowOf(entry, award)))
  const given = [...first, ...single]
  const groupOf = new Map(works.map(({ entry, group }) => [entry, group]))
  const following = awards.filter(({ by, to, from, count }) => by === 'ranking' && to === 'instructors' && from && count === undefined)
  return [
    ...given,
    ...specialAwards(awards, special).flatMap(({ entry, award: id }) =>
      awards.filter((award) => award.id === id).map((award) => rowOf(entry, award)),
    ),
    ...following.flatMap((award) =>
      [
        ...new Set(
          given
            .filter((row) => award.from?.includes(row.award) && (award.groups?.includes(groupOf.get(row.entry) ?? '') ?? true))
            .map(({ entry }) => entry),
        ),
      ].map((entry) => rowOf(entry, award)),
    ),
  ]
}
