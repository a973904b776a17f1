import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { correctOwn } from '~/domain/entries/collective/correct-own.server'
import { noteOpened } from '~/domain/entries/collective/note-opened.server'
import { signWork } from '~/domain/entries/collective/sign-work.server'
import { workToSign } from '~/domain/entries/collective/work-to-sign.server'
import { cleanText } from '~/domain/entries/clean-text'
import { newId } from '~/domain/new-id.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound } from '~/session.server'
import { OwnData } from '~/ui/collective/own-data'
import { SigningForm } from '~/ui/collective/signing-form'
import { AnswerList, FileGallery, PeopleList } from '~/ui/entrant/entry-parts'
import { pageMeta } from '~/ui/page-meta'
import collectiveCss from '~/ui/styles/collective.css?url'
import entrantCss from '~/ui/styles/entrant.css?url'
import { signView } from './sign-view.server'
import { faultText } from './words.server'

export const meta = pageMeta
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: entrantCss },
  { rel: 'stylesheet', href: collectiveCss },
]

export async function loader({ request, params: { token = '' } }: LoaderFunctionArgs) {
  const lang = langOf(request)
  const now = new Date()
  const work = await workToSign(token, now)
  if (!work) throw notFound()
  await noteOpened(token, now)
  const query = new URL(request.url).searchParams
  return {
    ...signView(work, `/sign/${token}`, lang, now),
    done: query.has('signed') ? ('signed' as const) : query.has('saved') ? ('saved' as const) : null,
    requestKey: newId(),
  }
}

export async function action({ request, params: { token = '' } }: ActionFunctionArgs) {
  const lang = langOf(request)
  const now = new Date()
  const work = await workToSign(token, now)
  if (!work) throw notFound()
  const form = await readForm(request)
  const t = translator(lang, 'collective')
  const entrant = translator(lang, 'entrant')
  const path = localPath(lang, `/sign/${token}`)
  if (form.get('intent') === 'correct') {
    const outcome = await correctOwn({ token, form, now })
    if (outcome.ok) return redirect(localPath(lang, `${outcome.value.path}?saved=1`))
    if (outcome.reason === 'not-found') throw notFound()
    const text = outcome.reason === 'name-missing' ? t('sign.nameMissing') : entrant(`refuse.${outcome.reason}`)
    return data({ at: 'own' as const, text, errors: {}, given: null }, 409)
  }
  const textOf = (name: string) => cleanText(String(form.get(name) ?? '')).slice(0, 200)
  const ticked = (name: string) => form.get(name) === 'yes'
  const signing = { originality: ticked('originality'), rights: ticked('rights'), signature: textOf('signature') }
  const declarations = form.getAll('declaration').map(String)
  const consents = { talent_pool: ticked('talent_pool'), direct_contact: ticked('direct_contact') }
  const outcome = await signWork({
    token,
    requestKey: textOf('requestKey') || newId(),
    workSha256: textOf('work'),
    statementHash: textOf('statementHash'),
    rightsHash: textOf('rightsHash'),
    signing,
    declarations,
    consents,
    lang,
    now,
  })
  if (outcome.ok) return redirect(`${path}?signed=1`)
  if (outcome.reason === 'not-found') throw notFound()
  const given = { ...signing, declarations, ...consents }
  if (outcome.reason !== 'incomplete') {
    const { reason } = outcome
    const text = reason === 'changed' || reason === 'terms-changed' ? t(`sign.${reason}`) : entrant(`refuse.${reason}`)
    return data({ at: 'sign' as const, text, errors: {}, given }, 409)
  }
  const errors: Record<string, string[]> = {}
  for (const fault of outcome.faults) (errors[fault.at] ??= []).push(faultText(entrant, fault, work.terms, work.content.groupId, lang))
  return data({ at: 'sign' as const, text: entrant('submit.refused.incomplete'), errors, given }, 400)
}

export default function Sign() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useT('collective')
  const entrant = useT('entrant')
  const to = useLocalPath()
  const errors: Record<string, string[] | undefined> = reply?.errors ?? {}
  return (
    <main className="page page--narrow review sign" id="content">
      <header className="entry-head">
        <p className="entry-event">
          <a href={to(page.eventPath)}>{page.event}</a>
        </p>
        <h1>
          <bdi>{page.title || entrant('untitled')}</bdi>
        </h1>
        <p>{t('sign.lead', { organisation: page.organisation, sender: page.sender })}</p>
        <p className="sign-state">{page.standing}</p>
      </header>
      {page.done && !reply && (
        <p className="notice notice--done" role="status">
          <span>{t(`sign.done.${page.done}`)}</span>
        </p>
      )}
      {reply && (
        <p className="notice" role="alert">
          {reply.text}
        </p>
      )}
      <section className="part">
        <h2>{entrant('submit.files')}</h2>
        <FileGallery slots={page.slots} path={null} />
      </section>
      <section className="part">
        <h2>{entrant('submit.work')}</h2>
        <AnswerList answers={[{ id: 'place', label: entrant('editor.groupAndTrack'), text: page.place, long: false }, ...page.answers]} />
        {page.people.length > 0 && <PeopleList people={page.people} />}
      </section>
      <OwnData
        author={page.author}
        organisationLabel={page.organisationLabel}
        asksBirthday={page.asksBirthday}
        countries={page.countries}
        open={page.open}
        wrong={page.own}
      />
      {page.missing.length > 0 && (
        <div className="notice">
          <h2>{t('sign.missing')}</h2>
          <ul>
            {page.missing.map(({ at, text }) => (
              <li key={at + text}>
                <b>{at}</b> {text}
              </li>
            ))}
          </ul>
          <p>{t('sign.missingHelp', { sender: page.sender })}</p>
        </div>
      )}
      {page.toSign && (
        <SigningForm
          sign={page.toSign}
          disabled={page.missing.length > 0 || page.own.length > 0}
          errors={errors}
          given={reply?.given ?? null}
          requestKey={page.requestKey}
        />
      )}
    </main>
  )
}
