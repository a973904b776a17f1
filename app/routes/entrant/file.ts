import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { fileAddress } from '~/domain/entries/file-address.server'
import { ownsFile } from '~/domain/entries/open-file.server'
import { ownEntry } from '~/domain/entries/queries.server'
import { removeFile } from '~/domain/entries/remove-file.server'
import { translator } from '~/i18n/i18n.server'
import { localPath } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import { notFound, requireActor } from '~/session.server'
import type { FilesReply } from '~/ui/entrant/editor-view'
import { filesView, missingOf } from './editor-view.server'

/** Leads the owner to an original, by an address that is good for a few minutes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const { slug: eventId = '', fileId = '' } = params
  if (!(await ownsFile(personId, eventId, fileId))) throw notFound()
  return redirect(fileAddress({ eventId, fileId, class: 'original', purpose: 'owner', personId, minutes: 5 }), {
    headers: { 'Cache-Control': 'no-store' },
  })
}

/** Takes a file out of its slot. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requireActor(request)
  const { slug: eventId = '', entryId = '', fileId = '' } = params
  const editor = { personId }
  const lang: Lang = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh-CN'
  const now = new Date()
  const outcome = await removeFile({ editor, eventId, entryId, fileId, now })
  if (!outcome.ok && outcome.reason === 'not-found') throw notFound()
  if (request.headers.get('Accept')?.includes('application/json')) {
    if (!outcome.ok)
      return Response.json({ ok: false, text: translator(lang, 'entrant')(`refuse.${outcome.reason}`) } satisfies FilesReply, {
        status: 409,
      })
    const entry = await ownEntry(editor, eventId, entryId)
    if (!entry) throw notFound()
    return Response.json({
      ok: true,
      files: filesView(eventId, entry.files, lang, now),
      missing: missingOf(entry, lang),
    } satisfies FilesReply)
  }
  const query = outcome.ok ? '?edit=1' : `?edit=1&refused=${outcome.reason}`
  return redirect(`${localPath(lang, `/my/${eventId}/${entryId}`)}${query}#part-files`)
}
