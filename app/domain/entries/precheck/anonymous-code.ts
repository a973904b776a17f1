export type AnonymousCodes = {
  /** entry ids that need a code; their order does not matter */
  entries: readonly string[]
  /** letters before the number, such as `K` in K-0417 */
  prefix: string
  /** a secret of the event: who knows it and an entry id could tell the code */
  seed: string
  /** codes that were given before and stay as they are */
  taken: Iterable<string>
  /** how many codes the event may come to need; keeps early and late codes equally long */
  expected?: number
}

/**
 * Anonymous codes by entry id, such as K-0417. A number is drawn for each entry from the whole range, whenever it is
 * accepted, so that a low number says nothing about who came first. Four digits, more when a third would be in use.
 */
export function assignAnonymousCodes({ entries, prefix, seed, taken, expected = 0 }: AnonymousCodes): Map<string, string> {
  const used = new Set(taken)
  const digits = Math.max(4, String(3 * Math.max(expected, used.size + entries.length)).length)
  const highest = 10 ** digits - 1
  const codes = new Map<string, string>()
  for (const entry of [...new Set(entries)].sort()) {
    const draw = numbersFrom(`${seed}\u0000${entry}`)
    let code: string
    do code = `${prefix}-${String(1 + (draw() % highest)).padStart(digits, '0')}`
    while (used.has(code))
    used.add(code)
    codes.set(entry, code)
  }
  return codes
}

/** Unsigned 32-bit numbers from a text: FNV-1a for the start, then splitmix32 (Steele, Lea, Flood 2014, 32-bit form). */
function numbersFrom(text: string): () => number {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
}
