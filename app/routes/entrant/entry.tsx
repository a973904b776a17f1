import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { nextStep } from '~/domain/entries/next-step'
import { askedToMake } from '~/domain/judging/production/queries.server'
import { saveDraft } from '~/domain/entries/save-draft.server'
import { ownResults } from '~/domain/judging/publication/own-results.server'
import { translator } from '~/i18n/i18n.server'
import { localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import type { Handle } from '~/root'
import { readForm } from '~/request-body.server'
import { notFound } from '~/session.server'
import { Editor } from '~/ui/entrant/editor'
import { EntryRecord } from '~/ui/entrant/entry-record'
import { StateTag } from '~/ui/entrant/state-tag'
import { pageMeta } from '~/ui/page-meta'
import entrantCss from '~/ui/styles/entrant.css?url'
import { differences } from './differences.server'
import { editorView } from './editor-view.server'
import { entryRecord } from './entry-record.server'
import { readRefusal } from './read-refusal.server'
import { requireEntry } from './require-entry.server'
import { reasonText, shownState, stateSentence, whenText } from './words.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: entrantCss }]
export const handle: Handle = { hydrate: true, messages: ['entrant'] }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { editor, entry, lang, now } = await requireEntry(request, params)
  const t = translator(lang, 'entrant')
  const { terms } = entry
  const query = new URL(request.url).searchParams
  const changed = entry.submitted?.changed ?? false
  const results = await ownResults([{ eventId: terms.eventId, entryId: entry.id }])
  const making = entry.state === 'accepted' ? await askedToMake(terms.eventId, entry.id) : null
  const next = nextStep(terms, { state: entry.state, uploads: entry.uploads, changed }, now)
  const when = (date: Date) => whenText(date, lang, terms.timezone, now)
  const edit = next.open && (query.has('edit') || next.step !== 'submitted')
  return {
    page: { title: `${entry.title || t('untitled')} · ${say(terms.name, lang)}` },
    event: { name: say(terms.name, lang), path: `/e/${terms.eventId}` },
    path: `/my/${terms.eventId}/${entry.id}`,
    title: entry.title || t('untitled'),
    number: entry.number,
    state: shownState(next, entry.state, results.get(entry.id)),
    sentence: stateSentence(next, results.get(entry.id), when, entry.withdrawnAt, lang),
    until: when(next.until),
    sample: entry.terms.sample.some((path) => path === 'dates' || path === 'contest.entry'),
    justSubmitted: query.has('submitted'),
    returned: entry.returned && { reasons: entry.returned.reasons.map((reason) => reasonText(reason, lang)), note: entry.returned.note },
    refused: readRefusal(query, lang),
    editor: edit ? editorView(entry, lang, now) : null,
    record: edit ? null : await entryRecord(entry, editor.personId, lang, now),
    making: making && {
      path: `/my/${terms.eventId}/${entry.id}/production`,
      link: translator(lang, 'production')(making.answer ? 'ask.title' : 'ask.link'),
      notice: making.answer ? null : translator(lang, 'production')('ask.notice'),
    },
    canChange: next.open,
    canSubmit: next.step === 'grace',
  }
}

/** The form without scripts: saves, and goes on to the review when that was the button. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { editor, entry, eventId, entryId, lang, now } = await requireEntry(request, params)
  const form = await readForm(request)
  const path = localPath(lang, `/my/${eventId}/${entryId}`)
  const outcome = await saveDraft({ editor, eventId, entryId, version: Number(form.get('version')), form, now })
  if (outcome.ok) return redirect(form.get('intent') === 'review' ? `${path}/submit` : `${path}?edit=1`)
  if (outcome.reason === 'not-found') throw notFound()
  const t = translator(lang, 'entrant')
  if (outcome.reason !== 'stale') return data({ text: t(`refuse.${outcome.reason}`), differences: null, editor: null }, 409)
  // the form is shown again as this window had it, ready to be saved over what came in between
  const yours = editorView({ ...entry, content: outcome.yours, version: outcome.version }, lang, now)
  return data({ text: null, differences: differences(entry.terms, outcome.current, outcome.yours, lang), editor: yours }, 409)
}

export default function EntryPage() {
  const {
    event,
    title,
    number,
    state,
    sentence,
    path,
    editor,
    record,
    returned,
    refused,
    until,
    sample,
    justSubmitted,
    making,
    canChange,
    canSubmit,
  } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useT('entrant')
  const to = useLocalPath()
  const [shownTitle, setShownTitle] = useState(title)
  const view = reply?.editor ?? editor
  return (
    <main className="page entry-page" id="content">
      <header className="entry-head">
        <p className="entry-event">
          <a href={to(event.path)}>{event.name}</a>
        </p>
        <h1>
          <bdi>{shownTitle || t('untitled')}</bdi>
        </h1>
        <p className="entry-state">
          <StateTag state={state} /> {number && <b className="num">{number}</b>} <span>{sentence}</span>
        </p>
        {making && (
          <p className={making.notice ? 'notice' : undefined}>
            {making.notice && <span>{making.notice} </span>}
            <a href={to(making.path)}>{making.link}</a>
          </p>
        )}
        {reply?.text && (
          <div className="notice" role="alert">
            <p>{reply.text}</p>
          </div>
        )}
        {refused && !refused.slot && (
          <div className="notice" role="alert">
            <p>{refused.text}</p>
          </div>
        )}
      </header>
      {view && (
        <Editor
          key={view.version}
          view={view}
          until={until}
          refused={refused}
          differences={reply?.differences ?? null}
          sample={sample}
          onTitle={setShownTitle}
        >
          {returned && (
            <div className="notice">
              <h2>{t('editor.returnedTitle')}</h2>
              <ul>
                {returned.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
              {returned.note && <p dir="auto">{returned.note}</p>}
            </div>
          )}
        </Editor>
      )}
      {record && <EntryRecord record={record} path={path} done={justSubmitted} canChange={canChange} canSubmit={canSubmit} />}
    </main>
  )
}
