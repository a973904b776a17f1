import type { TFunction } from 'i18next'
import type { CodeRefusal } from '~/domain/people/redeem-code.server'

type T = TFunction<'account'>
interface Refusal<Reason extends string> {
  reason: Reason
  detail?: Record<string, string | number>
}

/** What the code field says about a refusal, and the status it is answered with. */
export function codeRefusal(t: T, { reason, detail }: Refusal<CodeRefusal>): { status: number; errors: { code: string[] } } {
  switch (reason) {
    case 'wrong':
      return { status: 409, errors: { code: [t('refusal.wrong', { left: Number(detail?.left) })] } }
    case 'expired':
      return { status: 409, errors: { code: [t('refusal.expired')] } }
    case 'no-tries':
      return { status: 409, errors: { code: [t('refusal.noTries')] } }
    case 'too-many':
      return { status: 429, errors: { code: [t('refusal.tooMany', { minutes: Number(detail?.minutes) })] } }
  }
}

/** Faults of a form by field, in words; the schema names them by a short key. */
export function fieldFaults(t: T, faults: Record<string, string[] | null> | null | undefined): Record<string, string[]> {
  return Object.fromEntries(Object.entries(faults ?? {}).map(([field, keys]) => [field, (keys ?? []).map((key) => faultText(t, key))]))
}

function faultText(t: T, key: string): string {
  switch (key) {
    case 'too-long':
      return t('fault.tooLong')
    case 'unseen':
      return t('fault.unseen')
    case 'letters':
      return t('fault.letters')
    case 'latin':
      return t('fault.latin')
    default:
      return t('fault.required')
  }
}
