import canonicalize from 'canonicalize'

/** One place where two configs differ. List members that have an id are matched by it, so moving one is not a change. */
export type Difference = { path: string[]; from: unknown; to: unknown }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Members by id when every member has one; null for lists of plain values. */
function byId(list: readonly unknown[]): Map<string, unknown> | null {
  const members = new Map<string, unknown>()
  for (const item of list) {
    if (!isRecord(item) || typeof item['id'] !== 'string' || members.has(item['id'])) return null
    members.set(item['id'], item)
  }
  return members
}

const same = (a: unknown, b: unknown) => a === b || canonicalText(a) === canonicalText(b)

/** Keys in one order, so that how a document was stored is no difference. */
const canonicalText = (value: unknown) => (value === undefined ? undefined : canonicalize(value))

/**
 * Every difference between two plain values, in the order of the newer one, what was removed last.
 * A member that only one side has comes as one difference, with `undefined` on the other side.
 */
export function diffConfigs(from: unknown, to: unknown, path: string[] = []): Difference[] {
  if (same(from, to)) return []
  // a count of 1..3 is one value, though it is stored as two numbers
  const pair = path.at(-1) === 'count' ? null : membersOf(from, to)
  if (!pair) return [{ path, from, to }]
  const [before, after] = pair
  const keys = [...new Set([...after.keys(), ...before.keys()])]
  return keys.flatMap((key) => {
    if (!before.has(key) || !after.has(key)) {
      const difference = { path: [...path, key], from: before.get(key), to: after.get(key) }
      return same(difference.from, difference.to) ? [] : [difference]
    }
    return diffConfigs(before.get(key), after.get(key), [...path, key])
  })
}

function membersOf(from: unknown, to: unknown): [Map<string, unknown>, Map<string, unknown>] | null {
  if (isRecord(from) && isRecord(to)) return [new Map(Object.entries(from)), new Map(Object.entries(to))]
  if (!Array.isArray(from) || !Array.isArray(to)) return null
  const before = byId(from)
  const after = byId(to)
  return before && after && before.size + after.size > 0 ? [before, after] : null
}
