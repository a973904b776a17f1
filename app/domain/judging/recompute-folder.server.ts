import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { type Recomputed, recomputePackage, recomputeVotePackage } from './results-package'

/**
 * Computes the stage in a results-package folder again, with the calibrated layer where asked. Missing or unreadable
 * files are problems, never exceptions.
 */
export async function recomputeFolder(folder: string, options?: { calibrated: boolean }): Promise<Recomputed> {
  const problems: string[] = []
  const ballot = await readText(folder, 'ballot.yaml', problems, 'optional')
  const votes = await readText(folder, 'votes.csv', problems, ballot === null ? 'optional' : undefined)
  // a stage that only votes has neither
  const need = ballot !== null ? 'optional' : undefined
  const rulebook = await readText(folder, 'rulebook.yaml', problems, need)
  const scores = await readText(folder, 'scores.csv', problems, rulebook === null ? need : undefined)
  const entries = await readText(folder, 'entries.csv', problems, 'optional')
  const chair = await readText(folder, 'chair.csv', problems, 'optional')
  const measurements = await readText(folder, 'measurements.csv', problems, 'optional')
  const teams = await readText(folder, 'teams.csv', problems, 'optional')
  const votesChair = await readText(folder, 'votes-chair.csv', problems, 'optional')
  const moves = await readText(folder, 'moves.csv', problems, 'optional')
  if (problems.length > 0) return { ok: false, problems }
  if (rulebook === null || scores === null) return recomputeVotePackage({ ballot, votes, votesChair, moves, entries }, sha256Hex)
  return recomputePackage({ rulebook, scores, entries, chair, measurements, teams, ballot, votes, votesChair, moves }, sha256Hex, options)
}

async function readText(folder: string, name: string, problems: string[], need?: 'optional'): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(join(folder, name)))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' && need === 'optional') return null
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') problems.push(`${name}: is not UTF-8 text; save it as “CSV UTF-8”`)
    else if (code === 'ENOENT' || code === 'ENOTDIR') problems.push(`${name}: there is no such file in ${folder}`)
    else problems.push(`${name}: cannot be read (${code || 'unknown reason'})`)
    return null
  }
}
