import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { demoPerson } from '~/domain/people/demo-person.server'
import { localNext } from '~/domain/people/local-next'
import { demoPeople, type DemoGroup } from '~/domain/people/queries.server'
import { isDemoUnfinished } from '~/domain/reporting/demo-unfinished.server'
import { isDemo } from '~/env.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, startSession } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import accountCss from '~/ui/styles/account.css?url'

const GROUPS: DemoGroup[] = ['designer', 'judge', 'organiser', 'clerk']
const START: Record<DemoGroup, string> = {
  designer: '/my',
  judge: '/judge',
  organiser: '/console',
  clerk: '/console',
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountCss }]
export const meta = pageMeta
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ request }: LoaderFunctionArgs) {
  if (!isDemo()) throw notFound()
  const [people, drawing] = await Promise.all([demoPeople(), isDemoUnfinished()])
  return data(
    {
      page: { title: translator(langOf(request), 'account')('demo.page') },
      people,
      drawing,
      next: localNext(new URL(request.url).searchParams.get('next'), ''),
    },
    // the page has no scripts: the browser asks again by itself until everything is there
    { headers: drawing ? { Refresh: '5' } : {} },
  )
}

export async function action({ request }: ActionFunctionArgs) {
  if (!isDemo()) throw notFound()
  const form = await readForm(request)
  const person = await demoPerson(String(form.get('personId') ?? ''))
  if (!person) throw notFound()
  const group = GROUPS.find((name) => name === form.get('group')) ?? 'designer'
  const next = localNext(String(form.get('next') ?? ''), localPath(langOf(request), START[group]))
  return redirect(next, { headers: { 'Set-Cookie': await startSession(person.personId, request) } })
}

export default function Demo() {
  const t = useT('account')
  const to = useLocalPath()
  const lang = useLang()
  const { people, drawing, next } = useLoaderData<typeof loader>()
  return (
    <main className="page account" id="content">
      <header className="account-head">
        <h1>{t('demo.title')}</h1>
        <p className="quiet">{t('demo.lead')}</p>
      </header>
      {drawing && (
        <p className="notice" role="status">
          {t('demo.drawing')}
        </p>
      )}
      {people.length === 0 && <p className="empty">{t('demo.empty')}</p>}
      {GROUPS.map((group) => ({ group, members: people.filter((person) => person.group === group) }))
        .filter(({ members }) => members.length > 0)
        .map(({ group, members }) => (
          <section className="chapter" key={group} aria-labelledby={`${group}-title`}>
            <div>
              <h2 id={`${group}-title`}>{t(`demo.${group}`)}</h2>
              <p className="quiet small">{t(`demo.${group}Lead`)}</p>
            </div>
            <ul className="people">
              {members.map((person) => (
                <li key={person.id}>
                  <form method="post">
                    <input type="hidden" name="personId" value={person.id} />
                    <input type="hidden" name="group" value={group} />
                    <input type="hidden" name="next" value={next} />
                    <button className="person">
                      <span className="person-name">{(lang === 'en' && person.nameLatin) || person.name}</span>
                      {group === 'designer' && !(drawing && person.entries === 0) && (
                        <span className="quiet small">{t('demo.entries', { count: person.entries })}</span>
                      )}
                    </button>
                  </form>
                </li>
              ))}
            </ul>
          </section>
        ))}
      <section className="chapter">
        <div>
          <h2>{t('demo.inbox')}</h2>
        </div>
        <p>
          {t('demo.inboxLead')} <a href={to('/demo/messages')}>{t('demo.inbox')}</a>
        </p>
      </section>
    </main>
  )
}
