import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { db, pool } from '~/db.server'
import { makeDemoEvents, SMALL } from '#seeds/demo/make-demo.server'
import { isDemoUnfinished } from '~/domain/reporting/demo-unfinished.server'
import { applyFiles } from '../events/apply-files'
import { withDemoLock } from './demo-lock'
import type { OpenDatabase } from './open-database'

const folder = resolve('seeds/events')

export interface Furnished {
  /** works of the demo are still to be drawn */
  demoUnfinished: boolean
}

/**
 * What a start puts into the house: every event file in seeds/events, and on an empty embedded database the people
 * and events of the demo. Its works take longer and are left to `npm run demo`.
 */
export async function furnish({ url, embedded }: Pick<OpenDatabase, 'url' | 'embedded'>): Promise<Furnished> {
  try {
    await applyNewFiles()
    if (!embedded) return { demoUnfinished: false }
    if ((await db.person.count()) === 0) {
      // two first starts at once: the second waits and finds everything there
      await withDemoLock(url, () => makeDemoEvents(SMALL, new Date()))
    }
    return { demoUnfinished: await isDemoUnfinished() }
  } finally {
    await db.$disconnect()
    await pool().end()
  }
}

/** A file that was in force before is not put back over what organisers have applied since. */
export async function applyNewFiles(): Promise<void> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: join(folder, name), source: readFileSync(join(folder, name), 'utf8') }))
  const versions = await db.eventVersion.findMany({
    where: { source: { in: files.map(({ source }) => source) } },
    select: { source: true },
  })
  const known = new Set(versions.map(({ source }) => source))
  const fresh = files.filter(({ source }) => !known.has(source))
  if (fresh.length === 0) return
  const applied = await applyFiles(
    fresh.map(({ path }) => path),
    { onlyNew: true, keepGoing: true },
  )
  if (!applied.ok) for (const line of applied.lines) console.error(line)
}
