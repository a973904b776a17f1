import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { eventOutline } from '~/domain/reporting/event-outline.server'
import { formatDateTime } from '~/i18n/format'
import { langOf } from '~/i18n/language'
import { requireActor, requireStaff } from '~/session.server'
import { SideNavigation } from '~/ui/console/side-navigation'
import { Colophon } from '~/ui/layout/colophon'
import { Masthead } from '~/ui/layout/masthead'
import consoleCss from '~/ui/styles/console.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: consoleCss }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  if (!params.slug) {
    await requireActor(request)
    return { side: null }
  }
  const { roles, name } = await requireStaff(request, params.slug, 'event.view')
  const outline = await eventOutline(params.slug)
  const { ledger } = outline
  const lastAt = ledger && formatDateTime(ledger.lastAt, langOf(request), outline.timezone, false)
  return { side: { ...outline, ledger: ledger && lastAt ? { ...ledger, lastAt } : null, roles, me: name } }
}

export default function ConsoleLayout() {
  const { side } = useLoaderData<typeof loader>()
  if (!side) {
    return (
      <>
        <Masthead />
        <Outlet />
        <Colophon />
      </>
    )
  }
  return (
    <div className="console">
      <SideNavigation side={side} />
      <main className="workbench" id="content">
        <Outlet />
      </main>
    </div>
  )
}
