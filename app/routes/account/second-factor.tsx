import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { beginSecondFactor } from '~/domain/people/begin-second-factor.server'
import { localNext } from '~/domain/people/local-next'
import { proveSecondFactor } from '~/domain/people/prove-second-factor.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath } from '~/i18n/language'
import { useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { requireActor } from '~/session.server'
import { WovenPanel } from '~/ui/account/woven-panel'
import { TextField } from '~/ui/field'
import { pageMeta } from '~/ui/page-meta'
import accountCss from '~/ui/styles/account.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountCss }]
export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const begun = await beginSecondFactor({ personId: actor.personId })
  const setup = begun.ok ? { qr: begun.value.qr, secret: begun.value.secret.replace(/(.{4})(?=.)/g, '$1 ') } : null
  return data(
    { page: { title: translator(langOf(request), 'account')('factor.page') }, setup },
    // the secret is on this page: no copy of it stays behind
    { headers: { 'Cache-Control': 'no-store' } },
  )
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const lang = langOf(request)
  const t = translator(lang, 'account')
  const code = String((await readForm(request)).get('code') ?? '').slice(0, 40)
  const proven = await proveSecondFactor({
    personId: actor.personId,
    sessionId: actor.sessionId,
    code,
    now: new Date(),
  })
  if (proven.ok) return redirect(localNext(new URL(request.url).searchParams.get('next'), localPath(lang, '/account')))
  if (proven.reason === 'too-many') return data({ errors: [t('refusal.tooMany', { minutes: Number(proven.detail?.minutes) })] }, 429)
  return data({ errors: [t('factor.wrong')] }, 409)
}

export default function SecondFactor() {
  const t = useT('account')
  const { setup } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <main className="threshold" id="content">
      <div className="threshold-text">
        <h1>{setup ? t('factor.setUp') : t('factor.title')}</h1>
        <p className="lead">{setup ? t('factor.why') : t('factor.lead')}</p>
        {setup && (
          <ol className="steps">
            <li>
              <p>{t('factor.scan')}</p>
              <img className="qr" src={setup.qr} alt={t('factor.qr')} width="200" height="200" />
              <p className="small quiet">
                {t('factor.byHand')} <code>{setup.secret}</code>
              </p>
            </li>
            <li>
              <p>{t('factor.then')}</p>
            </li>
          </ol>
        )}
        <form method="post">
          <div className="code-field">
            <TextField
              name="code"
              label={t('factor.label')}
              errors={reply?.errors}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={13}
              autoFocus={!setup}
              required
            />
          </div>
          <button className="button button--act" type="submit">
            {setup ? t('factor.confirm') : t('factor.submit')}
          </button>
        </form>
        <p className="quiet small">{t('factor.lost')}</p>
      </div>
      <WovenPanel step={3} />
    </main>
  )
}
