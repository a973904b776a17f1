import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readEntryFilter, writeEntryFilter } from '~/domain/entries/precheck/entry-filter'
import { newId } from '~/domain/new-id.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { orderPapers } from '~/domain/reporting/papers/order-papers.server'
import { paperKinds } from '~/domain/reporting/papers/paper-kind'
import { ordersOf, paperCounts } from '~/domain/reporting/papers/queries.server'
import { formatBytes, formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { requireStaff } from '~/session.server'
import { PaperForms } from '~/ui/console/paper-forms'
import { PaperOrders } from '~/ui/console/paper-orders'
import { pageMeta } from '~/ui/page-meta'
import { filterInWords } from './filter-in-words.server'

export const meta = pageMeta
// while an archive is being made the page comes again by itself, with scripts or without
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

const TOLD = ['ordered', 'again', 'lapsed'] as const

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'papers.make')
  const lang = langOf(request)
  const query = new URL(request.url).searchParams
  const filter = readEntryFilter(query)
  const [frame, counts, orders] = await Promise.all([eventFrame(slug), paperCounts(slug, filter), ordersOf(slug, new Date())])
  const making = orders.some(({ state }) => state === 'making')
  const when = (at: Date) => formatDateTime(at, lang, frame.timezone, false)
  return data(
    {
      page: { title: `${translator(lang, 'papers')('title')} · ${say(frame.name, lang)}` },
      slug,
      query: writeEntryFilter(filter),
      whom: filterInWords(filter, frame, lang),
      counts,
      orders: orders.map(({ askedAt, until, bytes, ...order }) => ({
        ...order,
        at: when(askedAt),
        until: until && when(until),
        size: formatBytes(bytes),
      })),
      told: TOLD.find((one) => one === query.get('told') && (one === 'lapsed' || making)) ?? null,
      requestKey: newId(),
    },
    { headers: making ? { Refresh: '2' } : {} },
  )
}

export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'papers.make')
  const lang = langOf(request)
  const t = translator(lang, 'papers')
  const form = await readForm(request)
  const filter = readEntryFilter(new URL(request.url).searchParams)
  const kind = paperKinds.find((one) => one === form.get('kind'))
  const requestKey = String(form.get('requestKey') ?? '')
  if (!kind || requestKey.length < 8) return data({ refusal: t('refusal.bad') }, 400)
  const outcome = await orderPapers({
    eventId: slug,
    kind,
    filter,
    lang: form.get('first') === 'en' ? 'en' : 'zh-CN',
    personId,
    requestKey,
    now: new Date(),
  })
  if (!outcome.ok) return data({ refusal: t(`refusal.${outcome.reason}`, outcome.detail) }, 409)
  const query = writeEntryFilter(filter)
  // without a fragment: a browser takes the refresh of an address that has one for a jump within the page
  return redirect(localPath(lang, `/console/${slug}/papers${query ? `${query}&` : '?'}told=ordered`))
}

export default function Papers() {
  const { slug, query, whom, counts, orders, told, requestKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('papers')
  const to = useLocalPath()
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('title')}</h1>
          <p>{t('lead')}</p>
        </div>
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {told && !answer && (
        <p className={told === 'lapsed' ? 'notice' : 'notice notice--done'} role="status">
          <span>{t(told)}</span>
        </p>
      )}
      <p className="paper-whom">
        {t('whom', { whom })} <a href={to(`/console/${slug}/entries${query}`)}>{t('change')}</a>
      </p>
      <PaperForms action={to(`/console/${slug}/papers${query}`)} counts={counts} requestKey={requestKey} />
      <PaperOrders slug={slug} orders={orders} />
    </>
  )
}
