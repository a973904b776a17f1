import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applyEvent } from '~/domain/setup/apply-event.server'
import { eventSetup } from '~/domain/setup/queries.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { notFound, requireStaff } from '~/session.server'
import { EventReply, type Reply } from '~/ui/console/event-reply'
import { EventSourceForm } from '~/ui/console/event-source-form'
import { EventVersions } from '~/ui/console/event-versions'
import { pageMeta } from '~/ui/page-meta'
import setupCss from '~/ui/styles/setup.css?url'
import { readSource } from './event-source.server'
import { planReply } from './plan-reply.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: setupCss }]

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'event.setup')
  const lang = langOf(request)
  const query = new URL(request.url).searchParams
  const asked = Number(query.get('version'))
  const setup = await eventSetup(slug, Number.isInteger(asked) && asked > 0 && asked < 2 ** 31 ? asked : undefined)
  if (!setup) throw notFound()
  return {
    page: { title: translator(lang, 'setup')('page.title') },
    slug,
    version: setup.version,
    shown: setup.shown,
    source: setup.source,
    applied: query.has('applied'),
    versions: setup.versions.map(({ appliedAt, ...row }) => ({
      ...row,
      at: formatDateTime(appliedAt, lang, setup.timezone),
      path: localPath(lang, `/console/${slug}/setup?version=${row.version}`),
    })),
  }
}

export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'event.setup')
  const lang = langOf(request)
  const t = translator(lang, 'setup')
  const sent = await readSource(request)
  if (!sent.ok) return data<Reply>({ source: null, wrong: t(`page.${sent.reason}`) }, 400)
  const { source, intent, version } = sent
  const scope = { slug }
  if (intent === 'plan') return planReply(source, scope, lang)
  const outcome = await applyEvent({
    source,
    scope,
    actorId: personId,
    now: new Date(),
    expectedVersion: version,
  })
  if (outcome.ok) return redirect(localPath(lang, `/console/${slug}/setup?applied`))
  const reply = await planReply(source, scope, lang)
  return outcome.reason === 'stale' ? data<Reply>({ ...reply.data, stale: Number(outcome.detail.version) }, 409) : reply
}

export default function Setup() {
  const setup = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>() as Reply | undefined
  const t = useT('setup')
  const to = useLocalPath()
  const { slug, version, shown } = setup
  const source = reply?.source ?? setup.source
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('page.title')}</h1>
          <p>{t('page.lead')}</p>
        </div>
        <div className="end">
          <p>{t('page.inForce', { version })}</p>
          <a className="button button--quiet" href={`/console/${slug}/setup.yaml?version=${shown}`} download>
            {t('page.download')}
          </a>
        </div>
      </header>
      {!reply && setup.applied && (
        <div className="notice notice--done" role="status">
          <p>{t('page.applied', { version })}</p>
        </div>
      )}
      {!reply && shown !== version && (
        <div className="notice">
          <p>
            {t('page.olderShown', { version: shown })} <a href={to(`/console/${slug}/setup`)}>{t('page.backToForce')}</a>
          </p>
        </div>
      )}
      {reply?.stale !== undefined && (
        <div className="notice" role="alert">
          <p>{t('page.stale', { version: reply.stale })}</p>
          <details>
            <summary>{t('page.staleText', { version: reply.stale })}</summary>
            <pre className="source">{setup.source}</pre>
          </details>
        </div>
      )}
      {reply && <EventReply reply={reply} version={version} />}
      <EventSourceForm path={to(`/console/${slug}/setup`)} source={source} />
      <EventVersions versions={setup.versions} current={version} />
    </>
  )
}
