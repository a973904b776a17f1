import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refuseTime } from '~/domain/entries/collective/batch-row.server'
import { openBatch } from '~/domain/entries/collective/open-batch.server'
import { ownBatches } from '~/domain/entries/collective/queries.server'
import { MOST_WORKS } from '~/domain/entries/collective/take-sheet.server'
import { eventTerms } from '~/domain/entries/queries.server'
import { newId } from '~/domain/new-id.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { getActor, notFound, requireActor } from '~/session.server'
import { BatchList } from '~/ui/collective/batch-list'
import { TextField } from '~/ui/field'
import { pageMeta } from '~/ui/page-meta'
import { RequestKey } from '~/ui/request-key'
import collectiveCss from '~/ui/styles/collective.css?url'
import { whenText } from './words.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: collectiveCss }]

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  const terms = await eventTerms(slug)
  if (!terms?.registration.collective || terms.status === 'draft') throw notFound()
  const lang = langOf(request)
  const t = translator(lang, 'collective')
  const now = new Date()
  const actor = await getActor(request)
  const own = actor ? (await ownBatches(actor.personId)).filter(({ eventId }) => eventId === slug) : []
  return {
    page: { title: `${t('start.title')} · ${say(terms.name, lang)}`, description: t('start.lead', { max: MOST_WORKS }) },
    slug,
    event: say(terms.name, lang),
    until: whenText(terms.closesAt, lang, terms.timezone, now),
    closed: refuseTime(terms, now),
    max: MOST_WORKS,
    signedIn: actor !== null,
    batches: own.map(({ id, organisation, state, works, handedIn, createdAt }) => ({
      id,
      organisation,
      state,
      works,
      handedIn,
      at: whenText(createdAt, lang, terms.timezone, now),
      path: `/my/${slug}/collective/${id}`,
    })),
    requestKey: newId(),
  }
}

export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const { personId } = await requireActor(request)
  const lang = langOf(request)
  const form = await readForm(request)
  const organisation = String(form.get('organisation') ?? '')
  const outcome = await openBatch({
    personId,
    eventId: slug,
    organisation,
    requestKey: String(form.get('requestKey') ?? '').slice(0, 60) || newId(),
    now: new Date(),
  })
  if (outcome.ok) return redirect(localPath(lang, `/my/${slug}/collective/${outcome.value.batchId}`))
  if (outcome.reason === 'not-found') throw notFound()
  return data(
    { reason: outcome.reason, text: translator(lang, 'collective')(`refused.${outcome.reason}`), organisation },
    outcome.reason === 'no-name' ? 400 : 409,
  )
}

export default function CollectiveStart() {
  const { slug, event, until, closed, max, signedIn, batches, requestKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useT('collective')
  const lang = useLang()
  const to = useLocalPath()
  return (
    <main className="page page--narrow collective-start" id="content">
      <p className="quiet small">
        <a href={to(`/e/${slug}`)}>{event}</a>
      </p>
      <h1>{t('start.title')}</h1>
      <p className="page-lead">{t('start.lead', { max })}</p>
      {refused && refused.reason !== 'no-name' && (
        <p className="notice" role="alert">
          {refused.text}
        </p>
      )}
      {batches.length > 0 && <BatchList batches={batches} />}
      <ol className="steps-list">
        <li>
          <b>{t('start.step1')}</b> <span>{t('start.step1Text')}</span>
          <span className="row">
            <a className="button button--small" href={`/e/${slug}/collective/template/xlsx?lang=${lang}`}>
              {t('start.xlsx')}
            </a>
            <a className="button button--small button--quiet" href={`/e/${slug}/collective/template/csv?lang=${lang}`}>
              {t('start.csv')}
            </a>
          </span>
        </li>
        <li>
          <b>{t('start.step2')}</b> <span>{t('start.step2Text')}</span>
        </li>
        <li>
          <b>{t('start.step3')}</b> <span>{t('start.step3Text')}</span>
        </li>
        <li>
          <b>{t('start.step4')}</b> <span>{t('start.step4Text', { until })}</span>
        </li>
      </ol>
      {closed ? (
        <p className="notice">{t(closed === 'not-found' ? 'refused.early' : `refused.${closed}`)}</p>
      ) : signedIn ? (
        <form method="post" className="start-form">
          <RequestKey value={requestKey} />
          <TextField
            name="organisation"
            label={t('start.organisation')}
            help={t('start.organisationHelp')}
            defaultValue={refused?.organisation}
            errors={refused?.reason === 'no-name' ? [refused.text] : undefined}
            autoComplete="organization"
            maxLength={200}
            required
          />
          <button className="button button--act">{t('start.act')}</button>
        </form>
      ) : (
        <p>
          <a className="button button--act" href={to(`/sign-in?next=${encodeURIComponent(to(`/e/${slug}/collective`))}`)}>
            {t('start.signIn')}
          </a>
        </p>
      )}
    </main>
  )
}
