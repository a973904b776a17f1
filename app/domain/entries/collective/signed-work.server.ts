import { canonicalBody } from '~/domain/ledger/chain'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import type { Snapshot } from '../snapshot'

/**
 * SHA-256 of what an author of a batch signs for: the work, and which people are named on it, by row. How a co-author
 * spells their name or where they study is theirs to correct without everybody signing again.
 */
export function signedWork({ title, groupId, trackId, fields, authors, files }: Snapshot): string {
  return sha256Hex(
    canonicalBody({
      title,
      groupId,
      trackId,
      fields,
      authors: authors.map(({ id }) => id),
      files: files.map(({ slot, sha256 }) => [slot, sha256]),
    }),
  )
}
