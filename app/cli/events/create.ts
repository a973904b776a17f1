import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { newEventFile } from '~/domain/setup/new-event-file'
import { asTyped } from './event-file'
import type { Printed } from './printed'

const seeds = join('seeds', 'events')

/**
 * `events new SLUG --kind KIND [--folder FOLDER]`: writes a first file, into seeds/events unless told otherwise, and
 * prints where. Null when the call is malformed.
 */
export function create(args: readonly string[]): Printed | null {
  const call = parse(args)
  if (!call) return null
  const made = newEventFile(call.slug, call.kind)
  if (!made.ok) return { ok: false, lines: [made.message] }
  const path = join(call.folder ?? seeds, `${call.slug}.yaml`)
  const target = call.folder === undefined ? path : asTyped(path)
  try {
    mkdirSync(join(target, '..'), { recursive: true })
    writeFileSync(target, made.text, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return { ok: false, lines: [`${path}:1:1: the file is there already; choose another slug or edit it`] }
  }
  return { ok: true, lines: [path] }
}

function parse(args: readonly string[]): { slug: string; kind: string; folder?: string } | null {
  try {
    const options = { kind: { type: 'string' }, folder: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [slug, ...others] = positionals
    return slug && values.kind && others.length === 0
      ? { slug, kind: values.kind, folder: values.folder }
      : null
  } catch {
    return null
  }
}
