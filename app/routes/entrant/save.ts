import type { ActionFunctionArgs } from '@remix-run/node'
import { ownEntry } from '~/domain/entries/queries.server'
import { saveDraft } from '~/domain/entries/save-draft.server'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'
import { readForm } from '~/request-body.server'
import { getActor } from '~/session.server'
import type { SaveReply } from '~/ui/entrant/editor-view'
import { differences } from './differences.server'
import { missingOf } from './editor-view.server'
import { clockText } from './words.server'

/** The editor’s autosave: the whole form and the version it was filled from; an answer in JSON, never a page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const reply = (body: SaveReply, status: number) => Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
  const actor = await getActor(request)
  if (!actor || actor.deskEventId) return reply({ ok: false, reason: 'signed-out' }, 401)
  const { slug: eventId = '', entryId = '' } = params
  const form = await readForm(request)
  const lang: Lang = form.get('lang') === 'en' ? 'en' : 'zh-CN'
  const editor = { personId: actor.personId }
  const outcome = await saveDraft({ editor, eventId, entryId, version: Number(form.get('version')), form, now: new Date() })
  if (!outcome.ok && outcome.reason !== 'stale') {
    const text = translator(lang, 'entrant')(`refuse.${outcome.reason}`)
    return reply({ ok: false, reason: 'refused', text }, outcome.reason === 'not-found' ? 404 : 409)
  }
  const entry = await ownEntry(editor, eventId, entryId)
  if (!entry) return reply({ ok: false, reason: 'refused', text: translator(lang, 'entrant')('refuse.not-found') }, 404)
  if (!outcome.ok) {
    return reply(
      { ok: false, reason: 'stale', version: outcome.version, differences: differences(entry.terms, outcome.current, outcome.yours, lang) },
      409,
    )
  }
  const { version, savedAt } = outcome.value
  return reply(
    { ok: true, version, saved: clockText(savedAt, entry.terms.timezone), title: entry.title, missing: missingOf(entry, lang) },
    200,
  )
}
