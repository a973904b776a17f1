import type { z } from 'zod'
import { readablePath } from './config-path'
import type { Finding } from './problem'
import { inChinese } from './rule-sentences'
import { expectation, keysOf, optionAt, schemaAt, written } from './schema-walk'
import { both } from './words'
import type { Words } from './words'

type Issue = z.core.$ZodIssue
type Context = { root: z.core.$ZodType; data: unknown }

const whole: Words = { message: 'the event', zh: '活动' }

/** Says in plain words, for every issue zod found in `data`, what is wrong there and what is allowed. */
export function explainIssues(root: z.core.$ZodType, data: unknown, issues: readonly Issue[]): Finding[] {
  return issues.flatMap((issue) => explain({ root, data }, issue, schemaAt(root, data, issue.path)))
}

function explain(context: Context, issue: Issue, schema: z.core.$ZodType | null): Finding[] {
  const { path } = issue
  const value = rawAt(context.data, path)
  const subject = path.length === 0 ? whole : both(readablePath(context.data, path))
  const takes = choicesOf(issue) ?? takesOf(schema)
  const at = (words: Words, key = false): Finding[] => [{ path, key, ...words }]

  if (issue.code === 'unrecognized_keys') {
    const allowed = schema ? keysOf(written(schema)) : []
    return issue.keys.map((name) => ({
      path: [...path, name],
      key: true,
      ...unknownKey(name, subject, allowed),
    }))
  }
  if (issue.code === 'invalid_key') {
    return at(phrase(String(path.at(-1)), subject, issue.issues[0]?.message ?? 'is not allowed as a key'), true)
  }
  if (value === undefined) {
    const parent = path.length > 1 ? both(readablePath(context.data, path.slice(0, -1))) : whole
    const key = String(path.at(-1))
    return at({
      message: `${parent.message} needs ${key}: ${takes.message}`,
      zh: `${parent.zh}缺少 ${key}：${takes.zh}`,
    })
  }
  if (issue.code === 'invalid_union') return explainUnion(context, issue, schema, subject, value)
  if (value === null) {
    return at(
      {
        message: `${subject.message} is empty; it takes ${takes.message}`,
        zh: `${subject.zh}是空的；应为${takes.zh}`,
      },
      true,
    )
  }
  switch (issue.code) {
    case 'invalid_type':
      return at(isNot(subject, value, issue.expected === 'int' ? { message: 'a whole number', zh: '整数' } : takes))
    case 'invalid_value':
      return at(isNot(subject, value, takes))
    case 'too_small':
      return at(sized(subject, value, issue.inclusive ? ['at least', '至少'] : ['more than', '大于'], issue.minimum))
    case 'too_big':
      return at(sized(subject, value, issue.inclusive ? ['at most', '至多'] : ['less than', '小于'], issue.maximum))
    default:
      return at(phrase(value, subject, issue.message))
  }
}

function explainUnion(
  context: Context,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  schema: z.core.$ZodType | null,
  subject: Words,
  value: unknown,
): Finding[] {
  const { path } = issue
  const choices = choicesOf(issue)
  if (choices) return [{ path, ...isNot(subject, value, choices) }]
  if (issue.message !== 'Invalid input') return [{ path, ...phrase(value, subject, issue.message) }]
  const branches = issue.errors.map((issues, index) => ({
    issues,
    index,
    wrongType: issues.some(isWrongType),
  }))
  const [best] = branches.filter(({ wrongType }) => !wrongType).sort((a, b) => faults(a.issues) - faults(b.issues))
  const branch = best && schema ? optionAt(written(schema), best.index) : null
  if (!best || !branch) return [{ path, ...isNot(subject, value, takesOf(schema)) }]
  return best.issues.flatMap((inner) => explain(context, { ...inner, path: [...path, ...inner.path] }, schemaAt(branch, value, inner.path)))
}

const isWrongType = (issue: Issue) => issue.code === 'invalid_type' && issue.path.length === 0
const faults = (issues: readonly Issue[]) =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0)

const takesOf = (schema: z.core.$ZodType | null): Words => (schema ? expectation(schema) : { message: 'another value', zh: '别的值' })

/** The closed list an issue carries, if it carries one. */
function choicesOf(issue: Issue): Words | null {
  if (issue.code === 'invalid_value') return list(issue.values.map(String))
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options) && issue.options.length > 0) {
    return list(issue.options.map(String))
  }
  return null
}

function rawAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (here, segment) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, segment)
        ? (here as Record<PropertyKey, unknown>)[segment]
        : undefined,
    data,
  )
}

/** Joins a rule’s own sentence to what it is about: “2026-13-01” is not a date; …. */
function phrase(value: unknown, subject: Words, sentence: string): Words {
  const scalar = typeof value === 'object' ? subject : both(`“${clip(String(value))}”`)
  const join = /^(is|must|needs|has) /.test(sentence) ? ' ' : ': '
  return { message: `${scalar.message}${join}${sentence}`, zh: `${scalar.zh}${inChinese(sentence)}` }
}

const clip = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

function isNot(subject: Words, value: unknown, takes: Words): Words {
  const shown = show(value)
  return {
    message: `${subject.message} is ${shown.message}; it takes ${takes.message}`,
    zh: `${subject.zh} 是${shown.zh}；应为${takes.zh}`,
  }
}

function show(value: unknown): Words {
  if (typeof value === 'string') return both(`“${clip(value)}”`)
  if (Array.isArray(value)) return { message: 'a list', zh: '列表' }
  return typeof value === 'object' ? { message: 'a map of keys', zh: '一组键值' } : { message: String(value), zh: ` ${String(value)}` }
}

function sized(subject: Words, value: unknown, [en, zh]: [string, string], bound: number | bigint): Words {
  const size = sizeOf(value)
  return {
    message: `${subject.message} ${size.message}; it takes ${en} ${bound}`,
    zh: `${subject.zh} ${size.zh}；${zh} ${bound}`,
  }
}

function sizeOf(value: unknown): Words {
  if (typeof value === 'string') {
    return value.length === 0
      ? { message: 'is empty', zh: '是空的' }
      : { message: `has ${value.length} characters`, zh: `有 ${value.length} 个字` }
  }
  if (Array.isArray(value)) return { message: `has ${value.length} items`, zh: `有 ${value.length} 项` }
  return { message: `is ${show(value).message}`, zh: `是${show(value).zh}` }
}

/** `a, b or c`. */
function list(words: readonly string[]): Words {
  if (words.length < 2) return both(words.join(''))
  return {
    message: `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`,
    zh: ` ${words.slice(0, -1).join('、')} 或 ${words.at(-1)}`,
  }
}

function unknownKey(name: string, owner: Words, allowed: readonly string[]): Words {
  const near = allowed.find((key) => distance(key.toLowerCase(), name.toLowerCase()) <= Math.max(1, name.length / 4))
  const hint = near ? `; did you mean “${near}”? Allowed` : '; allowed'
  return {
    message: `“${clip(name)}” is not a key of ${owner.message}${hint}: ${allowed.join(', ')}`,
    zh: `${owner.zh}没有“${clip(name)}”这个键${near ? `；是不是“${near}”？` : '；'}可写：${allowed.join('、')}`,
  }
}

/** Levenshtein distance: single letters to add, drop or change. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 4) return Infinity
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? Infinity
}
