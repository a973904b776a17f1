/** What calibration says of one work. All but `entry` and `category` are null where nothing can be said. */
export type CalibratedEntry = {
  entry: string
  category: string
  /** the total an average judge of this panel would give, in points of the judges’ totals */
  score: number | null
  /** 1-1-3 within the category */
  rank: number | null
  /** ranks, 95% */
  interval: [number, number] | null
  /** P(within the quota); null without a quota */
  inQuota: number | null
  /** P(better than the work on the last place); null for that work itself */
  beatsCut: number | null
  judges: number
}

/** A part of a category that no mark links to the others, with the works that would link it to the largest one. */
export type UnlinkedPart = { works: string[]; judges: string[]; bridge: { entries: string[]; judges: string[] } | null }

/** Judges who share fewer than 5% of their works with the rest, and works that would mend it. */
export type ThinBridge = { judges: string[]; works: number; shared: number; propose: { entries: string[]; judges: string[] } }

export type CalibratedCut = {
  places: number
  /** ranks that cannot be told apart at the line, 95%; null when the line is clear */
  from: number | null
  to: number | null
  /** further reads that would settle it, see `further-reads.ts` */
  reads: { entry: string; reads: number }[]
  total: number
  settles: boolean
  /** expected number of works on the wrong side, now and after the reads */
  wrongNow: number
  wrongThen: number
}

export type CalibratedCategory = {
  category: string
  /** `unlinked`: its works lie in parts no mark connects, so it is not ranked; `unmarked`: no work has marks */
  state: 'ranked' | 'unlinked' | 'unmarked'
  parts: UnlinkedPart[]
  thinBridges: ThinBridge[]
  /** null without a quota, where it covers every work, and where nothing is ranked */
  cut: CalibratedCut | null
}

/** How a judge marks compared with the panel, on the same works. For the chair alone. */
export type JudgeSeverity = {
  judge: string
  works: number
  /** points above (+, lenient) or below (−, severe) the panel, with 95% */
  bias: number
  biasInterval: [number, number]
  /** spread of the judge’s marks as a multiple of the panel’s; below 1 compresses */
  slope: number
  /** SD of a single total, in points */
  noise: number
}

export type CalibratedLayer = {
  model: 'panel-1'
  /** sorted by category, rank, entry id; works without marks last */
  entries: CalibratedEntry[]
  categories: CalibratedCategory[]
  judges: JudgeSeverity[]
  /** no work has two marks: the split between quality and noise rests on the model’s priors alone */
  singleReads: boolean
}
