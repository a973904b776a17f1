import type { DeskDatabase } from './desk-database'
import { randomId } from './random-id'
import { backoff, type Delivery, deliveryOf, type OutboxItem, nextBatch, type NewItem, settle } from './outbox-item'

export interface OutboxState {
  /** on this device and not yet on the server */
  pending: number
  /** not taken by the server: shown, and kept aside until the judge has seen them */
  refused: OutboxItem[]
  /** `stopped`: the server will take nothing more for now; `error` says why */
  status: 'idle' | 'sending' | 'offline' | 'signed-out' | 'other-seat' | 'stopped'
  error: string | null
  /** false where the browser keeps nothing: the page has to stay open */
  durable: boolean
}

interface Options {
  desk: string
  seat: string
  /** address of the resources, such as /judge/puyuan-cup-2026/preliminary */
  base: string
  database: DeskDatabase
  durable: boolean
  changed: (state: OutboxState) => void
  /** what the server has taken; its record of it is kept before the items leave the device */
  delivered: (items: OutboxItem[]) => Promise<void>
}

const SOON_MS = 400
const PATIENCE_MS = 20_000

/**
 * Marks, notes and recusals on their way to the server. Each is written to the browser's database first and leaves
 * it only when the server has answered for it, so that a closed tab, a dead network or an ended session loses none.
 */
export class Outbox {
  #items = new Map<string, OutboxItem>()
  #state: OutboxState
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending = false
  #latest = 0
  /** how much this device's clock is behind the server's, in milliseconds */
  #clock = 0

  constructor(private readonly options: Options) {
    this.#state = { pending: 0, refused: [], status: 'idle', error: null, durable: options.durable }
  }

  /** Reads what an earlier page left behind and starts to send. Answers what waits. */
  async start(): Promise<OutboxItem[]> {
    await this.#gather()
    addEventListener('online', this.#wake)
    addEventListener('focus', this.#wake)
    document.addEventListener('visibilitychange', this.#wake)
    void this.flush()
    return [...this.#items.values()]
  }

  stop(): void {
    clearTimeout(this.#timer)
    removeEventListener('online', this.#wake)
    removeEventListener('focus', this.#wake)
    document.removeEventListener('visibilitychange', this.#wake)
  }

  setClock(behind: number): void {
    this.#clock = behind
  }

  /** Keeps an item and sends it soon. Resolves when it is safe on this device. */
  async put(item: NewItem): Promise<void> {
    const { desk } = this.options
    // never twice the same instant, so that the order of two marks in one cell is beyond doubt
    this.#latest = Math.max(this.#latest + 1, Date.now() + this.#clock)
    const at = new Date(this.#latest).toISOString()
    const id = item.kind === 'note' ? `${desk} ${item.code}` : randomId()
    const kept: OutboxItem = { ...item, id, desk, at, refused: null }
    this.#items.set(id, kept)
    this.#tell({})
    try {
      await this.options.database.keep(kept)
    } catch {
      this.#tell({ durable: false })
    }
    if (this.#failures === 0) this.#later(SOON_MS)
  }

  /** Sends everything that waits; one sender at a time. */
  async flush(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    clearTimeout(this.#timer)
    try {
      for (;;) {
        const batch = nextBatch([...this.#items.values()])
        if (batch.length === 0) {
          this.#failures = 0
          this.#tell({ status: 'idle', error: null })
          return
        }
        this.#tell({ status: this.#state.status === 'idle' ? 'sending' : this.#state.status })
        if (!(await this.#deliver(batch))) return
      }
    } finally {
      this.#sending = false
    }
  }

  /** Puts refused items aside for good, or tries them once more. */
  async resolveRefused(again: boolean): Promise<void> {
    const { refused } = this.#state
    if (again) {
      for (const item of refused) this.#items.set(item.id, { ...item, refused: null })
    } else {
      for (const { id } of refused) this.#items.delete(id)
      await this.options.database.drop(refused.map(({ id }) => id))
    }
    this.#tell({})
    await this.flush()
  }

  async #deliver(batch: OutboxItem[]): Promise<boolean> {
    const { base, seat } = this.options
    const { path, body } = deliveryOf(batch, seat)
    const delivery = await post(`${base}/${path}`, body)
    const { taken, refused, status, error, retry } = settle(batch, delivery)
    // a note written again while it was under way stays, newer
    const gone = taken.filter((item) => this.#items.get(item.id)?.at === item.at)
    for (const { id } of gone) this.#items.delete(id)
    for (const item of refused) this.#items.set(item.id, item)
    if (taken.length > 0) await this.options.delivered(taken).catch(() => undefined)
    if (gone.length > 0) await this.options.database.drop(gone.map(({ id }) => id)).catch(() => undefined)
    for (const item of refused) await this.options.database.keep(item).catch(() => undefined)
    if (status === 'idle') {
      this.#failures = 0
      this.#tell({ status: 'sending', error: null })
      return true
    }
    this.#failures += 1
    this.#tell({ status, error })
    if (retry) this.#later(backoff(this.#failures))
    return false
  }

  async #gather(): Promise<void> {
    const kept = await this.options.database.waiting<OutboxItem>(this.options.desk).catch(() => [])
    for (const item of kept) {
      if (!this.#items.has(item.id)) this.#items.set(item.id, item)
      this.#latest = Math.max(this.#latest, Date.parse(item.at))
    }
    this.#tell({})
  }

  /** Network, tab or window came back: another tab may have left something, or somebody signed in again there. */
  #wake = () => {
    if (this.#state.status === 'sending') return
    void this.#gather().then(() => this.flush())
  }

  #later(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), ms)
  }

  #tell(change: Partial<OutboxState>): void {
    const all = [...this.#items.values()]
    const refused = all.filter((item) => item.refused !== null)
    this.#state = { ...this.#state, ...change, refused, pending: all.length - refused.length }
    this.options.changed(this.#state)
  }
}

async function post(address: string, body: unknown): Promise<Delivery> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'same-origin',
      redirect: 'manual',
      signal: patience.signal,
    })
    return { status: response.status, body: (await response.json().catch(() => null)) as unknown }
  } catch {
    return { status: 0, body: null }
  } finally {
    clearTimeout(timer)
  }
}
