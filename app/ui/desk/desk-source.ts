import type { DeskDatabase } from './desk-database'
import type { DeskDetails, DeskNote, DeskSheet, DeskWork } from './desk-setup'

/** Lists as they were last read; on the shelf they are what the desk opens with when there is no network. */
export interface DeskLists {
  works: DeskWork[]
  marks: Record<string, DeskSheet>
  notes: Record<string, DeskNote>
  lockedAt: string | null
}

export type ReadFailure = 'offline' | 'signed-out' | 'stopped'

/** Why the server did not answer; `error` is its own word for it. */
export class NotRead extends Error {
  constructor(
    readonly failure: ReadFailure,
    readonly error: string | null = null,
  ) {
    super(failure)
  }
}

type WorksPage = {
  files: string
  more: boolean
  works: [string, string, string | null, string, string | null][]
}

/** Reads the desk's resources and keeps what it read on the shelf. */
export class DeskSource {
  /** where pictures are, until the next answer says otherwise */
  files = ''

  constructor(
    private readonly base: string,
    private readonly desk: string,
    private readonly database: DeskDatabase,
    private readonly clock: (behind: number) => void,
  ) {}

  /** The lists of the last visit; null on a device that has none. */
  async shelved(): Promise<DeskLists | null> {
    const behind = await this.database.read<number>(`${this.desk} clock`)
    if (behind !== null) this.clock(behind)
    this.files = (await this.database.read<string>(`${this.desk} files`)) ?? ''
    return this.database.read<DeskLists>(`${this.desk} lists`)
  }

  async lists(): Promise<DeskLists> {
    const [works, marks, notes] = await Promise.all([
      this.#works(),
      this.#read<{ marks: Record<string, DeskSheet>; lockedAt: string | null }>('marks'),
      this.#read<{ notes: (DeskNote & { code: string })[] }>('notes'),
    ])
    return {
      works,
      marks: marks.marks,
      notes: Object.fromEntries(notes.notes.map(({ code, ...note }) => [code, note])),
      lockedAt: marks.lockedAt,
    }
  }

  shelve(lists: DeskLists): Promise<void> {
    return this.database.write(`${this.desk} lists`, lists)
  }

  /** Answers and pictures of works, from the server or else from the shelf; unknown codes are left out. */
  async details(codes: readonly string[]): Promise<DeskDetails[]> {
    try {
      const query = new URLSearchParams({ codes: codes.join(',') })
      const { files, details } = await this.#read<{ files: string; details: DeskDetails[] }>(`works?${query.toString()}`)
      await this.#keepFiles(files)
      for (const each of details) await this.database.write(`${this.desk} details ${each.code}`, each)
      return details
    } catch (error) {
      if (!(error instanceof NotRead)) throw error
      const kept = await Promise.all(codes.map((code) => this.database.read<DeskDetails>(`${this.desk} details ${code}`)))
      return kept.filter((each) => each !== null)
    }
  }

  async #works(): Promise<DeskWork[]> {
    const works: DeskWork[] = []
    for (let page = 0; ; page += 1) {
      const answer = await this.#read<WorksPage>(`works?page=${page}`)
      works.push(...answer.works.map(([code, group, track, title, cover]) => ({ code, group, track, title, cover })))
      if (answer.more) continue
      await this.#keepFiles(answer.files)
      return works
    }
  }

  async #keepFiles(files: string): Promise<void> {
    if (files === this.files) return
    this.files = files
    await this.database.write(`${this.desk} files`, files)
  }

  async #read<Body>(path: string): Promise<Body> {
    const response = await fetch(`${this.base}/${path}`, {
      credentials: 'same-origin',
      redirect: 'manual',
    }).catch(() => null)
    if (!response || response.status === 0 || response.status >= 500) throw new NotRead('offline')
    await this.#keepClock(response.headers.get('Date'))
    const body = (await response.json().catch(() => null)) as unknown
    if (response.ok && body !== null) return body as Body
    if (response.status === 401) throw new NotRead('signed-out')
    const error = (body as { error?: unknown } | null)?.error
    throw new NotRead(typeof error === 'string' ? 'stopped' : 'offline', typeof error === 'string' ? error : null)
  }

  /** A tablet's clock may be wrong by hours: marks carry the server's time, as far as its whole seconds tell. */
  async #keepClock(date: string | null): Promise<void> {
    const said = date === null ? NaN : Date.parse(date)
    if (Number.isNaN(said)) return
    const behind = Math.abs(said - Date.now()) < 2_000 ? 0 : said - Date.now()
    this.clock(behind)
    await this.database.write(`${this.desk} clock`, behind)
  }
}
