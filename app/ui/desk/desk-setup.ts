/** What one band of marks stands for; `label` is as printed, such as 7—8.5. */
export interface Anchor {
  low: number
  high: number
  label: string
  text: string
}

/** A criterion as the desk shows it, in the language of the page. `unit` is set where a quantity is measured. */
export interface DeskCriterion {
  id: string
  name: string
  description: string
  weight: string
  min: number
  max: number
  step: number
  unit: string | null
  anchors: Anchor[]
}

export interface DeskField {
  id: string
  label: string
  type: string
  unit: string
  options: { id: string; name: string }[]
}

/** Everything the page brings with it; works and marks are fetched. */
export interface DeskSetup {
  /** event/stage/seat: what is kept in the browser is kept under it */
  key: string
  seatId: string
  /** address of the desk's resources, such as /judge/puyuan-cup-2026/preliminary */
  base: string
  lang: 'zh-CN' | 'en'
  eventName: string
  stageName: string
  judge: string
  open: boolean
  /** a final before the public: one work at a time, as it is called */
  live: boolean
  lockedAt: string | null
  closesAt: string | null
  /** the sheet holds a vote 入选 · 待定 · 淘汰 for each work, no marks */
  voting: boolean
  criteria: DeskCriterion[]
  groups: { id: string; name: string }[]
  tracks: { id: string; name: string }[]
  fields: DeskField[]
  slots: { id: string; label: string }[]
  lobbyPath: string
  signInPath: string
}

/** A work in the desk's list; `cover` names the picture that stands for it. */
export interface DeskWork {
  code: string
  group: string
  track: string | null
  title: string
  cover: string | null
}

export interface DeskDetails {
  code: string
  answers: Record<string, string | string[]>
  pictures: {
    name: string
    slot: string
    width: number | null
    height: number | null
    pages: number | null
  }[]
}

/** One value per criterion, in the rulebook's order. */
export type DeskSheet = readonly (string | null)[]

export interface DeskNote {
  text: string
  later: boolean
}
