/** The rules of the outbox on plain values: what goes out together, and what an answer means for each item. */

export type NewItem =
  | { kind: 'mark'; code: string; criterion: string; value: string | null }
  | { kind: 'note'; code: string; text: string; later: boolean }
  | { kind: 'recusal'; code: string; reason: string }

export type OutboxItem = NewItem & {
  /** a mark's and a recusal's own; a note's is its work's, so that the last text replaces the one before */
  id: string
  desk: string
  at: string
  /** why the server did not take it; null while it waits */
  refused: string | null
}

/** What came back: an HTTP status, 0 without network, and the body if it was JSON. */
export interface Delivery {
  status: number
  body: unknown
}

const MARKS_AT_ONCE = 500
const order = { recusal: 0, note: 1, mark: 2 }

/** The items of the next request, oldest first: recusals and notes one by one, marks by the hundred. */
export function nextBatch(items: readonly OutboxItem[]): OutboxItem[] {
  const waiting = items
    .filter(({ refused }) => refused === null)
    .sort((a, b) => order[a.kind] - order[b.kind] || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return waiting[0]?.kind === 'mark' ? waiting.slice(0, MARKS_AT_ONCE) : waiting.slice(0, 1)
}

export function deliveryOf(batch: readonly OutboxItem[], seat: string): { path: string; body: unknown } {
  const [first] = batch
  if (first?.kind === 'recusal') return { path: 'recusals', body: { seat, code: first.code, reason: first.reason } }
  if (first?.kind === 'note') return { path: 'notes', body: { seat, code: first.code, text: first.text, later: first.later } }
  const marks = batch.flatMap((item) =>
    item.kind === 'mark'
      ? [
          {
            markId: item.id,
            code: item.code,
            criterion: item.criterion,
            value: item.value,
            markedAt: item.at,
          },
        ]
      : [],
  )
  return { path: 'marks', body: { seat, marks } }
}

export interface Settlement {
  /** the server has these: they may leave the device */
  taken: OutboxItem[]
  /** the server will never have these as they are */
  refused: OutboxItem[]
  /** `idle`: go on with what waits */
  status: 'idle' | 'offline' | 'signed-out' | 'other-seat' | 'stopped'
  error: string | null
  /** whether to try again without being asked */
  retry: boolean
}

/** What an answer means. Anything that is not a clear yes or no keeps every item on the device. */
export function settle(batch: readonly OutboxItem[], { status, body }: Delivery): Settlement {
  const kept = { taken: [], refused: [] }
  const error = errorOf(body)
  if (status === 401) return { ...kept, status: 'signed-out', error: null, retry: false }
  if (status === 409 && error === 'other-seat') return { ...kept, status: 'other-seat', error: null, retry: false }
  if (status === 200) {
    const replies = repliesOf(body)
    if (batch[0]?.kind !== 'mark') return { taken: [...batch], refused: [], status: 'idle', error: null, retry: false }
    const taken = batch.filter(({ id }) => replies.has(id) && replies.get(id) === null)
    const refused = batch.flatMap((item) => {
      const reason = replies.get(item.id)
      return reason ? [{ ...item, refused: reason }] : []
    })
    // an answer that leaves marks out is none: try again, but not at once
    if (taken.length + refused.length === 0) return { ...kept, status: 'offline', error: null, retry: true }
    return { taken, refused, status: 'idle', error: null, retry: false }
  }
  if (error !== null && status >= 400 && status < 500 && status !== 408 && status !== 429) {
    const hopeless = status === 400 || status === 413 || error === 'unknown-work' || error === 'sheet-locked'
    if (!hopeless) return { ...kept, status: 'stopped', error, retry: false }
    return {
      taken: [],
      refused: batch.map((item) => ({ ...item, refused: error })),
      status: 'idle',
      error: null,
      retry: false,
    }
  }
  return { ...kept, status: 'offline', error: null, retry: true }
}

/** Reason of refusal by mark id, null for a mark that counts; `late`: the server keeps it for the chair. */
function repliesOf(body: unknown): Map<string, string | null> {
  const replies = isRecord(body) && Array.isArray(body.replies) ? (body.replies as unknown[]) : []
  return new Map(
    replies.flatMap((reply): [string, string | null][] => {
      if (!isRecord(reply) || typeof reply.markId !== 'string') return []
      return [[reply.markId, reply.status === 'refused' ? String(reply.reason) : reply.status === 'late' ? 'late' : null]]
    }),
  )
}

const errorOf = (body: unknown): string | null => (isRecord(body) && typeof body.error === 'string' ? body.error : null)

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Milliseconds until the next try: 1, 2, 4 … at most 30 seconds. */
export const backoff = (failures: number): number => Math.min(30_000, 1_000 * 2 ** Math.min(failures - 1, 5))
