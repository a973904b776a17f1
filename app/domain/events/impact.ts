/** Why a change to an event cannot be applied as it stands; each has its sentence in the catalogue. */
export type ObstacleReason =
  | 'group-in-use'
  | 'track-in-use'
  | 'field-in-use'
  | 'file-in-use'
  | 'stage-in-use'
  | 'criterion-in-use'
  | 'contest-in-use'
  | 'deadline-before-submissions'
  | 'rulebook-frozen'
  | 'stage-frozen'
  | 'files-too-big'
  | 'files-too-small'
  | 'files-of-other-type'
  | 'files-too-many'
  | 'files-missing'
  | 'owner-changed'
  | 'series-of-another'
  | 'parent-unknown'
  | 'parent-circle'
  | 'booth-claimed'

/** `rows` names the first few of the `count` rows in the way, as people know them: entry numbers, judges’ seats. */
export type Obstacle = { path: string; reason: ObstacleReason; id: string; rows: string[]; count: number }

/** How many rows an obstacle names. */
export const NAMED_ROWS = 5
