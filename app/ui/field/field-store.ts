import type { FieldWork } from '~/domain/judging/measured/field-works.server'
import type { RecordReply } from '~/domain/judging/measured/settle-records'
import { type DeskDatabase, memoryDatabase, openDeskDatabase } from '~/ui/desk/desk-database'
import { backoff } from '~/ui/desk/outbox-item'
import { randomId } from '~/ui/desk/random-id'
import { type FieldItem, type NewPress, type Refusal, recordOf, sentOf } from './field-item'
import type { FieldSetup } from './field-setup'

export interface FieldState {
  phase: 'loading' | 'ready' | 'failed'
  open: boolean
  works: FieldWork[]
  /** on this device and not yet on the server */
  waiting: FieldItem[]
  refused: FieldItem[]
  status: 'idle' | 'sending' | 'offline' | 'signed-out' | 'other-seat'
  /** false where the browser keeps nothing: the page has to stay open */
  durable: boolean
  /** milliseconds the device's clock is behind the server's */
  behind: number
}

const POLL_MS = 4_000
const PATIENCE_MS = 15_000
const AT_ONCE = 100

/**
 * What the officials' screen shows and sends. A press is in the browser's database before it is on its way, and leaves it
 * when the server has answered for it; until then it is shown as if it stood.
 */
export class FieldStore {
  #state: FieldState = { phase: 'loading', open: true, works: [], waiting: [], refused: [], status: 'idle', durable: true, behind: 0 }
  #listeners = new Set<() => void>()
  #database: DeskDatabase = memoryDatabase()
  #session = ''
  #failures = 0
  #sending = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #poll: ReturnType<typeof setInterval> | undefined

  constructor(readonly setup: FieldSetup) {}

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  get = () => this.#state

  async start(): Promise<void> {
    this.#session = randomId()
    try {
      this.#database = await openDeskDatabase()
    } catch {
      this.#set({ durable: false })
    }
    const kept = await this.#database.waiting<FieldItem>(this.setup.key).catch(() => [])
    this.#set({ waiting: kept.filter(({ refused }) => refused === null), refused: kept.filter(({ refused }) => refused !== null) })
    addEventListener('online', this.#wake)
    document.addEventListener('visibilitychange', this.#wake)
    this.#poll = setInterval(() => void this.reload(), POLL_MS)
    await this.reload()
    void this.flush()
  }

  stop(): void {
    clearTimeout(this.#timer)
    clearInterval(this.#poll)
    removeEventListener('online', this.#wake)
    document.removeEventListener('visibilitychange', this.#wake)
  }

  /** Everything recorded for a work, what still waits included, in the order of time. */
  records(code: string): FieldWork['records'][number][] {
    const known = this.#state.works.find((work) => work.code === code)?.records ?? []
    const ids = new Set(known.map(({ id }) => id))
    const own = this.#state.waiting
      .filter((item) => item.code === code && !ids.has(item.id))
      .map((item) => recordOf(item, this.#state.behind))
    return [...known, ...own].sort((a, b) => a.at - b.at)
  }

  /** The server's clock, as far as this device knows it. */
  now = (): number => Date.now() + this.#state.behind

  /** Keeps a press and sends it. Several at once share their instant: the end of one part is the start of the next. */
  press(...presses: NewPress[]): void {
    const [since, deviceAt] = [performance.now(), new Date().toISOString()]
    const items = presses.map((press): FieldItem => ({
      part: '',
      criterion: null,
      item: '',
      value: null,
      voids: null,
      reason: '',
      confirmed: false,
      ...press,
      id: randomId(),
      desk: this.setup.key,
      deviceAt,
      since,
      session: this.#session,
      refused: null,
    }))
    this.#set({ waiting: [...this.#state.waiting, ...items] })
    navigator.vibrate?.(30)
    void Promise.all(items.map((item) => this.#database.keep(item)))
      .catch(() => this.#set({ durable: false }))
      .then(() => (this.#failures === 0 ? this.flush() : undefined))
  }

  async flush(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    clearTimeout(this.#timer)
    try {
      while (this.#state.waiting.length > 0) {
        const batch = this.#state.waiting.slice(0, AT_ONCE)
        this.#set({ status: this.#state.status === 'idle' ? 'sending' : this.#state.status })
        const replies = await this.#send(batch)
        if (!replies) return
        const refused = batch.flatMap((item) => (replies.get(item.id) ? [{ ...item, refused: replies.get(item.id) ?? null }] : []))
        const gone = batch.filter(({ id }) => replies.get(id) === null)
        const answered = new Set([...gone, ...refused].map(({ id }) => id))
        for (const item of refused) await this.#database.keep(item).catch(() => undefined)
        // shown from the server before they leave the device, so that nothing flickers
        await this.reload()
        await this.#database.drop(gone.map(({ id }) => id)).catch(() => undefined)
        this.#set({ waiting: this.#state.waiting.filter(({ id }) => !answered.has(id)), refused: [...this.#state.refused, ...refused] })
      }
      this.#failures = 0
      if (this.#state.status === 'sending') this.#set({ status: 'idle' })
    } finally {
      this.#sending = false
    }
  }

  /** Lets a refused press go; `again` sends it once more as meant. */
  async settle(item: FieldItem, again: boolean): Promise<void> {
    this.#set({ refused: this.#state.refused.filter(({ id }) => id !== item.id) })
    await this.#database.drop([item.id]).catch(() => undefined)
    if (again) this.press({ ...item, confirmed: true })
  }

  async reload(): Promise<void> {
    const begun = Date.now()
    const response = await this.#fetch(`${this.setup.base}/records`)
    const body = (await response?.json().catch(() => null)) as { now: number; open: boolean; works: FieldWork[] } | null
    if (!response?.ok || !body) {
      this.#set({
        status: response?.status === 401 ? 'signed-out' : 'offline',
        phase: this.#state.phase === 'loading' ? await this.#fromShelf() : this.#state.phase,
      })
      return
    }
    // half the way there and back, so that a slow line does not look like a slow clock
    const behind = Math.round(body.now - (begun + Date.now()) / 2)
    const recovered = this.#state.status === 'offline' || this.#state.status === 'signed-out'
    this.#set({ phase: 'ready', open: body.open, works: body.works, behind, status: recovered ? 'idle' : this.#state.status })
    await this.#database.write(`${this.setup.key} works`, { works: body.works, behind }).catch(() => undefined)
    if (recovered && this.#state.waiting.length > 0) void this.flush()
  }

  async #fromShelf(): Promise<FieldState['phase']> {
    const kept = await this.#database.read<{ works: FieldWork[]; behind: number }>(`${this.setup.key} works`).catch(() => null)
    if (!kept) return 'failed'
    this.#set(kept)
    return 'ready'
  }

  /** Reason of refusal by id, null for what the server has; null as a whole when nobody answered. */
  async #send(batch: FieldItem[]): Promise<Map<string, Refusal | null> | null> {
    const now = { session: this.#session, since: performance.now(), wall: Date.now() }
    const body = JSON.stringify({ seat: this.setup.seatId, records: batch.map((item) => sentOf(item, now)) })
    const response = await this.#fetch(`${this.setup.base}/records`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    })
    const answer = (await response?.json().catch(() => null)) as { replies?: RecordReply[]; error?: string } | null
    if (response?.ok && answer?.replies)
      return new Map(answer.replies.map((reply) => [reply.id, reply.status === 'refused' ? reply.reason : null]))
    if (response?.status === 400 || response?.status === 413) return new Map(batch.map(({ id }) => [id, 'malformed' as const]))
    this.#failures += 1
    this.#set({ status: response?.status === 401 ? 'signed-out' : answer?.error === 'other-seat' ? 'other-seat' : 'offline' })
    if (response?.status !== 401) this.#timer = setTimeout(() => void this.flush(), backoff(this.#failures))
    return null
  }

  async #fetch(address: string, init: RequestInit = {}): Promise<Response | null> {
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
    return fetch(address, { ...init, credentials: 'same-origin', redirect: 'manual', signal: patience.signal })
      .catch(() => null)
      .finally(() => clearTimeout(timer))
  }

  #wake = () => {
    void this.reload().then(() => this.flush())
  }

  #set(change: Partial<FieldState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
