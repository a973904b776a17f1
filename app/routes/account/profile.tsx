import { data, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { requireActor } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import accountCss from '~/ui/styles/account.css?url'
import { answerProfile } from './profile-answers.server'
import { ConsentsSection, DisclosuresSection } from './profile-data-sections'
import { AboutSection, ContactsSection, SecuritySection } from './profile-sections'
import { readProfile } from './read-profile.server'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: accountCss }]
export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  return readProfile(request, await requireActor(request))
}

export async function action({ request, context }: ActionFunctionArgs) {
  const reply = await answerProfile(request, await requireActor(request), await readForm(request), context)
  return reply instanceof Response ? reply : data(reply, reply.status)
}

export default function Profile() {
  const t = useT('account')
  const { about } = useLoaderData<typeof loader>()
  return (
    <main className="page account" id="content">
      <header className="account-head">
        <h1>{about.name}</h1>
        <p className="quiet">
          {t('profile.title')} · {t('profile.since', { date: about.since })}
        </p>
      </header>
      <AboutSection />
      <ContactsSection />
      <SecuritySection />
      <ConsentsSection />
      <DisclosuresSection />
    </main>
  )
}
