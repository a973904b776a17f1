/** Who may do what: one table. Roles come from the organisation (all its events) or from one event. */
export type Role = 'owner' | 'organiser' | 'clerk' | 'judge' | 'finance'

export const PERMISSIONS = {
  'event.view': ['owner', 'organiser', 'clerk', 'finance'],
  'event.setup': ['owner', 'organiser'],
  'staff.manage': ['owner'],
  'entries.view': ['owner', 'organiser', 'clerk'],
  'entries.contacts': ['owner', 'organiser'],
  'entries.precheck': ['owner', 'organiser', 'clerk'],
  'content.review': ['owner', 'organiser', 'clerk'],
  'entries.type-in': ['owner', 'organiser', 'clerk'],
  'notices.send': ['owner', 'organiser'],
  'judges.manage': ['owner', 'organiser'],
  'stage.run': ['owner', 'organiser'],
  'marks.type-in': ['owner', 'organiser', 'clerk'],
  'pieces.scan': ['owner', 'organiser', 'clerk'],
  'ranking.view': ['owner', 'organiser'],
  'ranking.publish': ['owner', 'organiser'],
  'ranking.severity': ['owner'],
  'payments.view': ['owner', 'organiser', 'finance'],
  // account and identity numbers in full: whoever pays, not whoever awards
  'payments.details': ['finance'],
  'talent.export': ['owner', 'organiser'],
  'papers.make': ['owner', 'organiser'],
  'booths.manage': ['owner', 'organiser'],
  'desk.score': ['judge'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof PERMISSIONS

export const may = (roles: readonly Role[], permission: Permission): boolean =>
  roles.some((role) => (PERMISSIONS[permission] as readonly Role[]).includes(role))

/** Permissions that need the second factor in the session. */
export const needsSecondFactor = (roles: readonly Role[]): boolean =>
  roles.some((role) => role === 'owner' || role === 'organiser' || role === 'finance')
