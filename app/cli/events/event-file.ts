import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseEventFile } from '~/domain/setup/parse-event-file'
import type { ParsedEventFile } from '~/domain/setup/parse-event-file'
import { problemLine } from '~/domain/setup/problem'
import { MAX_BYTES } from '~/domain/setup/yaml-source'

export type ReadFile = { file: string; fileName: string; source: string; parsed: ParsedEventFile }

/** A path as the person typed it, seen from where they typed it: npm changes the working directory. */
export const asTyped = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path)

/** Reads and parses an event file; `problem` is one line when it cannot even be read. */
export async function readEventFile(file: string): Promise<ReadFile | { problem: string }> {
  const path = asTyped(file)
  const fileName = basename(path).replace(/\.ya?ml$/, '')
  try {
    const { size } = await stat(path)
    // the reader refuses what is too large; there is no need to load all of it for that
    const source = size > MAX_BYTES ? ' '.repeat(MAX_BYTES + 1) : decode(await readFile(path))
    if (source === null) return { problem: `${file}:1:1: the file is not UTF-8 text` }
    return { file, fileName, source, parsed: parseEventFile(source, { fileName }) }
  } catch (error) {
    return { problem: `${file}:1:1: ${reasonOf(error)}` }
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'this is a folder; name the .yaml files in it'
  if (code === 'EACCES') return 'the file may not be read'
  return error instanceof Error ? error.message : String(error)
}

/** The problems of a file, one line each; warnings say that they are. */
export function problemLines({ file, parsed }: ReadFile): string[] {
  const problems = parsed.ok ? parsed.warnings : parsed.problems
  return problems.map((problem) =>
    problemLine(file, problem.severity === 'warning' ? { ...problem, message: `warning: ${problem.message}` } : problem),
  )
}
