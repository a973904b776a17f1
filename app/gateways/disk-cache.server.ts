import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { env } from '~/env.server'
import { singleton } from '~/singleton.server'

const underway = () => singleton('disk-cache', () => new Map<string, Promise<Buffer>>())

/**
 * What was made once under `name` is read from DATA_DIR/cache ever after; the folder may be emptied at any time.
 * Two requests at once make it once. `name` is a relative path of our own making, never a visitor’s text.
 */
export function cached(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const path = resolve(env().DATA_DIR, 'cache', name)
  const begun = underway().get(path)
  if (begun) return begun
  const work = readFile(path)
    .catch(() => keep(path, make))
    .finally(() => underway().delete(path))
  underway().set(path, work)
  return work
}

async function keep(path: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const made = await make()
  const partial = `${path}.${randomUUID()}`
  await mkdir(dirname(path), { recursive: true })
  await writeFile(partial, made)
  // readers see the whole file or none
  await rename(partial, path)
  return made
}
