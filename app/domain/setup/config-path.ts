/**
 * Paths into an event file as people write them: `contest.stages.preliminary.rulebook`. A member of a list is
 * named by its `id`, or by its place counted from 0 when it has none.
 */

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function step(value: unknown, segment: string): unknown {
  if (Array.isArray(value)) {
    return value.find((item) => isRecord(item) && item['id'] === segment) ?? value[Number(segment)]
  }
  return isRecord(value) && Object.hasOwn(value, segment) ? value[segment] : undefined
}

/** The value at a path, undefined when nothing is there. */
export function valueAt(config: unknown, path: string): unknown {
  return path.split('.').reduce(step, config)
}

/** What may follow the longest part of `path` that exists: keys of a map, ids of a list. */
export function choicesAt(config: unknown, path: string): { known: string; choices: string[] } {
  const segments = path.split('.')
  let here: unknown = config
  for (const [index, segment] of segments.entries()) {
    const next = step(here, segment)
    if (next === undefined) return { known: segments.slice(0, index).join('.'), choices: choicesOf(here) }
    here = next
  }
  return { known: path, choices: choicesOf(here) }
}

function choicesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map((item, index) => (isRecord(item) ? String(item['id'] ?? index) : String(index)))
  return isRecord(value) ? Object.keys(value) : []
}

/** Writes a path of keys and list positions the way people read it, naming list members by their id. */
export function readablePath(config: unknown, path: readonly PropertyKey[]): string {
  let here = config
  return path
    .map((segment) => {
      const next = Array.isArray(here) ? here[Number(segment)] : step(here, String(segment))
      const id = Array.isArray(here) && isRecord(next) && typeof next['id'] === 'string' ? next['id'] : String(segment)
      here = next
      return id
    })
    .join('.')
}

/** Whether the value at `path` is illustrative, because the file's `sample` lists it or something it belongs to. */
export function isSample({ sample }: { sample: readonly string[] }, path: string): boolean {
  return sample.some((listed) => path === listed || path.startsWith(`${listed}.`))
}
