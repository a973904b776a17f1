import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import type { z } from 'zod'
import { checkRulebook } from './check-rulebook'
import { Rulebook } from './rulebook'

/** `line` and `col` count from 1. */
export type RulebookTextProblem = { line: number; col: number; message: string }

/** `document` is the parsed text as it was written: the hash is taken over it. */
export type ReadRulebook = { ok: true; rulebook: Rulebook; document: unknown } | { ok: false; problems: RulebookTextProblem[] }

/** Reads a `rulebook.yaml` and checks that it can be executed. Never throws, whatever the text is. */
export function readRulebook(text: string): ReadRulebook {
  const lines = new LineCounter()
  const source = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const place = (offset: number) => {
    const { line, col } = lines.linePos(Math.min(offset, Math.max(0, text.length - 1)))
    return { line: Math.max(1, line), col: Math.max(1, col) }
  }
  if (source.errors.length > 0) {
    return {
      ok: false,
      problems: source.errors.map(({ pos, message }) => ({
        ...place(pos[0]),
        message: `this is not valid YAML: ${message}`,
      })),
    }
  }
  let document: unknown
  try {
    document = source.toJS({ maxAliasCount: 40 })
  } catch {
    return { ok: false, problems: [{ line: 1, col: 1, message: 'aliases (*name) repeat too much' }] }
  }
  const parsed = Rulebook.safeParse(withNames(document))
  const found = parsed.success ? checkRulebook(parsed.data) : parsed.error.issues.flatMap(flatten)
  if (parsed.success && found.length === 0) return { ok: true, rulebook: parsed.data, document }
  return {
    ok: false,
    problems: found.map(({ path, message }) => ({ ...place(offsetOf(source, path)), message })),
  }
}

/** A criterion without a name can still be computed; on a page it would be missing, so only events insist on one. */
function withNames(document: unknown): unknown {
  if (!isRecord(document) || !Array.isArray(document.criteria)) return document
  const criteria = document.criteria.map((criterion: unknown) =>
    isRecord(criterion) && criterion.name === undefined ? { ...criterion, name: { en: String(criterion.id) } } : criterion,
  )
  return { ...document, criteria }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

type Found = { path: readonly PropertyKey[]; message: string }

/** Of the shapes a union offers, the one that was nearly met says what is missing. */
function flatten(issue: z.core.$ZodIssue): Found[] {
  const { path } = issue
  const subject = path.length === 0 ? 'the rulebook' : path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], message: `“${key}” is not a key of ${subject}` }))
  }
  if (issue.code === 'invalid_union' && issue.message === 'Invalid input') {
    const [nearest] = [...issue.errors].sort((a, b) => a.length - b.length)
    return (nearest ?? []).flatMap((inner) => flatten({ ...inner, path: [...path, ...inner.path] }))
  }
  const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message
  return [{ path, message: `${subject}: ${message}` }]
}

/** Where the value at `path` starts, or the nearest part of the path that exists. */
function offsetOf(source: Document, path: readonly PropertyKey[]): number {
  let node: unknown = source.contents
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
  for (const segment of path) {
    if (isSeq(node)) node = node.items[Number(segment)]
    else if (isMap(node)) {
      node = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment))?.value
    } else break
    if (isNode(node)) offset = node.range?.[0] ?? offset
  }
  return offset
}
