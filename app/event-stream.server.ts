import { hear } from './channel.server'
import { log } from './log.server'
import { singleton } from './singleton.server'

/** Says now and then that the line still stands: proxies cut silent ones, and a screen that hears nothing opens it anew. */
const BEAT_MS = 10_000
const MOST_WATCHERS = 500
/** Events that wait for a reader who takes none: what more there is would only fill memory. */
const MOST_UNREAD = 50

/** State of one topic, read once per change however many watch it. */
class Feed<State> {
  readonly watchers = new Set<(state: State) => void>()
  #state: { value: State } | null = null
  #reading: Promise<void> | null = null
  #again = false
  readonly #deafen: () => void

  constructor(
    topic: string,
    private readonly read: () => Promise<State>,
  ) {
    this.#deafen = hear(topic, () => void this.refresh())
  }

  async join(watcher: (state: State) => void): Promise<void> {
    this.watchers.add(watcher)
    if (this.#state) watcher(this.#state.value)
    else await this.refresh()
  }

  /** Reads the state and hands it out; told again meanwhile, it reads once more. */
  refresh(): Promise<void> {
    if (this.#reading) {
      this.#again = true
      return this.#reading
    }
    this.#reading = this.#readAll().finally(() => (this.#reading = null))
    return this.#reading
  }

  async #readAll(): Promise<void> {
    do {
      this.#again = false
      try {
        const value = await this.read()
        this.#state = { value }
        for (const watcher of this.watchers) watcher(value)
      } catch (error) {
        log().error({ err: error }, 'a live feed could not be read')
      }
    } while (this.#again)
  }

  leave(watcher: (state: State) => void): boolean {
    this.watchers.delete(watcher)
    if (this.watchers.size > 0) return false
    this.#deafen()
    return true
  }
}

const feeds = () => singleton('live-feeds', () => new Map<string, Feed<unknown>>())
const linesOf = () => singleton('live-lines-of', () => new Map<string, number>())
const lines = () =>
  singleton('live-lines', () => {
    const open = new Set<() => void>()
    // a server that stops waits for its requests, and these have no end of their own
    for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => open.forEach((end) => end()))
    return open
  })

interface Stream<State, Shown> {
  /** what is told when the state changes */
  topic: string
  /** which of the topic's states this is: all who watch one share its reading */
  name: string
  read: () => Promise<State>
  /** whose line it is, as far as one knows: a judge’s seat, or the hall’s key */
  viewer: string
  /** lines of that viewer at once: nobody takes those of the others by opening many */
  most: number
  /** what this watcher may see of it; a state that looks the same is not sent again */
  show: (state: State) => Shown
}

/** A server-sent event stream: the state as it is, then whenever it changes. 503 when too many watch, or one opens too many. */
export function eventStream<State, Shown>(request: Request, { topic, name, viewer, most, read, show }: Stream<State, Shown>): Response {
  const own = `${topic} ${viewer}`
  if (lines().size >= MOST_WATCHERS || (linesOf().get(own) ?? 0) >= most)
    return new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const key = `${topic} ${name}`
  const feed = (feeds().get(key) ?? new Feed<State>(topic, read)) as Feed<State>
  feeds().set(key, feed as Feed<unknown>)
  const encoder = new TextEncoder()
  let last = ''
  let end = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => {
        if ((controller.desiredSize ?? 0) > -MOST_UNREAD) return controller.enqueue(encoder.encode(text))
        controller.error(new Error('nobody reads this line'))
        end()
      }
      const watcher = (state: State) => {
        const text = JSON.stringify(show(state))
        if (text === last) return
        last = text
        send(`data: ${text}\n\n`)
      }
      const beat = setInterval(() => send('event: beat\ndata: 1\n\n'), BEAT_MS)
      end = () => {
        end = () => {}
        clearInterval(beat)
        lines().delete(stop)
        const left = (linesOf().get(own) ?? 1) - 1
        if (left > 0) linesOf().set(own, left)
        else linesOf().delete(own)
        if (feed.leave(watcher) && feeds().get(key) === feed) feeds().delete(key)
        try {
          controller.close()
        } catch {
          // the reader has gone already
        }
      }
      const stop = () => end()
      lines().add(stop)
      linesOf().set(own, (linesOf().get(own) ?? 0) + 1)
      request.signal.addEventListener('abort', stop, { once: true })
      send('retry: 1000\n\n')
      void feed.join(watcher)
    },
    cancel: () => end(),
  })
  // no-transform keeps compression from holding events back
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' },
  })
}
