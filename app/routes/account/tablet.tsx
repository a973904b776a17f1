import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { claimSeat } from '~/domain/judging/claim-seat.server'
import type { InvitationRefusal } from '~/domain/people/invitation'
import { invitationByToken } from '~/domain/people/queries.server'
import { unlockTablet } from '~/domain/people/unlock-tablet.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { startSession } from '~/session.server'
import { WovenPanel } from '~/ui/account/woven-panel'
import { TextField } from '~/ui/field'
import { pageMeta } from '~/ui/page-meta'
import accountCss from '~/ui/styles/account.css?url'
import { addressOf } from './sign-in-flow.server'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountCss }]
export const meta = pageMeta

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = langOf(request)
  const page = { title: translator(lang, 'account')('tablet.page') }
  const invitation = await invitationByToken(params.token ?? '', 'tablet', new Date())
  if (!invitation) return data({ page, refusal: 'not-found' as InvitationRefusal | null, name: '', event: '' }, 404)
  const { name, event, refusal } = invitation
  return data({ page, refusal, name, event: say({ zh: event.nameZh, en: event.nameEn }, lang) })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const lang = langOf(request)
  const t = translator(lang, 'account')
  const token = params.token ?? ''
  const now = new Date()
  const pin = String((await readForm(request)).get('pin') ?? '').slice(0, 40)
  const unlocked = await unlockTablet({ token, pin, ip: addressOf(context), now })
  if (!unlocked.ok) {
    switch (unlocked.reason) {
      case 'wrong':
        return data({ errors: [t('tablet.wrong', { left: Number(unlocked.detail?.left) })] }, 409)
      case 'no-tries':
        return data({ errors: [t('tablet.noTries')] }, 409)
      case 'too-many':
        return data({ errors: [t('refusal.tooMany', { minutes: Number(unlocked.detail?.minutes) })] }, 429)
      default:
        return data({ errors: [t(`tablet.${unlocked.reason}`)] }, 409)
    }
  }
  const claimed = await claimSeat({ token, personId: null, now })
  if (!claimed.ok) {
    const { reason: why } = claimed
    const reason = why === 'seat-taken' || why === 'already-on-panel' || why === 'other-contact' ? 'revoked' : why
    return data({ errors: [t(`tablet.${reason}`)] }, 409)
  }
  const { eventId, stageId, personId } = claimed.value
  const headers = { 'Set-Cookie': await startSession(personId, request, { deskEventId: eventId }) }
  return redirect(localPath(lang, `/judge/${eventId}/${stageId}`), { headers })
}

export default function Tablet() {
  const t = useT('account')
  const { refusal, name, event } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <main className="threshold" id="content">
      <div className="threshold-text">
        <p className="quiet">{event}</p>
        <h1>{t('tablet.title')}</h1>
        {refusal ? (
          <p className="lead" role="alert">
            {t(`tablet.${refusal}`)}
          </p>
        ) : (
          <>
            <p className="lead">{t('tablet.lead', { name })}</p>
            <form method="post">
              <div className="code-field">
                <TextField
                  name="pin"
                  label={t('tablet.pin')}
                  errors={reply?.errors}
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={13}
                  autoFocus
                  required
                />
              </div>
              <button className="button button--act">{t('tablet.submit')}</button>
            </form>
            <p className="quiet small">{t('tablet.once')}</p>
          </>
        )}
      </div>
      <WovenPanel step={2} />
    </main>
  )
}
