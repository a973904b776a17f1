import type { RandomDraws } from '~/domain/judging/calibration/random-draws'
import type { JudgeTotal } from '~/domain/judging/calibration/marks-matrix'

/**
 * A contest of which the truth is known, by work index; ids of works are `W<index>`. Scores are held against `truth`,
 * intervals against `quality`, which a panel's own mean only approaches.
 */
export type Simulated = { totals: JudgeTotal[]; truth: Float64Array; quality: Float64Array; groupOf: (entry: string) => string }

export type Scenario = {
  name: string
  judges: number
  works: number
  places: number
  replications: number
  /** τ / precision of a prototype, to match or beat: the raw mean and the best of its models */
  prototype: { raw: string; best: string }
  simulate: (draws: RandomDraws) => Simulated
}

type Panel = {
  judges: number
  works: number
  /** which judges mark which works */
  judgesOf: (work: number, draws: RandomDraws) => number[]
  contaminated?: boolean
  /** this many judges mark at random, 40 to 100 */
  random?: number
  /** works belong to panels whose level of quality differs by N(0, .5) */
  groupOf?: (work: number) => number
}

/** θ ~ N(0,1); y = 76 + b_j + 6 a_j θ + s_j z, rounded, clipped; contamination: 6% of cells ±18, 70% of them up. */
function contest({ judges, works, judgesOf, contaminated, random = 0, groupOf = () => 0 }: Panel) {
  return (draws: RandomDraws): Simulated => {
    const { normal, uniform } = draws
    const bias = Float64Array.from({ length: judges }, () => 5 * normal())
    const slope = Float64Array.from({ length: judges }, () => Math.exp(0.25 * normal()))
    const noise = Float64Array.from({ length: judges }, () => 6 * Math.exp(0.25 * normal()))
    const shifts: number[] = []
    const truth = Float64Array.from({ length: works }, (_, i) => {
      const g = groupOf(i)
      while (shifts.length <= g) shifts.push(0.5 * normal())
      return normal() + (groupOf(works - 1) === 0 ? 0 : (shifts[g] as number))
    })
    const totals: JudgeTotal[] = []
    for (let i = 0; i < works; i += 1) {
      for (const j of judgesOf(i, draws)) {
        let y = 76 + (bias[j] as number) + 6 * (slope[j] as number) * (truth[i] as number) + (noise[j] as number) * normal()
        if (j < random) y = 40 + 60 * uniform()
        if (contaminated && uniform() < 0.06) y += uniform() < 0.7 ? 18 : -18
        totals.push({ entry: `W${i}`, judge: `J${j}`, total: Math.min(100, Math.max(0, Math.round(y))), share: 1 })
      }
    }
    return { totals, truth, quality: truth, groupOf: (entry) => String(groupOf(Number(entry.slice(1)))) }
  }
}

const everyone = (judges: number) => () => Array.from({ length: judges }, (_, j) => j)

function some(judges: number, count: number, { uniform }: RandomDraws): number[] {
  const rest = Array.from({ length: judges }, (_, j) => j)
  return Array.from({ length: count }, () => rest.splice(Math.floor(uniform() * rest.length), 1)[0] as number)
}

/** Every work is read by so many judges drawn from all. */
export const readBySome = (judges: number, works: number, count: number) =>
  contest({ judges, works, judgesOf: (_, draws) => some(judges, count, draws) })

/** nobody to two of nine judges stand aside */
const withRecusals = (_: number, draws: RandomDraws) => some(9, 9 - Math.floor(3 * draws.uniform()), draws)

/** Five fixed panels of three; one work in twenty is read by judges of three panels instead. */
function bridged(work: number, draws: RandomDraws): number[] {
  const panel = Math.floor(work / 300)
  if (draws.uniform() >= 0.05) return [0, 1, 2].map((seat) => 3 * panel + seat)
  return some(5, 3, draws).map((other) => 3 * other + Math.floor(3 * draws.uniform()))
}

/** Marks of a trained panel: k of nine judges a work; the truth is what all nine together gave. */
function trained(count: number): Scenario['simulate'] {
  return (draws) => {
    const { normal } = draws
    const bias = Float64Array.from({ length: 9 }, () => 0.15 * normal())
    const truth = new Float64Array(30)
    const qualities = Float64Array.from({ length: 30 }, () => 1.03 * normal())
    const totals: JudgeTotal[] = []
    for (let i = 0; i < 30; i += 1) {
      const quality = qualities[i] as number
      const marks = Array.from({ length: 9 }, (_, j) => 7 + quality + (bias[j] as number) + 0.34 * normal())
      truth[i] = marks.reduce((sum, mark) => sum + mark, 0) / 9
      for (const j of some(9, count, draws))
        totals.push({ entry: `W${i}`, judge: `J${j}`, total: Math.round(100 * (marks[j] as number)) / 100, share: 1 })
    }
    return { totals, truth, quality: qualities, groupOf: () => '' }
  }
}

export const scenarios: Scenario[] = [
  {
    name: 'A',
    replications: 100,
    prototype: { raw: '.763/.828', best: '.779/.843' },
    judges: 7,
    works: 60,
    places: 20,
    simulate: contest({ judges: 7, works: 60, judgesOf: everyone(7) }),
  },
  {
    name: 'A2',
    replications: 160,
    prototype: { raw: '.768/.837', best: '.788/.849' },
    judges: 9,
    works: 30,
    places: 10,
    simulate: contest({ judges: 9, works: 30, judgesOf: withRecusals }),
  },
  {
    name: 'A3',
    replications: 160,
    prototype: { raw: '.730/.807', best: '.760/.822' },
    judges: 9,
    works: 30,
    places: 10,
    simulate: contest({ judges: 9, works: 30, judgesOf: withRecusals, contaminated: true }),
  },
  {
    name: 'A4',
    replications: 100,
    prototype: { raw: '.641/.743', best: '.762/.831' },
    judges: 7,
    works: 60,
    places: 20,
    simulate: contest({ judges: 7, works: 60, judgesOf: everyone(7), random: 1 }),
  },
  {
    name: 'B',
    replications: 40,
    prototype: { raw: '.611/.463', best: '.682/.562' },
    judges: 12,
    works: 500,
    places: 20,
    simulate: readBySome(12, 500, 3),
  },
  {
    name: 'B5',
    replications: 40,
    prototype: { raw: '.648/.597', best: '.710/.660' },
    judges: 15,
    works: 300,
    places: 20,
    simulate: contest({ judges: 15, works: 300, judgesOf: (_, draws) => some(15, 5, draws), contaminated: true }),
  },
  {
    name: 'C5',
    replications: 16,
    prototype: { raw: '.622/.392', best: '.677/.423' },
    judges: 15,
    works: 1500,
    places: 20,
    simulate: contest({ judges: 15, works: 1500, judgesOf: bridged, groupOf: (work) => Math.floor(work / 300) }),
  },
  ...(
    [
      [2, '.852'],
      [3, '.886'],
      [5, '.928'],
    ] as const
  ).map(([count, raw]) => ({
    name: `trained-${count}`,
    replications: 160,
    prototype: { raw, best: raw },
    judges: 9,
    works: 30,
    places: 10,
    simulate: trained(count),
  })),
]
