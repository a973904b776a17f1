import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { checkEntries, CheckForm } from '~/domain/entries/precheck/check-entries.server'
import { checkPreview } from '~/domain/entries/precheck/check-preview.server'
import { checkTime } from '~/domain/entries/precheck/check-time.server'
import { correctionsOver, mayDecide, waitingStates } from '~/domain/entries/precheck/decision'
import { readEntryFilter, writeEntryFilter } from '~/domain/entries/precheck/entry-filter'
import { entryPage, entryPlaces } from '~/domain/entries/precheck/entry-list.server'
import { precheckQueue, staffEntry } from '~/domain/entries/precheck/queries.server'
import { newId } from '~/domain/new-id.server'
import { may } from '~/domain/people/permissions'
import { contestConfig } from '~/domain/reporting/contest-config.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { readForm } from '~/request-body.server'
import { notFound, requireStaff } from '~/session.server'
import type { Handle } from '~/root'
import { useKeys } from '~/ui/console/keys'
import { PrecheckDesk } from '~/ui/console/precheck-desk'
import { PrecheckList } from '~/ui/console/precheck-list'
import { PrecheckPreview } from '~/ui/console/precheck-preview'
import { pageMeta } from '~/ui/page-meta'
import { pageNumber } from '~/ui/page-number'
import { entryView } from './entry-view.server'
import { listedRows, sieveChoices } from './listed-rows.server'

export const meta = pageMeta
export const handle: Handle = { hydrate: true, messages: ['console'] }

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  const { personId, roles } = await requireStaff(request, slug, 'entries.precheck')
  const lang = langOf(request)
  const query = new URL(request.url).searchParams
  const filter = { ...readEntryFilter(query), state: null }
  const [frame, config, time] = await Promise.all([eventFrame(slug), contestConfig(slug), checkTime(slug, new Date())])
  if (!config) throw notFound()
  const over = time.judgingOpen
  const late = correctionsOver(time)
  const viewer = { config, timezone: frame.timezone, lang, personId, contacts: may(roles, 'entries.contacts') }
  const base = {
    page: { title: `${translator(lang, 'console')('nav.precheck')} · ${say(frame.name, lang)}` },
    slug,
    filter,
    over,
    requestKey: newId(),
    decided: decidedIn(query.get('decided')),
    topics: config.checks,
  }
  if (query.get('view') === 'list') {
    const page = pageNumber(query)
    const waiting = { ...filter, ...(query.has('sort') ? {} : { sort: 'submitted' as const, descending: false }) }
    const [list, places] = await Promise.all([entryPage(slug, waiting, page, waitingStates(late)), entryPlaces(slug)])
    return {
      ...base,
      desk: null,
      list: {
        ...listedRows(list, { slug, lang, timezone: frame.timezone, personId }),
        ...sieveChoices(frame, places, lang),
        filter: waiting,
        page,
      },
    }
  }
  const queue = await precheckQueue(slug, filter, waitingStates(late), query.get('entry'))
  const [entry, before] = await Promise.all([
    queue.current ? staffEntry(slug, queue.current) : null,
    query.get('done') ? staffEntry(slug, query.get('done') ?? '') : null,
  ])
  if (query.has('entry') && !entry) throw notFound()
  return {
    ...base,
    list: null,
    desk: {
      entry: entry && entryView({ entry, ...viewer }),
      waits: entry !== null && mayDecide(entry.state, 'accept', late),
      before: before && { ...entryView({ entry: before, ...viewer }), files: [] },
      file: query.get('file'),
      at: queue.at,
      waiting: queue.waiting.length,
      previous: queue.previous,
      next: queue.next,
    },
  }
}

export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'entries.precheck')
  const lang = langOf(request)
  const t = translator(lang, 'console')
  const form = await readForm(request)
  const kept = { reasons: form.getAll('reasons').map(String), note: String(form.get('note') ?? '') }
  const given = CheckForm.safeParse({ ...Object.fromEntries(form), entries: form.getAll('entries'), reasons: form.getAll('reasons') })
  if (!given.success) return data({ refusal: t('refusal.nothing-chosen'), kept, preview: null }, 400)
  if (form.get('intent') === 'preview') {
    return data({ refusal: null, kept, preview: await checkPreview(slug, given.data.entries, given.data.decision, new Date()) })
  }
  const outcome = await checkEntries({ ...given.data, eventId: slug, personId, now: new Date() })
  if (!outcome.ok) {
    const refusal = t(`refusal.${outcome.reason}`, { number: String(outcome.detail?.number ?? '') })
    const preview = given.data.entries.length > 1 ? await checkPreview(slug, given.data.entries, given.data.decision, new Date()) : null
    return data({ refusal, kept, preview }, 409)
  }
  const next = new URLSearchParams(String(form.get('next') ?? ''))
  const [only, ...more] = outcome.value.entries
  if (only && more.length === 0) next.set('done', only)
  else next.set('decided', `${outcome.value.decision}-${outcome.value.entries.length}`)
  return redirect(`${localPath(lang, `/console/${slug}/precheck`)}?${next.toString()}`)
}

/** What was just done to many works: `accept-38` of the address. */
function decidedIn(text: string | null) {
  const [, decision, count] = /^(accept|return|reject|reopen)-(\d{1,4})$/.exec(text ?? '') ?? []
  return decision && count ? { decision: decision as 'accept' | 'return' | 'reject' | 'reopen', count: Number(count) } : null
}

export default function Precheck() {
  const { slug, filter, requestKey, topics, desk, list, decided, over } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  useKeys()
  const query = writeEntryFilter(filter)
  if (answer?.preview)
    return (
      <PrecheckPreview
        slug={slug}
        preview={answer.preview}
        refusal={answer.refusal}
        kept={answer.kept}
        query={query}
        requestKey={requestKey}
      />
    )
  if (list)
    return <PrecheckList slug={slug} over={over} decided={decided} refusal={answer?.refusal ?? null} requestKey={requestKey} {...list} />
  const shared: Omit<ComponentProps<typeof PrecheckDesk>, 'entry'> = {
    slug,
    query,
    over,
    requestKey,
    topics,
    refusal: answer?.refusal ?? null,
    kept: answer?.kept,
    ...desk,
  }
  return <PrecheckDesk {...shared} entry={desk.entry} />
}
