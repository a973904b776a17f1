import { parseWithZod } from '@conform-to/zod/v4'
import { redirect, type AppLoadContext } from '@remix-run/node'
import { parseContact } from '~/domain/people/contact'
import { ProfileForm } from '~/domain/people/person-form'
import { account } from '~/domain/people/queries.server'
import { removeContact } from '~/domain/people/remove-contact.server'
import { revokeOtherSessions } from '~/domain/people/revoke-other-sessions.server'
import { revokeSession } from '~/domain/people/revoke-session.server'
import { updateProfile } from '~/domain/people/update-profile.server'
import { withdrawConsent } from '~/domain/privacy/withdraw-consent.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath } from '~/i18n/language'
import { notFound, type Actor } from '~/session.server'
import { confirmContact, sendContactCode } from './contact-flow.server'
import { fieldFaults } from './refusal-texts.server'
import { forgetFlow } from './sign-in-flow.server'

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
      return addTypedContact(request, actor, text('contact').slice(0, 300), context)
    case 'contact-confirm':
      return confirmContact(
        request,
        actor,
        text('code'),
        { to: section(request, 'contacts'), done: section(request, 'contacts', { done: 'added' }) },
        context,
      )
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

/** Address of a section of the account page. */
function section(request: Request, id: string, query: Record<string, string> = {}): string {
  const search = new URLSearchParams(query).toString()
  return `${localPath(langOf(request), '/account')}${search && `?${search}`}#${id}`
}

const back = (request: Request, id: string, query: Record<string, string>, cookie?: string): Response =>
  redirect(section(request, id, query), cookie ? { headers: { 'Set-Cookie': cookie } } : undefined)

async function saveProfile(request: Request, actor: Actor, form: FormData): Promise<Response | ProfileReply> {
  const t = translator(langOf(request), 'account')
  const typed = {
    name: String(form.get('name') ?? ''),
    nameLatin: String(form.get('nameLatin') ?? ''),
    locale: String(form.get('locale') ?? ''),
  }
  const version = Number(form.get('version'))
  const parsed = parseWithZod(form, { schema: ProfileForm })
  if (parsed.status !== 'success') return { status: 400, errors: fieldFaults(t, parsed.error), typed, version }
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

async function addTypedContact(request: Request, actor: Actor, typed: string, context: AppLoadContext): Promise<Response | ProfileReply> {
  const t = translator(langOf(request), 'account')
  const contact = parseContact(typed)
  if (!contact)
    return {
      status: 400,
      errors: { contact: [typed.trim() ? t('signIn.neither') : t('signIn.empty')] },
      typed: { contact: typed },
    }
  const reply = await sendContactCode(request, actor, contact, section(request, 'contacts'), context)
  return reply instanceof Response ? reply : { ...reply, typed: { contact: typed } }
}
