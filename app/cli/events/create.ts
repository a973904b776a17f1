import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
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
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST')
      return {
        ok: false,
        lines: [`${path}:1:1: the file is there already; choose another slug, or edit or delete it`],
      }
    // what was begun must not stand in the way of the next try
    if (code === 'ENOSPC') rmSync(target, { force: true })
    return { ok: false, lines: [`${path}:1:1: cannot be written (${code ?? 'unknown reason'})`] }
  }
  return { ok: true, lines: [path] }
}

function parse(args: readonly string[]): { slug: string; kind: string; folder?: string } | null {
  try {
    const options = { kind: { type: 'string' }, folder: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [slug, ...others] = positionals
    return slug && values.kind && others.length === 0 ? { slug, kind: values.kind, folder: values.folder } : null
  } catch {
    return null
  }
}
