/** Members of an event that rows in the database hang on, or may. */
export type Part = 'group' | 'track' | 'field' | 'file' | 'stage' | 'criterion' | 'award' | 'date' | 'section'

/** Who notices a change. */
export type Audience = 'public' | 'entrants' | 'judges' | 'staff'

/**
 * `low`: words and additions. `medium`: a rule or a date that people act on. `high`: something that is refused once
 * rows depend on it, or that everyone has to be told.
 */
export type Severity = 'low' | 'medium' | 'high'

export type FileRuleKey = 'types' | 'maxMB' | 'count' | 'dpi' | 'page' | 'optional' | 'groups'

type What =
  | { type: 'created' }
  | { type: 'added' | 'removed'; part: Part; id: string; stage?: string }
  | { type: 'rekeyed'; part: Part; id: string; newId: string; stage?: string }
  | { type: 'date-moved'; key: string; from: string; to: string }
  /** The moment entries close, in ISO 8601; null when there is or was none. */
  | { type: 'deadline-moved'; from: string | null; to: string | null; earlier: boolean }
  | { type: 'rulebook-changed'; stage: string }
  | { type: 'stage-changed'; stage: string; key: string }
  | { type: 'file-rule-changed'; id: string; rule: FileRuleKey; shrinks: boolean; from: unknown; to: unknown }
  | { type: 'field-rule-changed'; id: string; rule: string; tightens: boolean; from: unknown; to: unknown }
  | { type: 'group-rule-changed'; id: string; rule: string; from: unknown; to: unknown }
  | { type: 'eligibility-changed' | 'rights-changed' | 'statement-changed' | 'anonymity-changed' }
  | { type: 'postponed' | 'cancelled' | 'reinstated' }
  | { type: 'status-changed'; from: string; to: string }
  | { type: 'text-changed' }
  | { type: 'setting-changed'; from: unknown; to: unknown }

/** One consequence of applying a file. `path` is where in the file it stands. */
export type Change = What & { path: string; severity: Severity; touches: Audience[] }
export type ChangeType = Change['type']
