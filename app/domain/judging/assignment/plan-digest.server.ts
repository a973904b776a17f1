import { sha256Hex } from '~/domain/ledger/sha256.server'
import { pairKey } from './stage-plan'

/** SHA-256 over the pairs of an assignment, whatever their order; stands in the ledger for the whole of it. */
export const planDigest = (pairs: readonly { seat: string; work: string }[]): string => sha256Hex(pairs.map(pairKey).sort().join('\n'))
