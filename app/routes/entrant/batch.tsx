import { data } from '@remix-run/node'
import type { ActionFunctionArgs, HeadersFunction, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { batchPreview } from '~/domain/entries/collective/batch-preview.server'
import { ownBatch } from '~/domain/entries/collective/queries.server'
import { newId } from '~/domain/new-id.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireActor } from '~/session.server'
import { BatchPreparing } from '~/ui/collective/batch-preparing'
import { BatchWorks } from '~/ui/collective/batch-works'
import { pageMeta } from '~/ui/page-meta'
import collectiveCss from '~/ui/styles/collective.css?url'
import entrantCss from '~/ui/styles/entrant.css?url'
import { answerForm, answerUpload } from './batch-act.server'
import { previewView, worksView } from './batch-view.server'
import { whenText } from './words.server'

export const meta = pageMeta
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: entrantCss },
  { rel: 'stylesheet', href: collectiveCss },
]
// while something is being done the page comes again by itself, with scripts or without
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ request, params: { slug = '', batchId = '' } }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const lang = langOf(request)
  const now = new Date()
  const owner = { personId, eventId: slug, batchId }
  const preview = await batchPreview(owner)
  if (!preview) throw notFound()
  const { batch, terms } = preview
  const open = batch.state === 'open' ? await ownBatch(owner, now) : null
  const query = new URL(request.url).searchParams
  const [, sent, unreachable, recent] = /^(\d{1,4})-(\d{1,4})-(\d{1,4})$/.exec(query.get('sent') ?? '') ?? []
  return data(
    {
      page: { title: `${batch.organisation} · ${translator(lang, 'collective')('start.title')}` },
      slug,
      batchId,
      event: say(terms.name, lang),
      organisation: batch.organisation,
      version: batch.version,
      until: whenText(terms.closesAt, lang, terms.timezone, now),
      task: batch.task && { name: batch.task, done: batch.taskDone, total: batch.taskTotal },
      faultsOnly: query.get('show') === 'faults',
      preparing: open ? null : previewView(preview, lang),
      works: open && worksView(open, lang, now),
      sent: sent ? { sent: Number(sent), unreachable: Number(unreachable), recent: Number(recent) } : null,
      unknown: (query.get('unknown') ?? '').slice(0, 300),
      requestKey: newId(),
    },
    { headers: batch.task ? { Refresh: '2' } : {} },
  )
}

export async function action({ request, params: { slug = '', batchId = '' } }: ActionFunctionArgs) {
  const { personId } = await requireActor(request)
  const asked = { owner: { personId, eventId: slug, batchId }, lang: langOf(request), now: new Date() }
  const isUpload = /^multipart\/form-data/i.test(request.headers.get('Content-Type') ?? '')
  return isUpload ? answerUpload(asked, request) : answerForm(asked, await readForm(request))
}

export default function Batch() {
  const { slug, batchId, event, organisation, task, preparing, works, until, version, faultsOnly, sent, unknown, requestKey } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const t = useT('collective')
  const to = useLocalPath()
  const here = to(`/my/${slug}/collective/${batchId}`)
  return (
    <main className="page collective" id="content">
      <header className="entry-head">
        <p className="entry-event">
          <a href={to(`/e/${slug}/collective`)}>
            {event} · {t('start.title')}
          </a>
        </p>
        <h1>
          <bdi>{organisation}</bdi>
        </h1>
        {refused?.at === 'page' && (
          <p className="notice" role="alert">
            {refused.text}
          </p>
        )}
        {sent && !refused && (
          <p className="notice notice--done" role="status">
            <span>{t('works.sent', sent)}</span>
          </p>
        )}
        {unknown && !refused && (
          <p className="notice" role="status">
            {t('preview.unknown', { columns: unknown })}
          </p>
        )}
        {task && (
          <div className="notice task" role="status">
            <p>{t(`task.${task.name}`, { done: task.done, total: task.total })}</p>
            {task.total > 0 && (
              <progress max={task.total} value={task.done} aria-label={t(`task.${task.name}`, { done: task.done, total: task.total })} />
            )}
            <p className="small quiet">
              {t('task.again')} <a href={here}>{t('task.reload')}</a>
            </p>
          </div>
        )}
      </header>
      {preparing && (
        <BatchPreparing
          slug={slug}
          here={here}
          version={version}
          busy={task !== null}
          view={preparing}
          faultsOnly={faultsOnly}
          refused={refused}
          requestKey={requestKey}
        />
      )}
      {works && <BatchWorks here={here} view={works} busy={task !== null} until={until} refused={refused} requestKey={requestKey} />}
    </main>
  )
}
