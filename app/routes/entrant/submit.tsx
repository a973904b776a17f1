import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cleanText } from '~/domain/entries/clean-text'
import { consentTexts } from '~/domain/entries/consent-texts'
import { declarationsOf } from '~/domain/entries/eligibility'
import { standingConsents } from '~/domain/entries/give-consents.server'
import { isInGrace, refuseSubmission, changesUntil, graceEnds } from '~/domain/entries/registration-window'
import { statementsOf } from '~/domain/entries/statements'
import { submitEntry } from '~/domain/entries/submit-entry.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { newId } from '~/domain/new-id.server'
import { translator } from '~/i18n/i18n.server'
import { localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound } from '~/session.server'
import { AnswerList, FileGallery, PeopleList } from '~/ui/entrant/entry-parts'
import { ConsentParts, SigningTexts } from '~/ui/entrant/signing-parts'
import { TextField } from '~/ui/field'
import { pageMeta } from '~/ui/page-meta'
import { RequestKey } from '~/ui/request-key'
import entrantCss from '~/ui/styles/entrant.css?url'
import { editorView } from './editor-view.server'
import { answersOf, peopleOf, placeOf } from './entry-record.server'
import { requireEntry } from './require-entry.server'
import { anchorOf, faultText, whenText } from './words.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: entrantCss }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { editor, entry, eventId, entryId, lang, now } = await requireEntry(request, params)
  const { terms, content, uploads, state } = entry
  // each of its authors signs for themselves
  if (entry.batchId) throw redirect(`${localPath(lang, `/my/${eventId}/collective/${entry.batchId}`)}#work-${entryId}`)
  const timed = { state, uploads }
  // nothing to hand in any more, or nothing new
  if (refuseSubmission(terms, timed, now) || (state === 'submitted' && entry.submitted && !entry.submitted.changed)) {
    throw redirect(localPath(lang, `/my/${eventId}/${entryId}`))
  }
  const t = translator(lang, 'entrant')
  const view = editorView(entry, lang, now)
  const texts = statementsOf(terms, lang)
  const grace = isInGrace(terms, timed, now)
  const until = whenText(grace ? graceEnds(terms, state) : changesUntil(terms, state), lang, terms.timezone, now)
  return {
    page: { title: `${t('submit.title')} · ${view.title}` },
    path: view.path,
    event: say(terms.name, lang),
    title: view.title,
    missing: view.missing.map((one) => ({ ...one, anchor: anchorOf(one.at) })),
    place: placeOf(entry, lang),
    answers: answersOf(entry, lang),
    people: peopleOf(entry, lang),
    slots: view.slots.filter(({ files }) => files.length > 0),
    texts: { ...texts, statementHash: sha256Hex(texts.originality), rightsHash: sha256Hex(texts.rights) },
    declarations: declarationsOf(terms, content.groupId).map(({ id, text }) => ({ id, text: say(text, lang) })),
    consents: {
      given: await standingConsents(editor.personId, eventId),
      talentPool: say(consentTexts.talent_pool, lang),
      directContact: say(consentTexts.direct_contact, lang),
    },
    reviewed: entry.sha256,
    version: (entry.submitted?.version ?? 0) + 1,
    note: t(grace ? 'submit.noteGrace' : 'submit.note', { until }),
    requestKey: newId(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { editor, entry, eventId, entryId, lang, now } = await requireEntry(request, params)
  const form = await readForm(request)
  const textOf = (name: string) => cleanText(String(form.get(name) ?? '')).slice(0, 200)
  const ticked = (name: string) => form.get(name) === 'yes'
  const signing = { originality: ticked('originality'), rights: ticked('rights'), signature: textOf('signature') }
  const declarations = form.getAll('declaration').map(String)
  const consents = { talent_pool: ticked('talent_pool'), direct_contact: ticked('direct_contact') }
  const outcome = await submitEntry({
    editor,
    eventId,
    entryId,
    requestKey: textOf('requestKey') || newId(),
    reviewed: textOf('reviewed'),
    statementHash: textOf('statementHash'),
    rightsHash: textOf('rightsHash'),
    signing,
    declarations,
    consents,
    lang,
    now,
  })
  const path = localPath(lang, `/my/${eventId}/${entryId}`)
  if (outcome.ok || outcome.reason === 'unchanged') return redirect(`${path}?submitted=1`)
  if (outcome.reason === 'not-found') throw notFound()
  const t = translator(lang, 'entrant')
  const given = { ...signing, declarations, ...consents }
  if (outcome.reason !== 'incomplete') {
    const { reason } = outcome
    const text = reason === 'changed' || reason === 'terms-changed' ? t(`submit.refused.${reason}`) : t(`refuse.${reason}`)
    return data({ text, errors: {}, given }, 409)
  }
  const errors: Record<string, string[]> = {}
  for (const fault of outcome.faults) (errors[fault.at] ??= []).push(faultText(t, fault, entry.terms, entry.content.groupId, lang))
  return data({ text: t('submit.refused.incomplete'), errors, given }, 400)
}

export default function Submit() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useT('entrant')
  const to = useLocalPath()
  const { path, missing, texts, declarations, consents } = page
  const errors: Record<string, string[] | undefined> = reply?.errors ?? {}
  const given = reply?.given
  const edit = `${to(path)}?edit=1`
  return (
    <main className="page review" id="content">
      <header className="entry-head">
        <p className="entry-event">
          <a href={edit}>{page.title}</a>
        </p>
        <h1>{t('submit.title')}</h1>
        <p>{t('submit.lead')}</p>
      </header>
      {reply && (
        <div className="notice" role="alert">
          <p>{reply.text}</p>
        </div>
      )}
      {missing.length > 0 && (
        <div className="notice" role="status">
          <h2>{t('submit.missing', { count: missing.length })}</h2>
          <ul>
            {missing.map(({ at, label, text, anchor }) => (
              <li key={at + text}>
                <a href={`${edit}${anchor}`}>{label}</a> {text}
              </li>
            ))}
          </ul>
        </div>
      )}
      <section className="part">
        <h2>
          {t('submit.files')} <span className="seen">{t('submit.seenByJudges')}</span>{' '}
          <a className="edit" href={`${edit}#part-files`}>
            {t('submit.edit')}
          </a>
        </h2>
        <FileGallery slots={page.slots} path={path} />
      </section>
      <section className="part">
        <h2>
          {t('submit.work')} <span className="seen">{t('submit.seenByJudges')}</span>{' '}
          <a className="edit" href={`${edit}#part-work`}>
            {t('submit.edit')}
          </a>
        </h2>
        <AnswerList answers={[{ id: 'place', label: t('editor.groupAndTrack'), text: page.place, long: false }, ...page.answers]} />
      </section>
      <section className="part">
        <h2>
          {t('submit.authors')} <span className="seen">{t('submit.notSeenByJudges')}</span>{' '}
          <a className="edit" href={`${edit}#part-authors`}>
            {t('submit.edit')}
          </a>
        </h2>
        <PeopleList people={page.people} />
      </section>
      <form method="post" className="signing">
        <RequestKey value={page.requestKey} />
        <input type="hidden" name="reviewed" value={page.reviewed} />
        <SigningTexts texts={texts} declarations={declarations} errors={errors} given={given} />
        <ConsentParts consents={consents} given={given} />
        <section className="part part--sign">
          <TextField
            name="signature"
            label={t('submit.signature')}
            help={t('submit.signatureHelp')}
            defaultValue={given?.signature}
            errors={errors.signature}
            autoComplete="off"
            dir="auto"
          />
          <button className="button button--act" disabled={missing.length > 0}>
            {page.version > 1 ? t('submit.actAgain', { version: page.version }) : t('submit.act')}
          </button>
          <p className="help">{missing.length > 0 ? t('submit.missing', { count: missing.length }) : page.note}</p>
        </section>
      </form>
    </main>
  )
}
