import { db } from '~/db.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import type { ContactAddress } from './contact'
import { keyedHash, sameHash } from './keyed-hash.server'
import { waitMinutes } from './rate-limit.server'
import { readDigits } from './sign-in-code'

export interface RedeemCode {
  /** the code that this browser asked for: a code serves only where it was asked for */
  codeId: string
  contact: ContactAddress
  code: string
  ip: string
  now: Date
}

export type CodeRefusal = 'wrong' | 'expired' | 'no-tries' | 'too-many'

/**
 * Proves that somebody reads a contact. Every try is spent before the code is looked at, in a statement of its own,
 * so that neither a rolled back transaction nor twenty tries at once give more than five; of two right uses at once
 * one wins.
 */
export async function redeemCode({ codeId, contact, code, ip, now }: RedeemCode): Promise<Outcome<CodeRefusal, ContactAddress>> {
  const wait = (await waitMinutes('try-per-address', ip)) ?? (await waitMinutes('try-per-contact', `${contact.kind}:${contact.value}`))
  if (wait) return refuse('too-many', { minutes: wait })
  const { kind, value } = contact
  const open = { id: codeId, kind, value, usedAt: null, expiresAt: { gt: now } }
  const spent = await db.signInCode.updateMany({
    where: { ...open, triesLeft: { gt: 0 } },
    data: { triesLeft: { decrement: 1 } },
  })
  if (spent.count === 0) return refuse((await db.signInCode.count({ where: open })) > 0 ? 'no-tries' : 'expired')

  const row = await db.signInCode.findUniqueOrThrow({ where: { id: codeId } })
  const digits = readDigits(code)
  if (!digits || !sameHash(row.codeHmac, keyedHash(`${codeId}:${digits}`))) {
    return row.triesLeft > 0 ? refuse('wrong', { left: row.triesLeft }) : refuse('no-tries')
  }
  const used = await db.signInCode.updateMany({ where: { id: codeId, usedAt: null }, data: { usedAt: now } })
  return used.count === 1 ? done(contact) : refuse('expired')
}
