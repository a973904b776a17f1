import { movePiece } from '~/domain/judging/production/move-piece.server'
import { PIECE_STATES, dueNext } from '~/domain/judging/production/piece-state'
import { findPiece } from '~/domain/judging/production/queries.server'
import { readLabel } from '~/domain/judging/production/read-label'
import { translator } from '~/i18n/i18n.server'
import type { Lang } from '~/i18n/language'

interface Scanned {
  eventId: string
  stageId: string
  byId: string
  form: FormData
  lang: Lang
}

/** Notes what was scanned; without a state the piece goes to what is due next. Answers the piece, or the refusal in words. */
export async function scanned({ eventId, stageId, byId, form, lang }: Scanned): Promise<{ token: string } | { refusal: string }> {
  const t = translator(lang, 'production')
  const label = String(form.get('label') ?? '').slice(0, 300)
  const read = readLabel(label)
  const piece = read && (await findPiece(eventId, stageId, read))
  if (!piece) return { refusal: t(read ? 'refusal.unknown-piece' : 'refusal.not-a-label') }
  const { code, kind, number, state } = piece
  const to = PIECE_STATES.find((one) => one === form.get('to')) ?? dueNext(kind, state) ?? state
  const photo = form.get('photo')
  const bytes = photo instanceof Blob && photo.size > 0 ? Buffer.from(await photo.arrayBuffer()) : null
  const outcome = await movePiece({
    eventId,
    stageId,
    label,
    to,
    condition: String(form.get('condition') ?? '')
      .trim()
      .slice(0, 300),
    photo: bytes,
    byId,
    now: new Date(),
  })
  if (outcome.ok) return { token: outcome.value.token }
  return { refusal: t(`refusal.${outcome.reason}`, { code, kind: t(`kind.${kind}`), number, state: t(`state.${state}`) }) }
}
