import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CONTENT_PAGE, contentFilters, contentQueue } from '~/domain/entries/content-review/queries.server'
import { ContentForm, reviewContent } from '~/domain/entries/content-review/review-content.server'
import { fileAddress } from '~/domain/entries/file-address.server'
import { fieldText } from '~/domain/entries/precheck/field-text'
import { eventTerms } from '~/domain/entries/queries.server'
import { fieldsOf } from '~/domain/entries/terms'
import { newId } from '~/domain/new-id.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import type { Handle } from '~/root'
import { notFound, requireStaff } from '~/session.server'
import { ContentDesk } from '~/ui/console/content-desk'
import { ContentTable } from '~/ui/console/content-table'
import { useKeys } from '~/ui/console/keys'
import { pageMeta } from '~/ui/page-meta'
import { pageNumber } from '~/ui/page-number'
import { Pager } from '~/ui/pager'
import contentCss from '~/ui/styles/content.css?url'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: contentCss }]
export const handle: Handle = { hydrate: true, messages: ['console', 'content'] }

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'content.review')
  const lang = langOf(request)
  const terms = await eventTerms(slug)
  if (!terms) throw notFound()
  const query = new URL(request.url).searchParams
  const filter = contentFilters.find((one) => one === query.get('show')) ?? 'mine'
  const page = pageNumber(query)
  const now = new Date()
  const { works, counts, reviewers } = await contentQueue(slug, personId, filter, page)
  const labels = new Map(terms.contest.entry.files.map(({ id, label }) => [id, say(label, lang)]))
  const address = (fileId: string, kind: 'view' | 'thumb') =>
    fileAddress({ eventId: slug, fileId, class: kind, purpose: 'staff', personId, now })
  return {
    page: { title: `${translator(lang, 'content')('title')} · ${say(terms.name, lang)}` },
    slug,
    filter,
    at: page,
    pages: Math.max(1, Math.ceil(counts[filter] / CONTENT_PAGE)),
    view: query.get('view') === 'list' ? ('list' as const) : ('desk' as const),
    chosen: query.get('entry'),
    done: /^\d{1,3}$/.test(query.get('done') ?? '') ? Number(query.get('done')) : null,
    counts,
    reviewers,
    works: works.map(({ fields, groupId, files, verdicts, ...work }) => ({
      ...work,
      texts: fieldsOf(terms, groupId).flatMap((field) => {
        const text = fieldText(field, fields[field.id], lang)
        return field.shownToJudges && text ? [{ id: field.id, label: say(field.label, lang), text }] : []
      }),
      files: files.map((file) => ({
        id: file.id,
        label: labels.get(file.slot) ?? file.slot,
        view: address(file.id, 'view'),
        thumb: address(file.id, 'thumb'),
      })),
      verdicts: verdicts.map(({ at, ...verdict }) => ({ ...verdict, at: formatDateTime(at, lang, terms.timezone) })),
    })),
    requestKey: newId(),
  }
}

export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'content.review')
  const lang = langOf(request)
  const t = translator(lang, 'content')
  const form = await readForm(request)
  const kept = { reasons: form.getAll('reasons').map(String), note: String(form.get('note') ?? '') }
  const given = ContentForm.safeParse({ ...Object.fromEntries(form), entries: form.getAll('entries'), reasons: form.getAll('reasons') })
  if (!given.success) return data({ refusal: t('refused.nothing'), kept }, 400)
  const outcome = await reviewContent({ ...given.data, eventId: slug, personId, now: new Date() })
  if (!outcome.ok) return data({ refusal: t(`refused.${outcome.reason}`, { code: String(outcome.detail?.code ?? '') }), kept }, 409)
  const next = new URLSearchParams(String(form.get('next') ?? '').slice(0, 300))
  next.set('done', String(outcome.value.works))
  return redirect(`${localPath(lang, `/console/${slug}/content`)}?${next.toString()}`)
}

export default function Content() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('content')
  const to = useLocalPath()
  useKeys()
  const { slug, filter, counts, reviewers, view, works, chosen, done, at, pages, requestKey } = page
  const path = to(`/console/${slug}/content`)
  const query = (given: Record<string, string>) =>
    new URLSearchParams({ show: filter, ...(view === 'list' && { view }), ...(at > 1 && { page: String(at) }), ...given }).toString()
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('title')}</h1>
          <p>{t('lead', { reviewers })}</p>
        </div>
        <p className="end">
          <a className="button button--quiet button--small" href={`${path}?show=${filter}${view === 'list' ? '' : '&view=list'}`}>
            {t(view === 'list' ? 'toDesk' : 'toList')}
          </a>
        </p>
      </header>
      <nav className="filters" aria-label={t('filters')}>
        {(['mine', 'once', 'passed', 'refused'] as const).map((one) => (
          <a
            key={one}
            href={`${path}?show=${one}${view === 'list' ? '&view=list' : ''}`}
            aria-current={one === filter ? 'page' : undefined}
          >
            {t(`filter.${one}`)} <small>{counts[one]}</small>
          </a>
        ))}
      </nav>
      {answer && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {done !== null && !answer && (
        <p className="notice notice--done" role="status">
          <span>{t('done', { count: done })}</span>
        </p>
      )}
      {works.length === 0 ? (
        <p className="empty">{t(`empty.${filter}`)}</p>
      ) : view === 'list' ? (
        <ContentTable path={path} query={query({})} works={works} requestKey={requestKey} />
      ) : (
        <ContentDesk path={path} query={query} works={works} chosen={chosen} kept={answer?.kept} requestKey={requestKey} />
      )}
      <Pager page={at} pages={pages} />
    </>
  )
}
