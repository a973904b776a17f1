import { type Choice, markOf } from '~/domain/judging/votes/choice'
import { type DeskDatabase, memoryDatabase, openDeskDatabase } from './desk-database'
import { type Filter, firstUndone, matches, neighbour, nextEmpty, withMark } from './desk-model'
import { type LiveCall, followCalls } from './desk-live'
import { DeskOverlay } from './desk-overlay'
import { forgetPictures } from './desk-pictures'
import type { DeskNote, DeskSetup, DeskSheet, DeskWork } from './desk-setup'
import { type DeskState, idle } from './desk-state'
import { type DeskLists, DeskSource, NotRead } from './desk-source'
import { hasFractions, nextFraction } from './mark-values'
import { Outbox } from './outbox'
import type { NewItem, OutboxItem } from './outbox-item'

/** Time to add a half or take the last mark back before the next work comes. */
const ADVANCE_MS = 900
const AHEAD = 4

/** The desk's state and everything that changes it; the views only show and ask. */
export class DeskStore {
  #state: DeskState
  #listeners = new Set<() => void>()
  #outbox: Outbox | null = null
  #source: DeskSource | null = null
  #database: DeskDatabase | null = null
  #overlay: DeskOverlay
  /** as the server has them, as far as this page knows */
  #lists: DeskLists = { works: [], marks: {}, notes: {}, lockedAt: null }
  #advance: ReturnType<typeof setTimeout> | undefined
  /** when the desk last went on by itself, ms */
  #wentOn = -Infinity
  #asked = new Set<string>()
  #hangUp: () => void = () => undefined

  constructor(readonly setup: DeskSetup) {
    this.#overlay = new DeskOverlay(setup.criteria.map(({ id }) => id))
    this.#state = {
      phase: 'loading',
      trouble: null,
      works: [],
      at: 0,
      criterion: 0,
      sheets: new Map(),
      notes: new Map(),
      details: new Map(),
      files: '',
      filter: 'all',
      justMarked: null,
      justVoted: null,
      advancing: false,
      lockedAt: setup.lockedAt,
      clock: 0,
      outbox: idle,
      call: null,
    }
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get = () => this.#state

  /** Opens what the device keeps, shows it, then reads the server. */
  async start(): Promise<void> {
    const { key, seatId, base } = this.setup
    let durable = true
    const database = await openDeskDatabase().catch(() => {
      durable = false
      return memoryDatabase()
    })
    const outbox = new Outbox({
      desk: key,
      seat: seatId,
      base,
      database,
      durable,
      changed: (state) => this.#set({ outbox: state }),
      delivered: (items) => this.#delivered(items),
    })
    this.#database = database
    this.#outbox = outbox
    this.#source = new DeskSource(base, key, database, (behind) => {
      outbox.setClock(behind)
      this.#set({ clock: behind })
    })
    addEventListener('online', this.#online)
    addEventListener('beforeunload', this.#beforeLeaving)
    const shelved = await this.#source.shelved().catch(() => null)
    for (const item of await outbox.start()) if (item.refused === null) this.#overlay.take(item)
    if (shelved) this.#show(shelved)
    await this.reload()
    if (this.setup.live) this.#hangUp = followCalls(base, (call) => void this.#called(call))
  }

  stop(): void {
    clearTimeout(this.#advance)
    this.#hangUp()
    removeEventListener('online', this.#online)
    removeEventListener('beforeunload', this.#beforeLeaving)
    this.#outbox?.stop()
  }

  /** Lists that could not be read are read when the network is back. */
  #online = () => {
    if (this.#state.trouble !== null) void this.reload()
  }

  /** Where the browser keeps nothing, leaving would lose what has not been sent. */
  #beforeLeaving = (event: Event) => {
    const { durable, pending } = this.#state.outbox
    if (!durable && pending > 0) event.preventDefault()
  }

  /** Reads works, marks and notes again; what was done here stays on top of them. */
  async reload(): Promise<void> {
    if (!this.#source) return
    try {
      const lists = await this.#source.lists()
      this.#show(lists)
      this.#set({ trouble: null })
      await this.#source.shelve(this.#lists)
    } catch (error) {
      if (!(error instanceof NotRead)) throw error
      const trouble = error.failure === 'stopped' ? (error.error ?? 'stopped') : error.failure
      this.#set({ trouble, phase: this.#state.phase === 'ready' ? 'ready' : 'failed' })
    }
  }

  work = (): DeskWork | null => this.#state.works[this.#state.at] ?? null

  sheet(): DeskSheet {
    const work = this.work()
    return withMark(work ? this.#state.sheets.get(work.code) : undefined, this.setup.criteria.length, -1, null)
  }

  get open(): boolean {
    const code = this.work()?.code
    const fixed = code !== undefined && this.#state.call?.revealed.includes(code)
    return this.setup.open && this.#state.lockedAt === null && !fixed
  }

  /** To the work that stands in the hall. */
  toCalled(): void {
    const at = this.#state.works.findIndex(({ code }) => code === this.#state.call?.code)
    if (at >= 0) this.go(at)
  }

  async #called(call: LiveCall): Promise<void> {
    const before = this.#state.call?.code
    this.#set({ call })
    if (call.code === null || call.code === before) return
    // a work that came into the stage after these lists were read
    if (!this.#state.works.some(({ code }) => code === call.code)) await this.reload()
    this.toCalled()
  }

  go(at: number): void {
    clearTimeout(this.#advance)
    const { works, sheets } = this.#state
    const work = works[at]
    if (!work) return
    const sheet = withMark(sheets.get(work.code), this.setup.criteria.length, -1, null)
    this.#set({ at, criterion: Math.max(0, sheet.indexOf(null)), justMarked: null, advancing: false })
    void this.#look(at)
  }

  /** The next or previous work the filter shows; false at the end. */
  step(by: 1 | -1): boolean {
    const { works, at, filter, sheets, notes } = this.#state
    const to = neighbour(works, at, by, (work) => matches(filter, work, sheets, notes))
    if (to !== null) this.go(to)
    return to !== null
  }

  /** The next work, by hand. A press right after the desk went on by itself was meant for the work before: it skips nothing. */
  next(): void {
    if (performance.now() - this.#wentOn > ADVANCE_MS) this.step(1)
  }

  choose(criterion: number): void {
    clearTimeout(this.#advance)
    if (criterion >= 0 && criterion < this.setup.criteria.length) this.#set({ criterion, justMarked: null, advancing: false })
  }

  setFilter(filter: Filter): void {
    this.#set({ filter })
    const work = this.work()
    const { sheets, notes } = this.#state
    if (work && !matches(filter, work, sheets, notes) && !this.step(1)) this.step(-1)
  }

  /** Gives the current criterion a mark and goes on: to the next empty one, from the last to the next work. */
  mark(value: string): void {
    const { criterion } = this.#state
    const before = this.sheet()
    if (!this.#give(criterion, value)) return
    const next = nextEmpty(this.sheet(), criterion)
    if (next !== null) this.#set({ criterion: next, justMarked: criterion })
    else if (before.includes(null)) this.#advanceSoon(criterion)
    else this.#set({ criterion: Math.min(criterion + 1, before.length - 1), justMarked: criterion })
  }

  /** Votes on the work and goes on at once: a pass over 1,500 works has no time to wait. */
  vote(choice: Choice): void {
    const work = this.work()
    if (!work || !this.#give(0, markOf(choice))) return
    this.#set({ justVoted: { code: work.code, choice } })
    this.step(1)
  }

  /** The criterion that halves and taking back mean now. */
  target(): number {
    return this.#state.justMarked ?? this.#state.criterion
  }

  half(): void {
    const at = this.target()
    const criterion = this.setup.criteria[at]
    const value = this.sheet()[at]
    if (!criterion || value == null || !hasFractions(criterion)) return
    this.#give(at, nextFraction(criterion, value))
    if (this.#state.advancing) this.#advanceSoon(at)
  }

  clear(): void {
    clearTimeout(this.#advance)
    const at = this.target()
    if (this.sheet()[at] != null) this.#give(at, null)
    this.#set({ criterion: at, justMarked: null, advancing: false })
  }

  note(change: Partial<DeskNote>): void {
    const work = this.work()
    if (!work) return
    const note = { text: '', later: false, ...this.#state.notes.get(work.code), ...change }
    this.#set({ notes: new Map(this.#state.notes).set(work.code, note) })
    this.#put({ kind: 'note', code: work.code, ...note })
  }

  later(): void {
    const work = this.work()
    if (work) this.note({ later: !this.#state.notes.get(work.code)?.later })
  }

  /** Stands aside for the current work: it leaves the list at once, its pictures leave the device. */
  recuse(reason: string): void {
    const work = this.work()
    if (!work || !this.open) return
    this.#put({ kind: 'recusal', code: work.code, reason })
    void forgetPictures(this.setup.base, work.code)
    const works = this.#state.works.filter(({ code }) => code !== work.code)
    this.#set({ works, at: Math.min(this.#state.at, Math.max(0, works.length - 1)) })
    this.go(this.#state.at)
  }

  /** After the signature: no more marks, and nothing of the works stays on this device. */
  async locked(at: string): Promise<void> {
    this.#set({ lockedAt: at, advancing: false })
    await this.#database?.forget(this.setup.key).catch(() => undefined)
    await forgetPictures(this.setup.base, null)
  }

  /** Tries refused items again, or lets them go. */
  async resolveRefused(again: boolean): Promise<void> {
    const { refused } = this.#state.outbox
    if (!again) this.#overlay.release(refused)
    await this.#outbox?.resolveRefused(again)
    await this.reload()
  }

  flush(): void {
    void this.#outbox?.flush()
  }

  /** Pictures could not be read: their address may have run out. Asks once a work. */
  renewFiles(): void {
    const work = this.work()
    if (work && this.#asked.delete(work.code)) void this.#look(this.#state.at)
  }

  #give(at: number, value: string | null): boolean {
    const work = this.work()
    const criterion = this.setup.criteria[at]?.id
    if (!work || criterion === undefined || !this.open || !this.#outbox) return false
    const { sheets } = this.#state
    this.#set({
      sheets: new Map(sheets).set(work.code, withMark(sheets.get(work.code), this.setup.criteria.length, at, value)),
    })
    this.#put({ kind: 'mark', code: work.code, criterion, value })
    return true
  }

  #put(item: NewItem): void {
    this.#overlay.take(item)
    void this.#outbox?.put(item)
  }

  #advanceSoon(criterion: number): void {
    clearTimeout(this.#advance)
    this.#set({ criterion, justMarked: criterion, advancing: true })
    this.#advance = setTimeout(() => {
      // in a final the next work comes when it is called
      if (this.setup.live || !this.step(1)) this.#set({ advancing: false })
      else this.#wentOn = performance.now()
    }, ADVANCE_MS)
  }

  #show(lists: DeskLists): void {
    const here = this.work()?.code
    const first = this.#state.phase !== 'ready'
    this.#lists = lists
    const shown = this.#overlay.apply(lists)
    const found = shown.works.findIndex(({ code }) => code === here)
    const at = found >= 0 ? found : firstUndone(shown.works, shown.sheets)
    this.#set({
      phase: 'ready',
      ...shown,
      at,
      lockedAt: lists.lockedAt ?? this.#state.lockedAt,
      files: this.#source?.files ?? '',
    })
    if (first || found < 0) this.go(at)
    else void this.#look(at)
  }

  async #delivered(items: OutboxItem[]): Promise<void> {
    this.#lists = this.#overlay.delivered(this.#lists, items)
    if (this.#lists.works.length > 0) await this.#source?.shelve(this.#lists)
  }

  /** Reads the details of a work and of its neighbours, once each. */
  async #look(at: number): Promise<void> {
    const { works } = this.#state
    const near = [at, at + 1, at - 1, ...Array.from({ length: AHEAD - 1 }, (_, n) => at + 2 + n)]
    const codes = near.flatMap((place) => works[place]?.code ?? []).filter((code) => !this.#asked.has(code))
    if (codes.length === 0 || !this.#source) return
    for (const code of codes) this.#asked.add(code)
    const found = await this.#source.details(codes)
    const known = new Set(found.map(({ code }) => code))
    for (const code of codes) if (!known.has(code)) this.#asked.delete(code)
    this.#set({
      files: this.#source.files,
      details: new Map([...this.#state.details, ...found.map((each) => [each.code, each] as const)]),
    })
  }

  #set(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
