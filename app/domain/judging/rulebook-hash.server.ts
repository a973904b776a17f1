import { sha256Hex } from '~/domain/ledger/sha256.server'
import { canonicalRulebook } from './rulebook-hash'

/** SHA-256 (64 lower-case hex digits) of a rulebook's canonical JSON. Key order and spacing do not matter. */
export function rulebookHash(document: unknown): string {
  return sha256Hex(canonicalRulebook(document))
}
