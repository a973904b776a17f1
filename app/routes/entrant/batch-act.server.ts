import { data, redirect } from '@remix-run/node'
import type { BatchOfOwner } from '~/domain/entries/collective/batch-row.server'
import { correctRow } from '~/domain/entries/collective/correct-row.server'
import { discardBatch } from '~/domain/entries/collective/discard-batch.server'
import { placeFile } from '~/domain/entries/collective/place-file.server'
import type { PlaceRefusal } from '~/domain/entries/collective/place-file.server'
import { sendLinks } from '~/domain/entries/collective/send-links.server'
import { startDrafts } from '~/domain/entries/collective/start-drafts.server'
import type { StartDraftsRefusal } from '~/domain/entries/collective/start-drafts.server'
import { startHandIn } from '~/domain/entries/collective/start-hand-in.server'
import { takeSentFile } from '~/domain/entries/collective/take-sent-file.server'
import type { TakeSheetRefusal } from '~/domain/entries/collective/take-sheet.server'
import type { TakeZipRefusal } from '~/domain/entries/collective/take-zip.server'
import { newId } from '~/domain/new-id.server'
import { translator } from '~/i18n/i18n.server'
import { localPath } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import { notFound } from '~/session.server'
import { refusedText } from './words.server'

interface Asked {
  owner: BatchOfOwner
  lang: Lang
  now: Date
}

const pathOf = ({ owner: { eventId, batchId }, lang }: Asked) => localPath(lang, `/my/${eventId}/collective/${batchId}`)

type Reason = TakeSheetRefusal | TakeZipRefusal | PlaceRefusal | StartDraftsRefusal | 'none-ready' | 'judge' | 'dropped' | 'no-file'
type Refused = { ok: false; reason: Reason; detail?: Record<string, string | number> }

/** Why something was not done, in the page’s own words; what does not exist is not found. */
function refusal({ lang }: Asked, { reason, detail }: Refused, at: 'sheet' | 'zip' | 'page') {
  if (reason === 'not-found') throw notFound()
  return data({ at, text: translator(lang, 'collective')(`refused.${reason}`, detail ?? {}) }, reason === 'too-big' ? 413 : 409)
}

/** A sheet, an archive or a stamped summary, streamed. */
export async function answerUpload(asked: Asked, request: Request) {
  const { owner, lang, now } = asked
  const { at, outcome } = await takeSentFile(request, owner, now)
  const path = pathOf(asked)
  if (outcome.ok) {
    const unknown = at === 'sheet' && outcome.ok ? outcome.value.unknown.join('、').slice(0, 300) : ''
    return redirect(unknown ? `${path}?unknown=${encodeURIComponent(unknown)}` : path)
  }
  if (at !== 'scan') return refusal(asked, outcome, at)
  if (outcome.reason === 'not-found') throw notFound()
  // a scan is held against the rules of any file, and refused in their words
  return data({ at, text: refusedText({ reason: outcome.reason, detail: outcome.detail }, lang) }, 422)
}

/** Every other button of the page, by `intent`. */
export async function answerForm(asked: Asked, form: FormData) {
  const { owner, lang, now } = asked
  const text = (name: string) => String(form.get(name) ?? '')
  const number = (name: string) => (/^\d{1,9}$/.test(text(name)) ? Number(text(name)) : -1)
  const requestKey = text('requestKey').slice(0, 60) || newId()
  const path = pathOf(asked)
  switch (text('intent')) {
    case 'place': {
      const to = text('slot') === '' ? null : { line: number('line'), slot: text('slot') }
      const outcome = await placeFile({ ...owner, place: number('place'), to, now })
      return outcome.ok ? redirect(`${path}#left`) : refusal(asked, outcome, 'page')
    }
    case 'remove-row': {
      const outcome = await correctRow({ ...owner, line: number('line'), version: number('version'), values: null, now })
      return outcome.ok ? redirect(`${path}#rows`) : refusal(asked, outcome, 'page')
    }
    case 'make-drafts': {
      const outcome = await startDrafts({ ...owner, requestKey, version: number('version'), now })
      return outcome.ok ? redirect(path) : refusal(asked, outcome, 'page')
    }
    case 'send-links': {
      const outcome = await sendLinks({ ...owner, requestKey, entryId: text('entry') || null, lang, now })
      if (!outcome.ok) return refusal(asked, outcome, 'page')
      const { sent, unreachable, recent } = outcome.value
      return redirect(`${path}?sent=${sent}-${unreachable}-${recent}`)
    }
    case 'hand-in': {
      const outcome = await startHandIn({ ...owner, requestKey, lang, now })
      return outcome.ok ? redirect(path) : refusal(asked, outcome, 'page')
    }
    case 'discard': {
      const outcome = await discardBatch(owner)
      return outcome.ok ? redirect(localPath(lang, `/e/${owner.eventId}/collective`)) : refusal(asked, outcome, 'page')
    }
    default:
      throw notFound()
  }
}
