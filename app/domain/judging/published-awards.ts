import type { Localized } from '~/domain/events/localized'
import { rankedAwards } from './ranked-awards'
import { expectedResult } from './results-date'
import type { Award, Stage } from './section'

type Contest = { stages: readonly Stage[]; awards: readonly Award[] }
type Row = {
  stageId: string
  entryId: string
  group: string
  track: string | null
  category: string
  rank: number | null
}

/**
 * What the ranking of the last stage earned its works, by `stage entry`. Empty until every judged stage is published:
 * before the last one nobody has won anything. `standings` come with the latest stage first.
 */
export function publishedAwards(
  { stages, awards }: Contest,
  standings: readonly Row[],
): Map<string, Localized> {
  const last = standings[0]?.stageId
  const published = [...new Set(standings.map(({ stageId }) => stageId))]
  if (last === undefined || expectedResult(stages, published) !== null) return new Map()
  const works = standings
    .filter(({ stageId }) => stageId === last)
    .map(({ entryId, ...work }) => ({ ...work, entry: entryId }))
  return new Map(
    [...rankedAwards(awards, works)].flatMap(([entry, id]): [string, Localized][] => {
      const name = awards.find((award) => award.id === id)?.name
      return name ? [[`${last} ${entry}`, name]] : []
    }),
  )
}
