import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { parseContact } from '~/domain/people/contact'
import { localNext } from '~/domain/people/local-next'
import { requestCode } from '~/domain/people/request-code.server'
import { isDemo } from '~/env.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { getActor } from '~/session.server'
import { WovenPanel } from '~/ui/account/woven-panel'
import { TextField } from '~/ui/field'
import { pageMeta } from '~/ui/page-meta'
import accountCss from '~/ui/styles/account.css?url'
import { addressOf, writeFlow } from './sign-in-flow.server'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountCss }]
export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const lang = langOf(request)
  const next = localNext(new URL(request.url).searchParams.get('next'), '')
  if (await getActor(request)) throw redirect(next || localPath(lang, '/account'))
  return { page: { title: translator(lang, 'account')('signIn.page') }, next, demo: isDemo() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const lang = langOf(request)
  const t = translator(lang, 'account')
  const form = await readForm(request)
  const typed = String(form.get('contact') ?? '').slice(0, 300)
  const contact = parseContact(typed)
  if (!contact) return data({ typed, errors: [typed.trim() ? t('signIn.neither') : t('signIn.empty')] }, 400)
  const asked = await requestCode({
    contact,
    purpose: 'sign-in',
    locale: lang,
    ip: addressOf(context),
    now: new Date(),
  })
  if (!asked.ok) return data({ typed, errors: [t('refusal.tooMany', { minutes: Number(asked.detail?.minutes) })] }, 429)
  const next = localNext(String(form.get('next') ?? ''), '')
  const headers = { 'Set-Cookie': await writeFlow({ contact, codeId: asked.value.codeId, next }) }
  return redirect(localPath(lang, '/sign-in/code'), { headers })
}

export default function SignIn() {
  const t = useT('account')
  const to = useLocalPath()
  const { next, demo } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <main className="threshold" id="content">
      <div className="threshold-text">
        <h1>{t('signIn.title')}</h1>
        <p className="lead">{t('signIn.lead')}</p>
        <form method="post">
          <input type="hidden" name="next" value={next} />
          <TextField
            name="contact"
            label={t('signIn.contact')}
            help={t('signIn.contactHelp')}
            errors={reply?.errors}
            defaultValue={reply?.typed}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            required
            maxLength={254}
          />
          <button className="button button--act" type="submit">
            {t('signIn.send')}
          </button>
        </form>
        <p className="quiet small">
          {t('signIn.why')} <a href={to('/privacy')}>{t('signIn.privacy')}</a>
        </p>
        {demo && (
          <aside className="demo-aside">
            <p>{t('signIn.demo')}</p>
            <p className="row">
              <a href={to('/demo')}>{t('signIn.demoPeople')}</a>
              <a href={to('/demo/messages')}>{t('signIn.demoMessages')}</a>
            </p>
          </aside>
        )}
      </div>
      <WovenPanel step={1} />
    </main>
  )
}
