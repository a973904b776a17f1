/** What precheck looks at, as the config’s check stage lists it. */
export type CheckTopic = 'eligibility' | 'form' | 'names-on-work'

/** Why a work is returned or rejected, by what was being checked. The sentences stand in the catalogue. */
export const checkReasons = {
  'not-eligible': 'eligibility',
  'wrong-group': 'eligibility',
  'proof-missing': 'eligibility',
  'files-missing': 'form',
  'picture-poor': 'form',
  'file-wrong': 'form',
  'text-incomplete': 'form',
  'name-on-work': 'names-on-work',
  'school-on-work': 'names-on-work',
  'logo-on-work': 'names-on-work',
  duplicate: null,
  other: null,
} as const satisfies Record<string, CheckTopic | null>

export type CheckReason = keyof typeof checkReasons
export const checkReasonIds = Object.keys(checkReasons) as [CheckReason, ...CheckReason[]]

/** The reasons that belong to a topic; those that belong to none with `null`. */
export const reasonsFor = (topic: CheckTopic | null): CheckReason[] => checkReasonIds.filter((id) => checkReasons[id] === topic)
