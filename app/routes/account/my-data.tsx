import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { erasePerson } from '~/domain/privacy/erase-person.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath } from '~/i18n/language'
import { useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { endSession, requireActor } from '~/session.server'
import { TextField } from '~/ui/field'
import { pageMeta } from '~/ui/page-meta'
import accountCss from '~/ui/styles/account.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountCss }]
export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const t = translator(langOf(request), 'account')
  return { page: { title: t('myData.page') }, word: t('myData.eraseWord'), name: actor.name }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const lang = langOf(request)
  const t = translator(lang, 'account')
  const form = await readForm(request)
  const word = t('myData.eraseWord')
  const typed = String(form.get('word') ?? '').slice(0, 40)
  if (typed.normalize('NFKC').trim() !== word) return data({ typed, word: [t('myData.wordWrong', { word })], form: null }, 400)
  const erased = await erasePerson({ personId: actor.personId, lang, now: new Date() })
  if (!erased.ok) return data({ typed, word: null, form: t(`myData.${erased.reason}`, { list: String(erased.detail?.list) }) }, 409)
  return redirect(localPath(lang, '/'), { headers: { 'Set-Cookie': await endSession(request) } })
}

export default function MyData() {
  const t = useT('account')
  const { word } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <main className="page account" id="content">
      <header className="account-head">
        <h1>{t('myData.title')}</h1>
        <p className="quiet">{t('myData.lead')}</p>
      </header>
      <section className="chapter">
        <div>
          <h2>{t('myData.download')}</h2>
        </div>
        <div>
          <p>{t('myData.downloadLead')}</p>
          <p className="after">
            <a className="button button--act" href="/account/my-data.json" download>
              {t('myData.downloadButton')}
            </a>
          </p>
        </div>
      </section>
      <section className="chapter" id="erase">
        <div>
          <h2>{t('myData.erase')}</h2>
        </div>
        <div>
          {reply?.form && (
            <p className="notice" role="alert">
              {reply.form}
            </p>
          )}
          <p>{t('myData.eraseLead')}</p>
          <form method="post" className="after">
            <TextField
              name="word"
              label={t('myData.eraseConfirm', { word })}
              errors={reply?.word ?? undefined}
              defaultValue={reply?.typed}
              autoComplete="off"
              maxLength={40}
              required
            />
            <button className="button">{t('myData.eraseButton')}</button>
          </form>
        </div>
      </section>
    </main>
  )
}
