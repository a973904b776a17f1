import { parseWithZod } from '@conform-to/zod/v4'
import { redirect, type AppLoadContext } from '@remix-run/node'
import { ProfileForm } from '~/domain/people/person-form'
import { findPerson } from '~/domain/people/find-person.server'
import { redeemCode } from '~/domain/people/redeem-code.server'
import { registerPerson } from '~/domain/people/register-person.server'
import { requestCode } from '~/domain/people/request-code.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath } from '~/i18n/language'
import { codeRefusal, fieldFaults } from './refusal-texts.server'
import { addressOf, finishSignIn, writeFlow, type Flow } from './sign-in-flow.server'

export interface Reply {
  status: number
  errors: Record<string, string[]>
  typed?: Record<string, string>
}
export type CodeReply = Response | Reply

/** The six digits: signs in, or leads a new person to the name. */
export async function answerCode(request: Request, flow: Flow, form: FormData, context: AppLoadContext): Promise<CodeReply> {
  const lang = langOf(request)
  const code = String(form.get('code') ?? '').slice(0, 40)
  const redeemed = await redeemCode({ ...flow, code, ip: addressOf(context), now: new Date() })
  if (!redeemed.ok) return codeRefusal(translator(lang, 'account'), redeemed)
  const person = await findPerson(flow.contact)
  if (person) return finishSignIn(request, person.personId, flow.next)
  return redirect(localPath(lang, '/sign-in/code'), {
    headers: { 'Set-Cookie': await writeFlow({ ...flow, provenAt: Date.now() }) },
  })
}

/** The name of somebody who is here for the first time. */
export async function answerName(request: Request, flow: Flow, form: FormData): Promise<CodeReply> {
  const lang = langOf(request)
  const t = translator(lang, 'account')
  form.set('locale', lang)
  const parsed = parseWithZod(form, { schema: ProfileForm })
  if (parsed.status !== 'success') {
    const typed = { name: String(form.get('name') ?? ''), nameLatin: String(form.get('nameLatin') ?? '') }
    return { status: 400, errors: fieldFaults(t, parsed.error), typed }
  }
  const registered = await registerPerson({ ...parsed.value, contact: flow.contact, now: new Date() })
  // the contact found an owner meanwhile: the proof was for nobody, so it does not sign in as them
  if (!registered.ok) return redirect(localPath(lang, '/sign-in'))
  return finishSignIn(request, registered.value.personId, flow.next)
}

export async function sendAgain(request: Request, flow: Flow, context: AppLoadContext): Promise<CodeReply> {
  const lang = langOf(request)
  const asked = await requestCode({
    contact: flow.contact,
    purpose: 'sign-in',
    locale: lang,
    ip: addressOf(context),
    now: new Date(),
  })
  if (!asked.ok) return codeRefusal(translator(lang, 'account'), asked)
  const headers = { 'Set-Cookie': await writeFlow({ ...flow, codeId: asked.value.codeId }) }
  return redirect(`${localPath(lang, '/sign-in/code')}?again`, { headers })
}
