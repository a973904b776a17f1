import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawEntry } from '~/domain/entries/withdraw-entry.server'
import { newId } from '~/domain/new-id.server'
import { translator } from '~/i18n/i18n.server'
import { localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { RequestKey } from '~/ui/request-key'
import entrantCss from '~/ui/styles/entrant.css?url'
import { requireEntry } from './require-entry.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: entrantCss }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { entry, eventId, entryId, lang } = await requireEntry(request, params)
  const path = `/my/${eventId}/${entryId}`
  if (entry.state === 'withdrawn') throw redirect(localPath(lang, path))
  const t = translator(lang, 'entrant')
  const draft = entry.state === 'draft'
  return {
    page: { title: draft ? t('withdraw.discardTitle') : t('withdraw.title') },
    path,
    draft,
    title: entry.title || t('untitled'),
    number: entry.number,
    event: say(entry.terms.name, lang),
    requestKey: newId(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { editor, eventId, entryId, lang, now } = await requireEntry(request, params)
  const form = await readForm(request)
  const requestKey = String(form.get('requestKey') ?? '').slice(0, 100) || newId()
  const outcome = await withdrawEntry({ editor, eventId, entryId, requestKey, now })
  if (outcome.ok) return redirect(localPath(lang, outcome.value === 'discarded' ? '/my' : `/my/${eventId}/${entryId}`))
  if (outcome.reason === 'not-found') throw notFound()
  return data({ text: translator(lang, 'entrant')(`withdraw.refused.${outcome.reason}`) }, 409)
}

export default function Withdraw() {
  const { path, draft, title, number, event, requestKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useT('entrant')
  const to = useLocalPath()
  return (
    <main className="page page--narrow" id="content">
      <h1>{draft ? t('withdraw.discardTitle') : t('withdraw.title')}</h1>
      {refused && (
        <div className="notice" role="alert">
          <p>{refused.text}</p>
        </div>
      )}
      <p className="withdraw-work">
        <b>
          <bdi>{title}</bdi>
        </b>{' '}
        {number && <span className="num">{number}</span>} <span className="quiet">{event}</span>
      </p>
      <p>{draft ? t('withdraw.discardLead') : t('withdraw.lead')}</p>
      <form method="post" className="row withdraw-acts">
        <RequestKey value={requestKey} />
        <button className="button button--act">{draft ? t('withdraw.discardAct') : t('withdraw.act')}</button>
        <a className="button button--quiet" href={to(path)}>
          {t('withdraw.keep')}
        </a>
      </form>
    </main>
  )
}
