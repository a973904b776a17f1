import { LineCounter, isAlias, isCollection, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml'
import type { Document, Node, Pair, YAMLError } from 'yaml'
import type { Problem } from './problem'

/** An event file is a few hundred lines; a megabyte is a mistake or an attack. */
export const MAX_BYTES = 1_000_000

/** Enough to write a rulebook once and use it twice; far too few to explode. */
const MAX_ALIASES = 40

/** The document as data, and where each part of it stands in the text. */
export type YamlSource = {
  data: unknown
  /** Place of the value at `path`, of its key when asked, or of the nearest part that exists. */
  locate(path: readonly PropertyKey[], key?: boolean): { line: number; col: number }
  /** Place of a row and column, both from 0, of the block of text (`|`) at `path`; of its start when it is written otherwise. */
  locateInText(path: readonly PropertyKey[], at: { row: number; column: number }): { line: number; col: number }
}

export type YamlResult = { ok: true; source: YamlSource } | { ok: false; problems: Problem[] }

const refuse = (message: string, zh: string, { line, col } = { line: 1, col: 1 }): YamlResult => ({
  ok: false,
  problems: [{ line, col, message, zh, severity: 'error' }],
})

/** Reads one YAML 1.2 document without ever throwing, whatever the text is. */
export function readYaml(text: string): YamlResult {
  if (new TextEncoder().encode(text).length > MAX_BYTES) {
    return refuse('the file is larger than 1 MB; an event file is a few hundred lines of text', '文件超过 1 MB；活动文件通常只有几百行文字')
  }
  const lines = new LineCounter()
  try {
    return readDocument(text, lines)
  } catch (error) {
    if (error instanceof RangeError) return refuse('the file is nested too deeply to be read', '文件嵌套过深，无法读取')
    throw error
  }
}

function readDocument(text: string, lines: LineCounter): YamlResult {
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
    version: '1.2',
  })
  const place = (offset: number) => {
    const { line, col } = lines.linePos(Math.min(Math.max(offset, 0), text.length))
    return { line: Math.max(line, 1), col: Math.max(col, 1) }
  }
  const problems = [...document.errors, ...document.warnings].map((error): Problem => ({
    ...place(error.pos[0]),
    ...plainWords(error, text),
    severity: 'error',
  }))
  if (problems.length > 0) return { ok: false, problems }
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    return refuse(
      'the file is empty; start from `npm run events -- new SLUG --kind KIND`',
      '文件是空的；可用 `npm run events -- new SLUG --kind KIND` 新建',
    )
  }
  if (!isMap(document.contents)) {
    const at = place(document.contents.range?.[0] ?? 0)
    return refuse(
      'the file must be a list of keys and values, such as “series: puyuan-cup”',
      '文件应由“键: 值”组成，例如“series: puyuan-cup”',
      at,
    )
  }
  const strange = strangeKey(document)
  if (strange !== null) {
    return refuse('a key must be a plain word, not a list or a map', '键应为普通文字，不能是列表或一组键值', place(strange))
  }
  const aliased = aliasProblem(document)
  if (aliased !== null) {
    const message = `aliases (*name) repeat too much; at most ${MAX_ALIASES} values may be repeated in a file`
    return refuse(message, `别名（*name）重复过多；一个文件里最多重复 ${MAX_ALIASES} 个值`, place(aliased))
  }
  const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
  const locate: YamlSource['locate'] = (path, key) => place(offsetOf(document, path, key ?? false))
  const locateInText: YamlSource['locateInText'] = (path, { row, column }) => {
    const start = offsetOf(document, path, false)
    const indent = /^\|[^\n]*\n( +)/.exec(text.slice(start))?.[1]?.length
    if (indent === undefined) return place(start)
    return { line: place(start).line + 1 + row, col: indent + 1 + column }
  }
  return { ok: true, source: { data, locate, locateInText } }
}

/** Offset of the first key that is no plain word; null when there is none. */
function strangeKey(document: Document): number | null {
  let found: number | null = null
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key)) return undefined
      found = isNode(key) ? (key.range?.[0] ?? 0) : 0
      return visit.BREAK
    },
  })
  return found
}

/** Offset of the first alias when there are too many, or when what they stand for multiplies; null when all is well. */
function aliasProblem(document: Document): number | null {
  let count = 0
  let first: number | null = null
  visit(document, {
    Alias(_, alias) {
      count += 1
      first ??= alias.range?.[0] ?? 0
    },
  })
  if (count > MAX_ALIASES) return first
  if (count === 0) return null
  try {
    document.toJS({ maxAliasCount: MAX_ALIASES })
    return null
  } catch (error) {
    if (error instanceof ReferenceError) return first
    throw error
  }
}

/** Where the value at `path` starts; an alias leads to the value it repeats. */
function offsetOf(document: Document, path: readonly PropertyKey[], wantsKey: boolean): number {
  let node: Node | null = isNode(document.contents) ? document.contents : null
  let offset = node?.range?.[0] ?? 0
  for (const [depth, segment] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null
    if (!isCollection(node)) break
    const pair = isMap(node) ? findPair(node.items, String(segment)) : undefined
    const next: unknown = isSeq(node) ? member(node.items, String(segment)) : pair?.value
    if (pair && isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
    if (!isNode(next)) break
    const last = depth === path.length - 1
    const empty = isScalar(next) && next.value === null
    if (!(last && wantsKey) && !(pair && empty)) offset = next.range?.[0] ?? offset
    node = next
  }
  return offset
}

/** A list member by its place, or by its id. */
function member(items: readonly unknown[], segment: string): unknown {
  return items[Number(segment)] ?? items.find((item) => isMap(item) && item.get('id') === segment)
}

function findPair(items: Pair[], key: string): Pair | undefined {
  return items.find((item) => isScalar(item.key) && String(item.key.value) === key)
}

/** The parser's own words are for programmers; these are the faults that people really make. */
function plainWords(error: YAMLError, text: string): { message: string; zh: string } {
  const first = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? error.code
  const lineStart = text.lastIndexOf('\n', Math.max(error.pos[0] - 1, 0)) + 1
  if (/^\s*\t/.test(text.slice(lineStart, error.pos[1] + 1)) || error.code === 'TAB_AS_INDENT') {
    return { message: 'a tab is used for indentation; use spaces', zh: '缩进用了制表符；请用空格' }
  }
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return {
        message: 'this key is written twice; keys of one map are unique',
        zh: '这个键写了两次；同一处的键不能重复',
      }
    case 'MULTIPLE_DOCS':
      return {
        message: 'a second document starts here (---); one file describes one event',
        zh: '这里开始了第二份文档（---）；一个文件只写一个活动',
      }
    case 'BAD_ALIAS':
      return {
        message: `${first}; an alias (*name) needs an anchor (&name) before it`,
        zh: '别名（*name）之前须有同名的锚点（&name）',
      }
    case 'TAG_RESOLVE_FAILED':
      return {
        message: 'tags (!…) are not used in event files; write a plain value',
        zh: '活动文件不用标签（!…）；请直接写值',
      }
    default: {
      const reason = `${first.charAt(0).toLowerCase()}${first.slice(1)}`
      return { message: `this is not valid YAML: ${reason}`, zh: `不是正确的 YAML：${reason}` }
    }
  }
}
