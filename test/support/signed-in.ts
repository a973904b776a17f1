import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { action as signIn } from '~/routes/account/sign-in'
import { action as signInCode } from '~/routes/account/sign-in-code'
import { makePerson } from './factories'
import { browser } from './page-browser'

/** A new address for each test. */
export const fresh = () => `${newId()}@example.com`

/** The six digits that were last sent to a contact, from the outbox. */
export async function codeOf(recipient: string) {
  const notice = await db.notice.findFirstOrThrow({
    where: { recipient, template: 'code' },
    orderBy: [{ createdAt: 'desc' }],
  })
  return /\d{6}/.exec(notice.subject)?.[0] ?? ''
}

/** A person with an account, signed in through the pages. */
export async function signedIn(contact = fresh(), next = '') {
  const person = await makePerson({ email: contact })
  const own = browser()
  await own.go(signIn, '/sign-in', { contact, next })
  const answer = await own.go(signInCode, '/sign-in/code', { code: await codeOf(contact) })
  return { ...own, person, contact, answer }
}
