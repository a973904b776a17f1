import { transact } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { noticeStep } from '~/domain/notices/send-notice.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import type { Lang } from '~/i18n/language'
import type { ContactAddress } from './contact'
import { keyedHash, sixDigits } from './keyed-hash.server'
import { waitMinutes } from './rate-limit.server'
import { CODE_MINUTES, CODE_TRIES } from './sign-in-code'

export interface RequestCode {
  contact: ContactAddress
  purpose: 'sign-in' | 'add-contact'
  /** language of the page it was asked on: the account may not exist yet, and its language must not show */
  locale: Lang
  /** network address of the asker, for the rate limit */
  ip: string
  now: Date
}

/**
 * Sends a code to a contact, known or not: the answer is the same. Earlier codes stay good in the browsers that asked
 * for them, or a stranger could void them. Refuses too many requests with the minutes to wait.
 */
export async function requestCode({ contact, purpose, locale, ip, now }: RequestCode): Promise<Outcome<'too-many', { codeId: string }>> {
  const wait = (await waitMinutes('code-per-address', ip)) ?? (await waitMinutes('code-per-contact', `${contact.kind}:${contact.value}`))
  if (wait) return refuse('too-many', { minutes: wait })
  return transact(async (tx) => {
    const { kind, value } = contact
    const id = newId()
    const code = sixDigits()
    await tx.signInCode.create({
      data: {
        id,
        kind,
        value,
        codeHmac: keyedHash(`${id}:${code}`),
        triesLeft: CODE_TRIES,
        createdAt: now,
        expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
      },
    })
    await noticeStep(tx, {
      to: contact,
      locale,
      notice: { template: 'code', code, minutes: CODE_MINUTES, purpose },
    })
    return done({ codeId: id })
  })
}
