import type { ContentDecision, ContentState } from '~/generated/prisma/enums'

/** Why content may not be shown, as the office says it. */
export const contentReasons = ['unlawful', 'offensive', 'others-work', 'advertising', 'personal-data', 'other'] as const
export type ContentReason = (typeof contentReasons)[number]

/** Where the content of a work stands for the version that counts. */
export type ContentStanding = 'waiting' | ContentState

export interface Verdict {
  decision: ContentDecision
  byId: string
}

/** Verdicts since the last that took everything back. */
const standing = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  verdicts.slice(verdicts.findLastIndex(({ decision }) => decision === 'reopen') + 1)

/** The state that verdicts on one version lead to, the oldest first: refused by anyone, passed by as many different people as the event asks for. */
export function contentState(verdicts: readonly Verdict[], reviewers: number): ContentStanding {
  const counted = standing(verdicts)
  if (counted.some(({ decision }) => decision === 'refuse')) return 'refused'
  const passes = new Set(counted.map(({ byId }) => byId)).size
  return passes >= reviewers ? 'passed' : passes > 0 ? 'once' : 'waiting'
}

export type ContentRefusal =
  | 'not-found'
  | 'not-accepted'
  | 'changed'
  | 'decided'
  | 'own-verdict'
  | 'nothing-to-reopen'
  | 'reasons-missing'
  | 'reasons-given'
  | 'note-missing'

export interface Reviewable {
  accepted: boolean
  version: number
  verdicts: readonly Verdict[]
}

/** Why a verdict may not be given, or null. `seen` is the version it is about. */
export function refuseVerdict(
  { accepted, version, verdicts }: Reviewable,
  {
    byId,
    seen,
    decision,
    reasons,
    note,
    reviewers,
  }: Verdict & { seen: number; reasons: readonly ContentReason[]; note: string; reviewers: number },
): ContentRefusal | null {
  if (!accepted) return 'not-accepted'
  if (seen !== version) return 'changed'
  const state = contentState(verdicts, reviewers)
  if (decision === 'reopen') return state === 'waiting' ? 'nothing-to-reopen' : null
  if (state === 'passed' || state === 'refused') return 'decided'
  // two looks are two people
  if (decision === 'pass' && standing(verdicts).some((verdict) => verdict.byId === byId)) return 'own-verdict'
  if (decision === 'pass') return reasons.length > 0 ? 'reasons-given' : null
  if (reasons.length === 0) return 'reasons-missing'
  return reasons.includes('other') && note.trim() === '' ? 'note-missing' : null
}
