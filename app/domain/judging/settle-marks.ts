import type { SentMark } from './sent-marks'
import { type MarkAttempt, type MarkRefusal, refuseMark } from './mark'
import { VOTE, choiceOf } from './votes/choice'

/** A mark as it stands in the database; `value` null is a mark taken back. */
export type StandingMark = { value: string | null; markId: string; markedAt: number }

/** What a sent mark is about: null where the stage has no such work. */
export type MarkTarget = { entryId: string; recused: boolean; revealed: boolean; standing: StandingMark | null } | null

export type MarkReply =
  | { markId: string; status: 'saved' | 'repeated' | 'superseded' | 'late' }
  | { markId: string; status: 'refused'; reason: MarkRefusal | 'unknown-work' }

export type MarkWrite = {
  entryId: string
  criterion: string
  value: string | null
  markId: string
  markedAt: Date
}

/** One line of the ledger for a mark or vote that came into force, a vote by its word. `was` is what stood before. */
export type MarkEvent = {
  action: `${'mark' | 'vote'}.${'given' | 'changed' | 'cleared'}`
  entryId: string
  criterion: string
  value: string | null
  was: string | null
  markId: string
  markedAt: Date
}

/** A mark that is kept aside for the chair: the stage was closed, or the hall knew the total of the work. */
export type LateWrite = MarkWrite & { reason: 'stage_closed' | 'work_revealed' }

export type Settled = { replies: MarkReply[]; writes: MarkWrite[]; events: MarkEvent[]; late: LateWrite[] }

/** `voting`: the sheet holds votes, of which none comes late: what was kept is settled. */
type Panel = Pick<MarkAttempt, 'rulebook' | 'seat'> & { stage: MarkAttempt['stage'] & { voting?: boolean } }

/**
 * Decides a batch mark by mark: refused with its reason, a repeat of one that already counts, superseded by a later
 * one, or saved. The later `markedAt` wins, the larger id between equals, whatever the order of arrival; an instant
 * that has not come yet counts as `now`, so that a fast clock cannot lock a mark. What would have counted before the
 * stage closed, or before the hall knew the work's total, is kept aside as late. Replies keep the order sent.
 */
export function settleMarks(panel: Panel, sent: readonly { mark: SentMark; target: MarkTarget }[], now: Date): Settled {
  const replies = new Map<string, MarkReply>()
  const cells = new Map<string, StandingMark>()
  const writes = new Map<string, MarkWrite>()
  const events: MarkEvent[] = []
  const late: LateWrite[] = []
  for (const { mark, target, at } of inOrder(sent, now)) {
    const { markId, criterion } = mark
    if (replies.has(markId)) continue
    const value = mark.value === null ? null : plainDecimal(mark.value)
    const lateness = latenessOf(panel, target)
    if (target && lateness && refusalOf(asBefore(panel), mark, target, value) === null) {
      if (target.standing?.markId === markId) replies.set(markId, { markId, status: 'repeated' })
      else if (target.standing && !isLater(at, markId, target.standing)) replies.set(markId, { markId, status: 'superseded' })
      else {
        replies.set(markId, { markId, status: 'late' })
        late.push({ entryId: target.entryId, criterion, value, markId, markedAt: new Date(at), reason: lateness })
      }
      continue
    }
    const reason = refusalOf(panel, mark, target, value)
    if (target === null || reason !== null) {
      replies.set(markId, { markId, status: 'refused', reason: reason ?? 'unknown-work' })
      continue
    }
    const { entryId } = target
    const key = `${entryId} ${criterion}`
    const earlier = cells.get(key)
    const standing = earlier ?? target.standing
    if (standing?.markId === markId) replies.set(markId, { markId, status: 'repeated' })
    else if (!earlier && standing && !isLater(at, markId, standing)) replies.set(markId, { markId, status: 'superseded' })
    else {
      const markedAt = new Date(at)
      const was = standing?.value ?? null
      replies.set(markId, { markId, status: 'saved' })
      cells.set(key, { value, markId, markedAt: at })
      writes.set(key, { entryId, criterion, value, markId, markedAt })
      if (value !== was) {
        const change = value === null ? 'cleared' : was === null ? 'given' : 'changed'
        events.push(
          criterion === VOTE
            ? { action: `vote.${change}`, entryId, criterion, value: choiceOf(value), was: choiceOf(was), markId, markedAt }
            : { action: `mark.${change}`, entryId, criterion, value, was, markId, markedAt },
        )
      }
    }
  }
  return {
    replies: sent.flatMap(({ mark }) => replies.get(mark.markId) ?? []),
    writes: [...writes.values()],
    events,
    late,
  }
}

function latenessOf({ stage }: Panel, target: MarkTarget): LateWrite['reason'] | null {
  if (stage.voting) return null
  if (stage.state === 'closed' || stage.state === 'published') return 'stage_closed'
  return stage.state === 'open' && target?.revealed ? 'work_revealed' : null
}

/** The panel as it stood when the mark could still have counted. */
const asBefore = (panel: Panel): Panel => ({ ...panel, stage: { state: 'open' }, seat: { ...panel.seat, locked: false } })

function refusalOf(panel: Panel, mark: SentMark, target: MarkTarget, value: string | null) {
  if (target === null) return 'unknown-work'
  const { criterion } = mark
  const reason = refuseMark({ ...panel, recused: target.recused, criterion, value })
  return reason ?? (mark.value !== null && value === null ? 'not-a-number' : null)
}

function inOrder(sent: readonly { mark: SentMark; target: MarkTarget }[], now: Date) {
  const timed = sent.map((item) => ({ ...item, said: Date.parse(item.mark.markedAt) }))
  timed.sort((a, b) => a.said - b.said || (a.mark.markId < b.mark.markId ? -1 : 1))
  return timed.map((item) => ({ ...item, at: Math.min(item.said, now.getTime()) }))
}

const isLater = (at: number, markId: string, standing: StandingMark): boolean =>
  at > standing.markedAt || (at === standing.markedAt && markId > standing.markId)

/** `08.50` → `8.5`: one text for one number, so that what was entered and what is read back compare as texts. */
export function plainDecimal(text: string): string | null {
  const match = /^(-?)0*(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) return null
  const [, sign = '', whole = '', fraction = ''] = match
  const digits = [whole, fraction.replace(/0+$/, '')].filter((part) => part !== '').join('.')
  return digits === '0' ? digits : sign + digits
}
