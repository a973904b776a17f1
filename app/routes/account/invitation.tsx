import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { declineSeat } from '~/domain/judging/decline-seat.server'
import { claimSeat, type ClaimSeatRefusal } from '~/domain/judging/claim-seat.server'
import { acceptInvitation } from '~/domain/people/accept-invitation.server'
import { maskContact } from '~/domain/people/contact'
import { holdsContact } from '~/domain/people/holds-contact.server'
import { invitationByToken } from '~/domain/people/queries.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { getActor, requireActor } from '~/session.server'
import { WovenPanel } from '~/ui/account/woven-panel'
import { pageMeta } from '~/ui/page-meta'
import accountCss from '~/ui/styles/account.css?url'
import { confirmContact, contactBegun, sendContactCode } from './contact-flow.server'
import { OtherContact } from './invitation-contact'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountCss }]
export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = langOf(request)
  const page = { title: translator(lang, 'account')('invitation.page') }
  const [invitation, actor] = await Promise.all([invitationByToken(params.token ?? '', 'link', new Date()), getActor(request)])
  if (!invitation)
    return data(
      {
        page,
        letter: null,
        refusal: 'not-found' as ClaimSeatRefusal | null,
        actor: null,
        next: '',
        invited: false,
        codeSent: false,
      },
      404,
    )
  const { event, contactKind, contactValue } = invitation
  const letter = {
    name: invitation.name,
    role: invitation.role,
    event: say({ zh: event.nameZh, en: event.nameEn }, lang),
    organisation: say({ zh: event.organisation.nameZh, en: event.organisation.nameEn }, lang),
    until: formatDateTime(invitation.expiresAt, lang, event.timezone),
    sentTo: contactKind && contactValue ? maskContact({ kind: contactKind, value: contactValue }) : null,
  }
  const next = encodeURIComponent(hereOf(request))
  const begun = actor && (await contactBegun(request, actor))
  return data({
    page,
    letter,
    refusal: invitation.refusal as ClaimSeatRefusal | null,
    actor: actor && { name: actor.name },
    next,
    invited: await holdsContact(actor?.personId ?? null, invitation),
    codeSent: begun?.contact.kind === contactKind && begun?.contact.value === contactValue,
  })
}

const hereOf = (request: Request) => new URL(request.url).pathname.replace(/\.data$/, '')

export async function action({ request, params, context }: ActionFunctionArgs) {
  const lang = langOf(request)
  const token = params.token ?? ''
  const now = new Date()
  const form = await readForm(request)
  if (form.get('intent') === 'decline') {
    // nobody opens an account to say no
    const declined = await declineSeat({ token, reason: String(form.get('reason') ?? '').slice(0, 500), now })
    if (declined.ok) return redirect(hereOf(request))
    const why = declined.reason
    return data({ refusal: why === 'already-accepted' ? 'used' : why === 'not-on-panel' ? 'revoked' : why, errors: {} }, 409)
  }
  const actor = await requireActor(request)
  const invitation = await invitationByToken(token, 'link', now)
  const here = hereOf(request)
  const intent = form.get('intent')
  if (intent === 'send' && invitation?.contactKind && invitation.contactValue && !invitation.refusal) {
    const contact = { kind: invitation.contactKind, value: invitation.contactValue }
    const reply = await sendContactCode(request, actor, contact, here, context)
    return reply instanceof Response ? reply : data({ refusal: null, errors: reply.errors }, reply.status)
  }
  if (intent === 'confirm') {
    const reply = await confirmContact(request, actor, String(form.get('code') ?? ''), { to: here, done: here }, context)
    return reply instanceof Response ? reply : data({ refusal: null, errors: reply.errors }, reply.status)
  }
  if (invitation?.role === 'judge') {
    const claimed = await claimSeat({ token, personId: actor.personId, now })
    if (!claimed.ok) return data({ refusal: shown(claimed.reason), errors: {} }, 409)
    return redirect(localPath(lang, `/judge/${claimed.value.eventId}/${claimed.value.stageId}`))
  }
  const accepted = await acceptInvitation({ token, personId: actor.personId, now })
  if (!accepted.ok) return data({ refusal: shown(accepted.reason), errors: {} }, 409)
  return redirect(localPath(lang, `/console/${accepted.value.eventId}`))
}

// the page itself says what to do about another contact
const shown = (reason: ClaimSeatRefusal) => (reason === 'other-contact' ? null : reason)

export default function Invitation() {
  const t = useT('account')
  const { letter, ...loaded } = useLoaderData<typeof loader>()
  const refusal: ClaimSeatRefusal | null = useActionData<typeof action>()?.refusal ?? loaded.refusal
  return (
    <main className="threshold" id="content">
      <div className="threshold-text">
        <h1>{refusal === 'declined' ? t('invitation.declinedTitle') : refusal ? t('invitation.refused') : t('invitation.title')}</h1>
        {refusal && (
          <p className="lead" role="alert">
            {t(`invitation.${refusal}`)}
          </p>
        )}
        {letter && !refusal && (
          <>
            <p className="letter">
              {t('invitation.to', { name: letter.name })}
              <br />
              {t(`invitation.${letter.role}`, { event: letter.event })}
            </p>
            <dl className="letter-facts">
              <dt>{t('invitation.from')}</dt>
              <dd>{letter.organisation}</dd>
              <dt>{t('invitation.until')}</dt>
              <dd className="num">{letter.until}</dd>
              {letter.sentTo && <dt>{t('invitation.sentTo')}</dt>}
              {letter.sentTo && <dd className="num">{letter.sentTo}</dd>}
            </dl>
            <Accept />
            {letter.role === 'judge' && <Decline />}
          </>
        )}
      </div>
      <WovenPanel step={refusal ? 1 : 3} />
    </main>
  )
}

function Accept() {
  const t = useT('account')
  const to = useLocalPath()
  const { letter, actor, next, invited, codeSent } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors ?? {}
  if (!actor) {
    return (
      <>
        <p className="quiet small">{t('invitation.signInLead')}</p>
        <p className="after">
          <a className="button button--act" href={`${to('/sign-in')}?next=${next}`}>
            {t('invitation.signIn')}
          </a>
        </p>
      </>
    )
  }
  return (
    <>
      {invited ? (
        <>
          <p className="small">{t('invitation.as', { name: actor.name })}</p>
          <form method="post">
            <button className="button button--act">{t('invitation.accept')}</button>
          </form>
          <p className="quiet small">{letter?.role === 'judge' ? t('invitation.judgeNext') : t('invitation.staffNext')}</p>
        </>
      ) : (
        <OtherContact sentTo={letter?.sentTo ?? '—'} name={actor.name} codeSent={codeSent} errors={errors} />
      )}
      <form method="post" action={`${to('/sign-out')}?next=${next}`}>
        <button className="plain">{t(invited ? 'invitation.other' : 'invitation.otherSignIn')}</button>
      </form>
    </>
  )
}

/** A polite no, behind a fold so that nobody says it by mistake. */
function Decline() {
  const t = useT('account')
  return (
    <details className="sure">
      <summary className="plain">{t('invitation.decline')}</summary>
      <form method="post">
        <div className="field">
          <label htmlFor="decline-reason">{t('invitation.declineReason')}</label>
          <textarea id="decline-reason" name="reason" rows={3} maxLength={500} />
        </div>
        <button className="button button--small" name="intent" value="decline">
          {t('invitation.declineYes')}
        </button>
      </form>
    </details>
  )
}
