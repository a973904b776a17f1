import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { maskContact } from '~/domain/people/contact'
import { isDemo } from '~/env.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { WovenPanel } from '~/ui/account/woven-panel'
import { TextField } from '~/ui/field'
import { pageMeta } from '~/ui/page-meta'
import accountCss from '~/ui/styles/account.css?url'
import { answerCode, answerName, sendAgain, type CodeReply } from './sign-in-answers.server'
import { readFlow } from './sign-in-flow.server'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountCss }]
export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const lang = langOf(request)
  const flow = await readFlow(request)
  if (!flow || flow.addTo) throw redirect(localPath(lang, '/sign-in'))
  const t = translator(lang, 'account')
  const named = flow.provenAt !== undefined
  const again = new URL(request.url).searchParams.has('again')
  return {
    page: { title: named ? t('name.page') : t('code.page') },
    contact: maskContact(flow.contact),
    named,
    again,
    demo: isDemo(),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const flow = await readFlow(request)
  if (!flow || flow.addTo) throw redirect(localPath(langOf(request), '/sign-in'))
  const form = await readForm(request)
  const reply: CodeReply =
    flow.provenAt !== undefined
      ? await answerName(request, flow, form)
      : form.get('intent') === 'again'
        ? await sendAgain(request, flow, context)
        : await answerCode(request, flow, form, context)
  return reply instanceof Response ? reply : data(reply, reply.status)
}

export default function SignInCode() {
  const { named } = useLoaderData<typeof loader>()
  return (
    <main className="threshold" id="content">
      <div className="threshold-text">{named ? <NameForm /> : <CodeForm />}</div>
      <WovenPanel step={named ? 3 : 2} />
    </main>
  )
}

function CodeForm() {
  const t = useT('account')
  const to = useLocalPath()
  const { contact, again, demo } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <h1>{t('code.title')}</h1>
      <p className="lead">{t(again ? 'code.sentAgain' : 'code.sent', { contact })}</p>
      <form method="post">
        <div className="code-field">
          <TextField
            name="code"
            label={t('code.label')}
            errors={reply?.errors?.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9０-９ \-]{6,13}"
            title={t('code.pattern')}
            maxLength={13}
            autoFocus
            required
          />
        </div>
        <button className="button button--act" type="submit">
          {t('code.submit')}
        </button>
      </form>
      <form method="post" className="row after">
        <button className="button button--quiet" type="submit" name="intent" value="again">
          {t('code.again')}
        </button>
        <a href={to('/sign-in')}>{t('code.other')}</a>
      </form>
      {demo && (
        <aside className="demo-aside">
          <p>
            {t('code.demo')}{' '}
            <a href={to('/demo/messages')} target="_blank" rel="noreferrer">
              {t('signIn.demoMessages')}
            </a>
          </p>
        </aside>
      )}
    </>
  )
}

function NameForm() {
  const t = useT('account')
  const to = useLocalPath()
  const { contact } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <h1>{t('name.title')}</h1>
      <p className="lead">{t('name.lead', { contact })}</p>
      <form method="post">
        <TextField
          name="name"
          label={t('profile.name')}
          help={t('profile.nameHelp')}
          errors={reply?.errors?.name}
          defaultValue={reply?.typed?.name}
          autoComplete="name"
          autoFocus
          required
          maxLength={120}
        />
        <TextField
          name="nameLatin"
          label={t('profile.nameLatin')}
          help={t('profile.nameLatinHelp')}
          errors={reply?.errors?.nameLatin}
          defaultValue={reply?.typed?.nameLatin}
          optional
          maxLength={120}
        />
        <button className="button button--act" type="submit">
          {t('name.submit')}
        </button>
      </form>
      <p className="quiet small">
        {t('name.agree')} <a href={to('/privacy')}>{t('signIn.privacy')}</a>
      </p>
    </>
  )
}
