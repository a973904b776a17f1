import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { localNext } from '~/domain/people/local-next'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath } from '~/i18n/language'
import { useT } from '~/i18n/use-t'
import { endSession, getActor } from '~/session.server'
import { WovenPanel } from '~/ui/account/woven-panel'
import { pageMeta } from '~/ui/page-meta'
import accountCss from '~/ui/styles/account.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountCss }]
export const meta = pageMeta

/** Asking is a page, signing out is a post: a picture on a foreign page must not sign anybody out. */
export async function loader({ request }: LoaderFunctionArgs) {
  const lang = langOf(request)
  if (!(await getActor(request))) throw redirect(localPath(lang, '/'))
  return { page: { title: translator(lang, 'account')('signOut.page') } }
}

export async function action({ request }: ActionFunctionArgs) {
  const next = localNext(new URL(request.url).searchParams.get('next'), localPath(langOf(request), '/'))
  return redirect(next, { headers: { 'Set-Cookie': await endSession(request) } })
}

export default function SignOut() {
  const t = useT('account')
  return (
    <main className="threshold" id="content">
      <div className="threshold-text">
        <h1>{t('signOut.title')}</h1>
        <p className="lead">{t('signOut.lead')}</p>
        <form method="post">
          <button className="button button--act" type="submit">
            {t('signOut.submit')}
          </button>
        </form>
      </div>
      <WovenPanel step={3} />
    </main>
  )
}
