import canonicalize from 'canonicalize'

/** Lower-case hex SHA-256 of a text's UTF-8 bytes; passed in, so that the chain can be checked anywhere. */
export type Sha256 = (text: string) => string

/** Whose chain it is: an event's, or that of the organisation that controls its events, people's data and money. */
export type ChainOwner = { eventId: string } | { organisationId: string }

/** A row as the transaction wrote it. `writtenAt` is an ISO instant with milliseconds, such as 2026-11-14T02:03:04.005Z. */
export type UnsealedRow = ChainOwner & { id: bigint; action: string; body: string; writtenAt: string }

export type Seal = { sealedSeq: number; prevHash: string; hash: string }

export type SealedRow = UnsealedRow & Seal

/** Where a chain stands: how many rows it has and the hash of the last. */
export type ChainHead = { seq: number; hash: string }

/** What the first row of every chain points back to. */
export const GENESIS: ChainHead = { seq: 0, hash: '0'.repeat(64) }

/** RFC 8785 canonical JSON: the same value is the same text everywhere. Throws on what JSON cannot say. */
export function canonicalBody(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('a ledger body is a JSON value')
  return text
}

/**
 * The hash of one row: over the canonical JSON of its place, the hash before it, and all it says. A row cannot be
 * changed, moved, taken out or put in without changing every hash after it.
 */
export function rowHash(row: UnsealedRow, seq: number, prevHash: string, sha256: Sha256): string {
  const { id, action, body, writtenAt } = row
  const owner = 'eventId' in row ? { event: row.eventId } : { organisation: row.organisationId }
  return sha256(canonicalBody({ ...owner, id: String(id), action, body, at: writtenAt, seq, prev: prevHash }))
}

/** Seals for rows in their order, continuing from `head`. */
export function sealRows(rows: readonly UnsealedRow[], head: ChainHead, sha256: Sha256): SealedRow[] {
  let { seq, hash } = head
  return rows.map((row) => {
    const prevHash = hash
    seq += 1
    hash = rowHash(row, seq, prevHash, sha256)
    return { ...row, sealedSeq: seq, prevHash, hash }
  })
}

export type ChainVerdict =
  | { ok: true; head: ChainHead }
  /** `missing`: the row that should stand at `seq` is not there; `changed`: it does not say what was sealed;
   *  `unlinked`: it does not follow the row before it; `cut`: the chain ends before, or elsewhere than, the known head */
  | { ok: false; seq: number; id: bigint | null; reason: 'missing' | 'changed' | 'unlinked' | 'cut' }

/**
 * Checks a chain and names the first row that was tampered with. Rows removed from the end leave a chain that is
 * whole in itself: give a head that was printed or published (`known`) to find that too.
 */
export function verifyChain(rows: readonly SealedRow[], sha256: Sha256, known?: ChainHead): ChainVerdict {
  const inOrder = [...rows].sort((a, b) => a.sealedSeq - b.sealedSeq)
  let head = GENESIS
  for (const row of inOrder) {
    const seq = head.seq + 1
    const fail = (reason: 'missing' | 'changed' | 'unlinked'): ChainVerdict => ({
      ok: false,
      seq,
      id: reason === 'missing' ? null : row.id,
      reason,
    })
    if (row.sealedSeq > seq) return fail('missing')
    if (row.sealedSeq < seq || row.prevHash !== head.hash) return fail('unlinked')
    if (row.hash !== rowHash(row, seq, row.prevHash, sha256)) return fail('changed')
    if (known?.seq === seq && known.hash !== row.hash) return { ok: false, seq, id: row.id, reason: 'cut' }
    head = { seq, hash: row.hash }
  }
  if (known && known.seq > head.seq) return { ok: false, seq: head.seq + 1, id: null, reason: 'cut' }
  return { ok: true, head }
}
