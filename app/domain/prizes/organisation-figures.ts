import type { OrganisationPoints } from '~/domain/judging/section'

/** An author’s organisation on a work that was handed in, as the author wrote it, and how far the work came. */
export interface OrganisationWork {
  entry: string
  organisation: string
  accepted: boolean
  finalist: boolean
  /** awards the work’s makers have */
  prizes: number
}

export interface OrganisationFigures {
  submitted: number
  accepted: number
  finalists: number
  prizes: number
}
export const FIGURES = ['submitted', 'accepted', 'finalists', 'prizes'] as const

/**
 * What each organisation brought, under the name by which the house counts it. A work counts once for an organisation,
 * however many of its authors are there, and once for each where its authors come from several.
 */
export function organisationFigures(
  works: readonly OrganisationWork[],
  nameOf: (organisation: string) => string,
): Map<string, OrganisationFigures> {
  const counted = new Set<string>()
  const figures = new Map<string, OrganisationFigures>()
  for (const { entry, organisation, accepted, finalist, prizes } of works) {
    const name = nameOf(organisation)
    if (name === '' || counted.has(`${entry} ${name}`)) continue
    counted.add(`${entry} ${name}`)
    const before = figures.get(name) ?? { submitted: 0, accepted: 0, finalists: 0, prizes: 0 }
    figures.set(name, {
      submitted: before.submitted + 1,
      accepted: before.accepted + Number(accepted),
      finalists: before.finalists + Number(finalist),
      prizes: before.prizes + prizes,
    })
  }
  return figures
}

export interface RankedOrganisation extends OrganisationFigures {
  name: string
  points: number
  rank: number
  /** the rule gives it the award */
  proposed: boolean
  /** shares its points with others across the line: the rule cannot decide, the organiser does */
  tied: boolean
}

interface OrganisationRule {
  /** what a figure counts; without points nothing is proposed and names stand by works submitted */
  points?: OrganisationPoints | undefined
  /** works submitted at the least */
  atLeast?: number | undefined
  count?: number | undefined
}

/** Organisations by the points of the published rule, ranks 1-1-3. Nothing is proposed across a tie, nor for no points. */
export function rankOrganisations(
  figures: ReadonlyMap<string, OrganisationFigures>,
  { points, atLeast = 1, count }: OrganisationRule,
): RankedOrganisation[] {
  const worth = (row: OrganisationFigures) => FIGURES.reduce((sum, figure) => sum + (points?.[figure] ?? 0) * row[figure], 0)
  const height = (row: OrganisationFigures & { points: number }) => (points ? row.points : row.submitted)
  const rows = [...figures]
    .map(([name, row]) => ({ name, ...row, points: worth(row) }))
    .sort((a, b) => height(b) - height(a) || b.submitted - a.submitted || (a.name < b.name ? -1 : 1))
  const fit = rows.filter((row) => points !== undefined && row.submitted >= atLeast && row.points > 0)
  const [last, next] = count === undefined ? [] : [fit[count - 1], fit[count]]
  const line = last && next && last.points === next.points ? last.points : null
  return rows.map((row) => {
    const tied = fit.includes(row) && row.points === line
    return {
      ...row,
      rank: 1 + rows.filter((other) => height(other) > height(row)).length,
      tied,
      proposed: fit.includes(row) && !tied && (count === undefined || fit.indexOf(row) < count),
    }
  })
}
