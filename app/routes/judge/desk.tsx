import { redirect, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath } from '~/i18n/language'
import type { Handle } from '~/root'
import { Desk } from '~/ui/desk/desk'
import { pageMeta } from '~/ui/page-meta'
import deskCss from '~/ui/styles/desk.css?url'
import { requireSeat } from './desk-request.server'
import { deskSetup } from './desk-setup.server'

export const handle: Handle = { hydrate: true, messages: ['judge', 'jury'] }
export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskCss }]

/** The desk is one route without links: leaving it would leave marks on their way out behind. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { seat } = await requireSeat(request, params)
  const lang = langOf(request)
  const ready = seat.scoring && seat.acceptedAt && seat.declaredAt && seat.stage.state !== 'upcoming'
  if (!ready) throw redirect(localPath(lang, `/judge/${seat.eventId}/${seat.stageId}`))
  const setup = await deskSetup(seat, lang)
  return { setup, page: { title: `${translator(lang, 'judge')('desk.title')} · ${setup.stageName}` } }
}

export default function DeskRoute() {
  return <Desk setup={useLoaderData<typeof loader>().setup} />
}
