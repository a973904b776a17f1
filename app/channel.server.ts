import pg from 'pg'
import type { Tx } from './db.server'
import { env } from './env.server'
import { log } from './log.server'
import { singleton } from './singleton.server'

const CHANNEL = 'jingwei_live'
const AGAIN_MS = 500

/** What happens in a live stage of an event. */
export const liveTopic = (eventId: string, stageId: string): string => `${eventId}/${stageId}`

/** Tells every process, when the transaction commits, that something changed in a topic. NOTIFY makes commits queue: only for what people watch. */
export async function tell(tx: Tx, topic: string): Promise<void> {
  await tx.$executeRaw`select pg_notify(${CHANNEL}, ${topic})`
}

/** The same on a bare connection that is in a transaction. */
export async function tellBare(client: pg.PoolClient, topic: string): Promise<void> {
  await client.query({ name: 'tell-topic', text: 'select pg_notify($1, $2)', values: [CHANNEL, topic] })
}

/**
 * One connection of this process that hears what all processes tell. When it was lost and is back, every listener is
 * called: something may have happened meanwhile.
 */
class Ear {
  #listeners = new Map<string, Set<() => void>>()
  #client: pg.Client | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  hear(topic: string, listener: () => void): () => void {
    const all = this.#listeners.get(topic) ?? new Set()
    this.#listeners.set(topic, all.add(listener))
    if (!this.#client && !this.#timer) void this.#connect()
    return () => {
      all.delete(listener)
      if (all.size === 0 && this.#listeners.get(topic) === all) this.#listeners.delete(topic)
      if (this.#listeners.size === 0) this.#hangUp()
    }
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true, application_name: 'jingwei-live' })
    this.#client = client
    client.on('notification', ({ payload }) => this.#listeners.get(payload ?? '')?.forEach((listener) => listener()))
    client.on('error', () => this.#lost(client))
    client.on('end', () => this.#lost(client))
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      for (const all of this.#listeners.values()) all.forEach((listener) => listener())
    } catch (error) {
      log().warn({ err: error }, 'the live channel is not connected')
      this.#lost(client)
    }
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return
    this.#client = null
    void client.end().catch(() => undefined)
    if (this.#listeners.size === 0) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      if (this.#listeners.size > 0) void this.#connect()
    }, AGAIN_MS)
  }

  #hangUp(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const client = this.#client
    this.#client = null
    void client?.end().catch(() => undefined)
  }
}

const ear = () => singleton('live-ear', () => new Ear())

/** Calls back whenever a topic was told of, by any process, until the answer is called. */
export const hear = (topic: string, listener: () => void): (() => void) => ear().hear(topic, listener)
