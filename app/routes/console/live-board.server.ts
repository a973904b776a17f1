import { callWork } from '~/domain/judging/live/call-work.server'
import { changeRunningOrder } from '~/domain/judging/live/change-running-order.server'
import { drawRunningOrder } from '~/domain/judging/live/draw-running-order.server'
import { liveBoard } from '~/domain/judging/live/queries.server'
import { revealWork } from '~/domain/judging/live/reveal-work.server'
import { setHall } from '~/domain/judging/live/set-hall.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { publicUrl } from '~/env.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { type Lang, localPath, say } from '~/i18n/language'

export type BoardView = NonNullable<Awaited<ReturnType<typeof boardView>>>

/** The board of a live stage in words, for organisers and the chair; null while no order is drawn. */
export async function boardView(eventId: string, stageId: string, lang: Lang) {
  const [frame, board] = await Promise.all([eventFrame(eventId), liveBoard(eventId, stageId)])
  if (!board) return null
  const names = new Map(frame.groups.map(({ id, name }) => [id, say(name, lang)]))
  const { turns, called, seats } = board
  const at = turns.findIndex(({ entry }) => entry === called)
  const next = turns.slice(at + 1).find(({ calledAt }) => !calledAt) ?? turns.find(({ calledAt }) => !calledAt)
  return {
    version: board.version,
    seed: board.seed,
    drawnAt: formatDateTime(board.drawnAt, lang, frame.timezone),
    namesShown: board.namesShown,
    changed: board.changed,
    begun: turns.some(({ calledAt }) => calledAt),
    hall: `${publicUrl()}${localPath(lang, `/e/${eventId}/hall/${stageId}`)}?key=${board.hallKey}`,
    stream: `/e/${eventId}/hall/${stageId}/stream?key=${board.hallKey}`,
    called: at < 0 ? null : { ...turnView(turns[at]), place: at + 1 },
    next: next ? turnView(next) : null,
    seats: seats.map(({ id, label, name, standing }) => ({ id, label, name, standing })),
    turns: turns.map((turn) => ({ ...turnView(turn), group: turn.group, groupName: names.get(turn.group) ?? turn.group })),
    groups: [...new Set(turns.map(({ group }) => group))].map((id) => ({ id, name: names.get(id) ?? id })),
  }
}

type Turn = NonNullable<Awaited<ReturnType<typeof liveBoard>>>['turns'][number]

const turnView = (turn: Turn | undefined) => ({
  entry: turn?.entry ?? '',
  code: turn?.code ?? '',
  title: turn?.title ?? '',
  called: Boolean(turn?.calledAt),
  revealed: Boolean(turn?.revealedAt),
})

interface BoardAct {
  eventId: string
  stageId: string
  byId: string
  form: FormData
  lang: Lang
}

const MOST_SEED = 2 ** 31 - 1

/** Does what a form of the board asks for; null when it is done, else the refusal in words. Calling and revealing are all a chair does here. */
export async function actOnBoard({ eventId, stageId, byId, form, lang }: BoardAct, office: boolean): Promise<string | null> {
  const t = translator(lang, 'live')
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 500)
  const stage = { eventId, stageId, byId, now: new Date() }
  const intent = text('intent')
  if (intent === 'call') {
    const outcome = await callWork({ ...stage, entryId: text('entry') })
    return outcome.ok ? null : t(`refusal.${outcome.reason}`)
  }
  if (intent === 'reveal') {
    const outcome = await revealWork({ ...stage, entryId: text('entry'), reason: text('reason') })
    return outcome.ok ? null : t(`refusal.${outcome.reason}`, { count: Number(outcome.detail?.judges ?? 0) })
  }
  if (!office) return t('refusal.nothing')
  if (intent === 'draw') {
    const typed = text('seed').trim()
    const seed = /^\d{1,10}$/.test(typed) ? Number(typed) : NaN
    if (!(seed <= MOST_SEED)) return t('refusal.seed')
    const outcome = await drawRunningOrder({ ...stage, seed })
    return outcome.ok ? null : t(`refusal.${outcome.reason}`)
  }
  if (intent === 'move' || intent === 'up' || intent === 'down' || intent === 'group-up') {
    const to = intent === 'move' ? Number(text('to')) : Number(text('at')) + (intent === 'up' ? -1 : 1)
    const change = intent === 'group-up' ? { group: text('group'), by: -1 as const } : { entryId: text('entry'), to }
    const outcome = await changeRunningOrder({ ...stage, change, version: Number(text('version')) })
    return outcome.ok ? null : t(`refusal.${outcome.reason}`)
  }
  if (intent === 'names' || intent === 'new-address') {
    const outcome = await setHall({ ...stage, change: intent === 'names' ? { namesShown: text('shown') === 'yes' } : 'new-address' })
    return outcome.ok ? null : t(`refusal.${outcome.reason}`)
  }
  return t('refusal.nothing')
}
