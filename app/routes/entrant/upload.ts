import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { addSentFiles } from '~/domain/entries/add-sent-files.server'
import { eventTerms, ownEntry } from '~/domain/entries/queries.server'
import { slotsOf } from '~/domain/entries/terms'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'
import { localPath } from '~/i18n/language'
import { getActor, notFound } from '~/session.server'
import type { FilesReply } from '~/ui/entrant/editor-view'
import { filesView, missingOf } from './editor-view.server'
import { refusedText } from './words.server'
import type { RefusedUpload } from './words.server'

const NO_STORE = { 'Cache-Control': 'no-store' }
const langFrom = (text: string | null): Lang => (text === 'en' ? 'en' : 'zh-CN')

/** How the files stand: the editor asks while small pictures are being made. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await getActor(request)
  if (!actor) throw notFound()
  return Response.json(await filesReply(actor.personId, params, langFrom(new URL(request.url).searchParams.get('lang'))), {
    headers: NO_STORE,
  })
}

async function filesReply(personId: string, { slug = '', entryId = '' }: ActionFunctionArgs['params'], lang: Lang): Promise<FilesReply> {
  const entry = await ownEntry({ personId }, slug, entryId)
  if (!entry) throw notFound()
  return { ok: true, files: filesView(slug, entry.files, lang, new Date()), missing: missingOf(entry, lang) }
}

/** What a form may weigh beside its file: boundaries, headers, three short fields. */
const FORM_BYTES = 64 * 1024

/** Takes in files as they stream. Answers JSON to the editor and leads a plain form back to its page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { slug: eventId = '', entryId = '' } = params
  const query = new URL(request.url).searchParams
  const lang = langFrom(query.get('lang'))
  const wantsJson = request.headers.get('Accept')?.includes('application/json') ?? false
  const answer = async (outcome: RefusedUpload | null, slot: string) => {
    if (wantsJson && outcome === null && actor) return Response.json(await filesReply(actor.personId, params, lang), { headers: NO_STORE })
    if (wantsJson && outcome)
      return Response.json({ ok: false, text: refusedText(outcome, lang) } satisfies FilesReply, {
        status: statusOf(outcome),
        headers: NO_STORE,
      })
    const back = new URLSearchParams({
      edit: '1',
      ...(outcome && { slot, refused: outcome.reason, detail: JSON.stringify(outcome.detail ?? {}) }),
    })
    return redirect(`${localPath(lang, `/my/${eventId}/${entryId}`)}?${back.toString()}#file-${slot}`)
  }

  const actor = await getActor(request)
  if (!actor || actor.deskEventId) {
    if (wantsJson)
      return Response.json({ ok: false, text: translator(lang, 'entrant')('editor.signedOut') } satisfies FilesReply, {
        status: 401,
        headers: NO_STORE,
      })
    return redirect(localPath(lang, `/sign-in?next=${encodeURIComponent(localPath(lang, `/my/${eventId}/${entryId}`))}`))
  }
  const slot = query.get('slot') ?? ''
  const replaces = query.get('replaces')
  // what announces itself as too large is refused before a byte of it is read
  const maxMB = await limitOf(eventId, slot)
  if (maxMB !== null && Number(request.headers.get('Content-Length')) > maxMB * 1024 * 1024 + FORM_BYTES) {
    return answer({ reason: 'too-big', detail: { maxMB } }, slot)
  }
  const outcome = await addSentFiles(request, { editor: { personId: actor.personId }, eventId, entryId, slot, replaces })
  return answer(outcome.ok ? null : outcome, slot)
}

function statusOf({ reason }: RefusedUpload): number {
  if (reason === 'not-found') return 404
  if (reason === 'too-big') return 413
  return reason === 'over' ||
    reason === 'early' ||
    reason === 'decided' ||
    reason === 'withdrawn' ||
    reason === 'cancelled' ||
    reason === 'not-open' ||
    reason === 'too-many'
    ? 409
    : 422
}

async function limitOf(eventId: string, slot: string): Promise<number | null> {
  const terms = await eventTerms(eventId)
  const rule = terms?.contest.groups.flatMap(({ id }) => slotsOf(terms, id)).find(({ id }) => id === slot)
  return rule?.maxMB ?? null
}
