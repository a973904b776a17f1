import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openOnBehalf } from '~/domain/entries/on-behalf.server'
import { eventTerms, ownEntry } from '~/domain/entries/queries.server'
import { newId } from '~/domain/new-id.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireStaff } from '~/session.server'
import { TypeInFiles } from '~/ui/console/type-in-files'
import { TypeInPaper } from '~/ui/console/type-in-paper'
import { TypeInStart } from '~/ui/console/type-in-start'
import { TypeInWork } from '~/ui/console/type-in-work'
import { pageMeta } from '~/ui/page-meta'
import talentCss from '~/ui/styles/console-talent.css?url'
import { editorView } from '../entrant/editor-view.server'
import { answerRemove, answerSave, answerStart, answerSubmit, answerUpload, dayIn } from './type-in-answers.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: talentCss }]

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'entries.type-in')
  const lang = langOf(request)
  const query = new URL(request.url).searchParams
  const now = new Date()
  const [frame, terms, drafts] = await Promise.all([eventFrame(slug), eventTerms(slug), openOnBehalf(slug)])
  if (!terms) throw notFound()
  const editor = { personId, staff: true }
  const wanted = query.get('entry')
  const entry = wanted === null ? null : await ownEntry(editor, slug, wanted)
  if (wanted !== null && !entry) throw notFound()
  // what was handed in is looked at in its own file
  if (entry && entry.state !== 'draft' && entry.state !== 'returned')
    throw redirect(localPath(lang, `/console/${slug}/entries/${entry.id}`))
  const submittedId = query.get('submitted')
  const submitted = submittedId === null ? null : await ownEntry(editor, slug, submittedId)
  const done = query.get('done')
  return {
    page: { title: `${translator(lang, 'console')('typeIn.title')} · ${say(frame.name, lang)}` },
    slug,
    courier: terms.registration.courier,
    groups: frame.groups.map(({ id, name }) => ({ value: id, label: say(name, lang) })),
    tracks: frame.tracks.map(({ id, name }) => ({ value: id, label: say(name, lang) })),
    drafts: drafts.map(({ updatedAt, group, authors, ...row }) => ({
      ...row,
      group: say({ zh: group.nameZh, en: group.nameEn }, lang),
      authors: authors.map(({ name }) => name).join(lang === 'en' ? ', ' : '、'),
      at: formatDateTime(updatedAt, lang, frame.timezone),
    })),
    entry: entry && { id: entry.id, sha256: entry.sha256, view: editorView(entry, lang, now) },
    submitted: submitted?.number ? { id: submitted.id, number: submitted.number } : null,
    done: done === 'saved' || done === 'file' ? done : null,
    today: dayIn(frame.timezone, now),
    requestKey: newId(),
  }
}

export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'entries.type-in')
  const query = new URL(request.url).searchParams
  const asked = { slug, personId, lang: langOf(request), now: new Date() }
  const entryId = query.get('entry')
  const slot = query.get('slot')
  if (entryId !== null && slot !== null) return answerUpload(asked, entryId, slot, request)
  const form = await readForm(request)
  if (entryId === null) return answerStart(asked, form)
  const remove = form.get('remove')
  if (typeof remove === 'string') return answerRemove(asked, entryId, remove)
  return form.get('intent') === 'submit' ? answerSubmit(asked, entryId, form) : answerSave(asked, entryId, form)
}

export default function TypeIn() {
  const { slug, courier, groups, tracks, drafts, entry, submitted, done, today, requestKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('console')
  const to = useLocalPath()
  const here = to(`/console/${slug}/entries/type-in`)
  return (
    <>
      <p className="crumb">
        <a href={entry ? here : to(`/console/${slug}/entries`)}>← {entry ? t('typeIn.back') : t('nav.entries')}</a>
      </p>
      <header className="workbench-head">
        <div>
          <h1>{entry ? entry.view.title : t('typeIn.title')}</h1>
          {!entry && <p>{t('typeIn.lead')}</p>}
        </div>
      </header>
      {answer?.refusal && answer.slot === null && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {done && !answer && (
        <p className="notice notice--done" role="status">
          <span>{t(done === 'saved' ? 'typeIn.saved' : 'typeIn.fileSaved')}</span>
        </p>
      )}
      {submitted && !answer && (
        <p className="notice notice--done" role="status">
          <span>{t('typeIn.submitted', { number: submitted.number })}</span>{' '}
          <a href={to(`/console/${slug}/entries/${submitted.id}`)}>{t('typeIn.openEntry')}</a>
        </p>
      )}
      {entry ? (
        <div className="type-in">
          <TypeInWork view={entry.view} action={`${here}?entry=${entry.id}`} />
          <TypeInFiles
            view={entry.view}
            action={`${here}?entry=${entry.id}`}
            refused={answer?.slot ? { slot: answer.slot, text: answer.refusal ?? '' } : null}
          />
          <TypeInPaper
            entry={entry}
            action={`${here}?entry=${entry.id}`}
            today={today}
            requestKey={requestKey}
            values={answer?.values ?? null}
            wrong={answer?.wrong ?? {}}
          />
        </div>
      ) : (
        <TypeInStart courier={courier} groups={groups} tracks={tracks} drafts={drafts} here={here} requestKey={requestKey} />
      )}
    </>
  )
}
