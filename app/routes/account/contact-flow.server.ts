import { redirect, type AppLoadContext } from '@remix-run/node'
import { addContact } from '~/domain/people/add-contact.server'
import type { ContactAddress } from '~/domain/people/contact'
import { redeemCode } from '~/domain/people/redeem-code.server'
import { requestCode } from '~/domain/people/request-code.server'
import { translator } from '~/i18n/i18n.server'
import { langOf } from '~/i18n/language'
import type { Actor } from '~/session.server'
import { codeRefusal } from './refusal-texts.server'
import { addressOf, forgetFlow, readFlow, writeFlow, type Flow } from './sign-in-flow.server'

export interface ContactReply {
  status: number
  errors: Record<string, string[]>
}

/** Sends a code to a contact that is to join the account, and leads back to `to`, where the code is typed. */
export async function sendContactCode(
  request: Request,
  actor: Actor,
  contact: ContactAddress,
  to: string,
  context: AppLoadContext,
): Promise<Response | ContactReply> {
  const lang = langOf(request)
  const asked = await requestCode({
    contact,
    purpose: 'add-contact',
    locale: lang,
    ip: addressOf(context),
    now: new Date(),
  })
  if (!asked.ok) {
    const { status, errors } = codeRefusal(translator(lang, 'account'), asked)
    return { status, errors: { contact: errors.code } }
  }
  const flow = { contact, codeId: asked.value.codeId, next: '', addTo: actor.personId }
  return redirect(to, { headers: { 'Set-Cookie': await writeFlow(flow) } })
}

/** The contact that a code was sent to from this browser, to join this account; null when none was. */
export async function contactBegun(request: Request, actor: Actor): Promise<Flow | null> {
  const flow = await readFlow(request)
  return flow?.addTo === actor.personId ? flow : null
}

/** The six digits: the contact joins the account and the way leads on to `done`; to `to` when no code was asked for. */
export async function confirmContact(
  request: Request,
  actor: Actor,
  code: string,
  { to, done }: { to: string; done: string },
  context: AppLoadContext,
): Promise<Response | ContactReply> {
  const t = translator(langOf(request), 'account')
  const flow = await contactBegun(request, actor)
  if (!flow) return redirect(to)
  const { contact, codeId } = flow
  const now = new Date()
  const redeemed = await redeemCode({ codeId, contact, code: code.slice(0, 40), ip: addressOf(context), now })
  if (!redeemed.ok) return codeRefusal(t, redeemed)
  const added = await addContact({ personId: actor.personId, contact, now })
  if (added.ok) return redirect(done, { headers: { 'Set-Cookie': await forgetFlow() } })
  return {
    status: 409,
    errors: { code: [added.reason === 'taken' ? t('contacts.taken') : t('contacts.tooMany')] },
  }
}
