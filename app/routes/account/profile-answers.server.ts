import { parseWithZod } from '@conform-to/zod/v4'
import { redirect, type AppLoadContext } from '@remix-run/node'
import { addContact } from '~/domain/people/add-contact.server'
import { parseContact } from '~/domain/people/contact'
import { ProfileForm } from '~/domain/people/person-form'
import { account } from '~/domain/people/queries.server'
import { redeemCode } from '~/domain/people/redeem-code.server'
import { removeContact } from '~/domain/people/remove-contact.server'
import { requestCode } from '~/domain/people/request-code.server'
import { revokeOtherSessions } from '~/domain/people/revoke-other-sessions.server'
import { revokeSession } from '~/domain/people/revoke-session.server'
import { updateProfile } from '~/domain/people/update-profile.server'
import { withdrawConsent } from '~/domain/privacy/withdraw-consent.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath } from '~/i18n/language'
import { notFound, type Actor } from '~/session.server'
import { codeRefusal, fieldFaults } from './refusal-texts.server'
import { addressOf, forgetFlow, readFlow, writeFlow } from './sign-in-flow.server'

export interface ProfileReply {
  status: number
  errors: Record<string, string[]>
  typed?: Record<string, string>
  /** the version to save over, once both texts have been seen */
  version?: number
}

/** Each form of the account page, by its intent. Done, it leads back to its section. */
export async function answerProfile(
  request: Request,
  actor: Actor,
  form: FormData,
  context: AppLoadContext,
): Promise<Response | ProfileReply> {
  const text = (name: string) => String(form.get(name) ?? '')
  const now = new Date()
  switch (text('intent')) {
    case 'profile':
      return saveProfile(request, actor, form)
    case 'contact-send':
      return sendContactCode(request, actor, text('contact').slice(0, 300), context)
    case 'contact-confirm':
      return confirmContact(request, actor, text('code').slice(0, 40), context)
    case 'contact-cancel':
      return back(request, 'contacts', {}, await forgetFlow())
    case 'contact-remove': {
      const removed = await removeContact({ personId: actor.personId, contactId: text('id') })
      if (removed.ok) return back(request, 'contacts', { done: 'removed' })
      if (removed.reason === 'not-found') throw notFound()
      return { status: 409, errors: { contacts: [translator(langOf(request), 'account')('contacts.last')] } }
    }
    case 'session-revoke': {
      const revoked = await revokeSession({ personId: actor.personId, sessionId: text('id'), now })
      if (!revoked.ok) throw notFound()
      return back(request, 'security', { done: 'revoked', count: '1' })
    }
    case 'sessions-revoke': {
      const count = await revokeOtherSessions({ personId: actor.personId, sessionId: actor.sessionId, now })
      return back(request, 'security', { done: 'revoked', count: String(count) })
    }
    case 'consent-withdraw': {
      const withdrawn = await withdrawConsent({ personId: actor.personId, consentId: text('id'), now })
      if (!withdrawn.ok) throw notFound()
      return back(request, 'consents', { done: 'withdrawn' })
    }
    default:
      throw new Response(null, { status: 400 })
  }
}

function back(request: Request, section: string, query: Record<string, string>, cookie?: string): Response {
  const search = new URLSearchParams(query).toString()
  const path = localPath(langOf(request), '/account')
  return redirect(
    `${path}${search && `?${search}`}#${section}`,
    cookie ? { headers: { 'Set-Cookie': cookie } } : undefined,
  )
}

async function saveProfile(request: Request, actor: Actor, form: FormData): Promise<Response | ProfileReply> {
  const t = translator(langOf(request), 'account')
  const typed = {
    name: String(form.get('name') ?? ''),
    nameLatin: String(form.get('nameLatin') ?? ''),
    locale: String(form.get('locale') ?? ''),
  }
  const version = Number(form.get('version'))
  const parsed = parseWithZod(form, { schema: ProfileForm })
  if (parsed.status !== 'success')
    return { status: 400, errors: fieldFaults(t, parsed.error), typed, version }
  const saved = await updateProfile({
    personId: actor.personId,
    version: Number.isInteger(version) ? version : 0,
    profile: parsed.value,
  })
  if (saved.ok) return back(request, 'about', { done: 'saved' })
  const theirs = await account(actor.personId, new Date())
  const shown = [theirs.name, theirs.nameLatin].filter(Boolean).join(' · ')
  return {
    status: 409,
    errors: { about: [t('profile.stale', { saved: shown })] },
    typed,
    version: theirs.version,
  }
}

async function sendContactCode(
  request: Request,
  actor: Actor,
  typed: string,
  context: AppLoadContext,
): Promise<Response | ProfileReply> {
  const lang = langOf(request)
  const t = translator(lang, 'account')
  const contact = parseContact(typed)
  if (!contact)
    return {
      status: 400,
      errors: { contact: [typed.trim() ? t('signIn.neither') : t('signIn.empty')] },
      typed: { contact: typed },
    }
  const asked = await requestCode({
    contact,
    purpose: 'add-contact',
    locale: lang,
    ip: addressOf(context),
    now: new Date(),
  })
  if (!asked.ok)
    return { status: 429, errors: { contact: codeRefusal(t, asked).errors.code }, typed: { contact: typed } }
  const flow = { contact, codeId: asked.value.codeId, next: '', addTo: actor.personId }
  return back(request, 'contacts', {}, await writeFlow(flow))
}

async function confirmContact(
  request: Request,
  actor: Actor,
  code: string,
  context: AppLoadContext,
): Promise<Response | ProfileReply> {
  const t = translator(langOf(request), 'account')
  const flow = await readFlow(request)
  if (!flow || flow.addTo !== actor.personId) return back(request, 'contacts', {})
  const now = new Date()
  const redeemed = await redeemCode({
    codeId: flow.codeId,
    contact: flow.contact,
    code,
    ip: addressOf(context),
    now,
  })
  if (!redeemed.ok) return codeRefusal(t, redeemed)
  const added = await addContact({ personId: actor.personId, contact: flow.contact, now })
  if (added.ok) return back(request, 'contacts', { done: 'added' }, await forgetFlow())
  return {
    status: 409,
    errors: { code: [added.reason === 'taken' ? t('contacts.taken') : t('contacts.tooMany')] },
  }
}
