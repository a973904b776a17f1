import { db } from '~/db.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { waitMinutes } from './rate-limit.server'
import { unseal } from './seal.server'
import { readDigits } from './sign-in-code'
import { totpStep } from './totp.server'

export interface ProveSecondFactor {
  personId: string
  sessionId: string
  code: string
  now: Date
}

/**
 * Proves the second factor in a session; the first right code also confirms a new one. A time step serves once: of
 * two uses of one code at once, one wins. Refuses too many tries with the minutes to wait.
 */
export async function proveSecondFactor({
  personId,
  sessionId,
  code,
  now,
}: ProveSecondFactor): Promise<Outcome<'wrong' | 'not-set' | 'too-many'>> {
  const wait = await waitMinutes('totp-per-person', personId)
  if (wait) return refuse('too-many', { minutes: wait })
  const totp = await db.totp.findUnique({ where: { personId } })
  if (!totp) return refuse('not-set')
  const digits = readDigits(code)
  const step = digits ? await totpStep(digits, unseal(totp.secretSealed, `totp:${personId}`)) : null
  if (step === null) return refuse('wrong')
  const used = await db.totp.updateMany({
    where: {
      personId,
      secretSealed: totp.secretSealed,
      OR: [{ lastStep: null }, { lastStep: { lt: step } }],
    },
    data: { lastStep: step, confirmedAt: totp.confirmedAt ?? now },
  })
  if (used.count === 0) return refuse('wrong')
  await db.session.updateMany({
    where: { id: sessionId, personId, revokedAt: null },
    data: { strongAt: now },
  })
  return done()
}
