import { redirect, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath } from '~/i18n/language'
import type { Handle } from '~/root'
import { notFound } from '~/session.server'
import { Field } from '~/ui/field/field'
import { pageMeta } from '~/ui/page-meta'
import fieldCss from '~/ui/styles/field.css?url'
import { requireSeat } from './desk-request.server'
import { hasField, mayOfficiate } from './field-request.server'
import { fieldSetup } from './field-setup.server'

export const handle: Handle = { hydrate: true, messages: ['measure'] }
export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: fieldCss }]

/** The screen of timekeepers and referees, on a phone beside the machine. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { seat } = await requireSeat(request, params)
  const lang = langOf(request)
  if (!hasField(seat)) throw notFound()
  if (!mayOfficiate(seat)) throw redirect(localPath(lang, `/judge/${seat.eventId}/${seat.stageId}`))
  const setup = fieldSetup(seat, lang)
  return { setup, page: { title: `${translator(lang, 'measure')('field.title')} · ${setup.stageName}` } }
}

export default function FieldRoute() {
  return <Field setup={useLoaderData<typeof loader>().setup} />
}
