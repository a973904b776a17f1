import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MessageForm, messageOf, refuseMessage } from '~/domain/entries/messages/message-form'
import { messageEntrants } from '~/domain/entries/messages/message-entrants.server'
import { messagePreview } from '~/domain/entries/messages/message-receivers.server'
import { mergeMessage } from '~/domain/entries/messages/merge-fields'
import { readEntryFilter, writeEntryFilter } from '~/domain/entries/precheck/entry-filter'
import { entryPage } from '~/domain/entries/precheck/entry-list.server'
import { newId } from '~/domain/new-id.server'
import { noticesOf, previewNotice } from '~/domain/notices/queries.server'
import { retryNotice } from '~/domain/notices/retry-notice.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say, type Lang } from '~/i18n/language'
import { useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { requireStaff } from '~/session.server'
import type { Handle } from '~/root'
import { EntryTabs } from '~/ui/console/entry-tabs'
import { MessageCompose } from '~/ui/console/message-compose'
import { MessagePreview } from '~/ui/console/message-preview'
import { Outbox } from '~/ui/console/outbox'
import { pageMeta } from '~/ui/page-meta'
import { pageNumber } from '~/ui/page-number'
import { Pager } from '~/ui/pager'
import { filterInWords } from './filter-in-words.server'

export const meta = pageMeta
export const handle: Handle = { hydrate: true, messages: ['console'] }

const states = ['queued', 'sent', 'failed'] as const

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'notices.send')
  const lang = langOf(request)
  const query = new URL(request.url).searchParams
  const filter = readEntryFilter(query)
  const outbox = states.find((state) => state === query.get('outbox')) ?? null
  const page = pageNumber(query)
  const [frame, works, sent] = await Promise.all([
    eventFrame(slug),
    entryPage(slug, filter, 1),
    noticesOf(slug, { page, ...(outbox ? { state: outbox } : {}) }),
  ])
  return {
    page: { title: `${translator(lang, 'console')('nav.notices')} · ${say(frame.name, lang)}` },
    slug,
    filter,
    outbox,
    requestKey: newId(),
    queued: Number.parseInt(query.get('sent') ?? '', 10) || null,
    works: works.total,
    byState: works.byState,
    whom: filterInWords(filter, frame, lang),
    counts: sent.counts,
    at: page,
    pages: sent.pages,
    rows: sent.rows.map(({ id, channel, recipient, subject, state, attempts, lastError, createdAt, sentAt, text }) => ({
      id,
      channel,
      recipient,
      subject,
      state,
      attempts,
      lastError,
      text,
      createdAt: formatDateTime(createdAt, lang, frame.timezone, false),
      sentAt: sentAt && formatDateTime(sentAt, lang, frame.timezone, false),
    })),
  }
}

export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'notices.send')
  const lang = langOf(request)
  const t = translator(lang, 'console')
  const form = await readForm(request)
  const filter = readEntryFilter(new URL(request.url).searchParams)
  const here = localPath(lang, `/console/${slug}/notices`)
  if (form.get('intent') === 'retry') {
    const outcome = await retryNotice({ eventId: slug, noticeId: String(form.get('notice') ?? '') })
    return outcome.ok
      ? redirect(`${here}?outbox=failed#outbox`)
      : data({ refusal: t(`retryRefusal.${outcome.reason}`), typed: null, preview: null }, 409)
  }
  const given = MessageForm.safeParse(Object.fromEntries(form))
  const typed = Object.fromEntries(['subjectZh', 'bodyZh', 'subjectEn', 'bodyEn'].map((name) => [name, String(form.get(name) ?? '')]))
  if (!given.success) return data({ refusal: t('message.tooLong'), typed, preview: null }, 400)
  const message = messageOf(given.data)
  const wrong = refuseMessage(message)
  if (wrong) return data({ refusal: t(`messageRefusal.${wrong.reason}`, { fields: wrong.fields }), typed, preview: null }, 400)
  if (form.get('intent') === 'send') {
    const outcome = await messageEntrants({
      eventId: slug,
      filter,
      message,
      expected: Number(form.get('expected')),
      personId,
      requestKey: String(form.get('requestKey') ?? ''),
    })
    if (outcome.ok) return redirect(`${here}?sent=${outcome.value.messages}#outbox`)
    return data(
      {
        refusal: t(`messageRefusal.${outcome.reason}`, { fields: '' }),
        typed,
        preview: outcome.reason === 'changed' ? await preview() : null,
      },
      409,
    )
  }
  if (form.get('intent') === 'edit') return data({ refusal: null, typed, preview: null })
  return data({ refusal: null, typed, preview: await preview() })

  /** Counts, samples as they will read, and the words for a WeChat group. */
  async function preview() {
    const { works, people, messages, samples } = await messagePreview(slug, filter, message)
    const group = (language: Lang) => {
      const words = translator(language, 'console')
      return previewNotice({
        eventId: slug,
        lang: language,
        notice: {
          template: 'message',
          ...mergeMessage(message, language, {
            name: words('message.someName'),
            title: words('message.someTitle'),
            number: words('message.someNumber'),
            group: words('message.someGroup'),
          }),
        },
      })
    }
    const [zh, en, ...shown] = await Promise.all([
      group('zh-CN'),
      message.body.en ? group('en') : null,
      ...samples.map(async ({ notice, locale, receiver }) => ({
        receiver,
        ...(await previewNotice({ eventId: slug, notice, lang: locale ?? 'zh-CN', receiver })),
      })),
    ])
    return {
      works,
      people,
      messages,
      group: { zh: zh.group, en: en?.group ?? null },
      samples: shown.map(({ receiver, subject, text }) => ({ receiver, subject, text })),
    }
  }
}

export default function Notices() {
  const { slug, filter, outbox, requestKey, works, byState, whom, counts, rows, at, pages, queued } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('console')
  const query = writeEntryFilter(filter)
  if (answer?.preview && answer.typed) {
    return (
      <MessagePreview
        slug={slug}
        query={query}
        whom={whom}
        typed={answer.typed}
        preview={answer.preview}
        refusal={answer.refusal}
        requestKey={requestKey}
      />
    )
  }
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('nav.notices')}</h1>
          <p>{t('message.lead')}</p>
        </div>
      </header>
      {queued !== null && (
        <p className="notice notice--done" role="status">
          <span>{t('message.queued', { count: queued })}</span>
        </p>
      )}
      <div className="filters">
        <EntryTabs slug={slug} page="notices" filter={filter} byState={byState} />
      </div>
      <MessageCompose slug={slug} query={query} whom={whom} works={works} typed={answer?.typed ?? null} refusal={answer?.refusal ?? null} />
      <Outbox slug={slug} state={outbox} counts={counts} rows={rows} />
      <Pager page={at} pages={pages} />
    </>
  )
}
