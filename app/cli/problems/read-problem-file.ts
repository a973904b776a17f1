import { readFile, stat } from 'node:fs/promises'

const MOST_BYTES = 64 * 1024 * 1024

export type ProblemFile = { ok: true; value: string } | { ok: false; problem: string }

/** The text of a problem to solve, or in one line why it cannot be read. */
export async function readProblemFile(path: string): Promise<ProblemFile> {
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES) return { ok: false, problem: `has ${Math.ceil(size / 1024 / 1024)} MB; at most 64 MB are read` }
    const bytes = await readFile(path)
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return { ok: false, problem: 'there is no such file' }
    if (code === 'EISDIR') return { ok: false, problem: 'is a folder; a JSON file is needed' }
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { ok: false, problem: 'is not UTF-8 text' }
    return { ok: false, problem: `cannot be read (${code || 'unknown reason'})` }
  }
}
