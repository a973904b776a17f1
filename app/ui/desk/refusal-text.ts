import type { TFunction } from 'i18next'
import type judge from '~/messages/zh-CN/judge.json'

type Reason = keyof (typeof judge)['refusal']

const REASONS: readonly Reason[] = [
  'stage-not-open',
  'not-on-panel',
  'not-your-seat',
  'conflicts-not-declared',
  'sheet-locked',
  'recused',
  'unknown-criterion',
  'unknown-work',
  'not-a-number',
  'out-of-range',
  'off-step',
  'malformed',
  'late',
  'work-revealed',
]

/** Why the server did not take a mark, in words; a reason this version does not know is called other. */
export function refusalText(t: TFunction<'judge'>, reason: string | null | undefined): string {
  const known = REASONS.find((one) => one === reason) ?? 'other'
  return t(`refusal.${known}`)
}
