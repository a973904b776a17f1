import { z } from 'zod'
import type { AssignmentProblem } from './problem'

/** Most works × judges that are solved; 40,000 works for 100 judges. */
export const MOST_CELLS = 4_000_000
const MOST_VALUE = 1_000_000
const SHOWN = 20

const Id = z.string('must be text in quotes').min(1, 'must not be empty').max(200, 'may have at most 200 characters')
const count = (from: number) =>
  z
    .number(`must be a whole number from ${from} to ${MOST_VALUE}`)
    .int(`must be a whole number from ${from} to ${MOST_VALUE}`)
    .min(from, `must be a whole number from ${from} to ${MOST_VALUE}`)
    .max(MOST_VALUE, `must be a whole number from ${from} to ${MOST_VALUE}`)
const valueRule = `must be a number from −${MOST_VALUE} to ${MOST_VALUE}`
const seedRule = 'must be a whole number from 0 to 9007199254740991'
const list = <Item extends z.ZodType>(item: Item, of: string) => z.array(item, `must be a list of ${of}`)
const Pair = z.tuple([Id, Id], 'must be ["WORK", "JUDGE"]')

const WorkRow = z.strictObject({ id: Id, group: Id.optional() }, 'must be {"id": "…", "group": "…"}')
const JudgeRow = z.strictObject(
  { id: Id, groups: list(Id, 'groups').optional(), max: count(0).optional() },
  'must be {"id": "…", "groups": ["…"], "max": 320}',
)
const keys = {
  works: list(WorkRow, 'works').min(1, 'must name at least one work'),
  judges: list(JudgeRow, 'judges').min(1, 'must name at least one judge'),
  conflicts: list(Pair, 'pairs ["WORK", "JUDGE"]').optional(),
  preferences: list(
    z.tuple([Id, Id, z.number(valueRule).min(-MOST_VALUE, valueRule).max(MOST_VALUE, valueRule)], 'must be ["WORK", "JUDGE", NUMBER]'),
    'triples ["WORK", "JUDGE", NUMBER]',
  ).optional(),
  pins: list(Pair, 'pairs ["WORK", "JUDGE"]').optional(),
  perWork: count(1),
  seed: z.number(seedRule).int(seedRule).min(0, seedRule).optional(),
}
const Problem = z.strictObject(keys, 'must be an object {"works": […], "judges": […], "perWork": 3}')

const allowedAt = (path: readonly PropertyKey[]): string[] =>
  path.length === 0 ? Object.keys(keys) : path[0] === 'works' ? Object.keys(WorkRow.shape) : Object.keys(JudgeRow.shape)

export type ReadProblem = { ok: true; problem: AssignmentProblem } | { ok: false; problems: string[] }

/** Reads the JSON of an assignment problem; on failure a line each for what is wrong and what is allowed. */
export function readProblem(text: string): ReadProblem {
  let data: unknown
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { ok: false, problems: [`is not JSON: ${oneLine(error)}`] }
  }
  const parsed = Problem.safeParse(data)
  const problems = parsed.success ? contradictions(parsed.data) : parsed.error.issues.flatMap(describe)
  if (problems.length > SHOWN) problems.splice(SHOWN, Infinity, `and ${problems.length - SHOWN} more problems like these`)
  return parsed.success && problems.length === 0 ? { ok: true, problem: parsed.data } : { ok: false, problems }
}

function describe(issue: z.core.$ZodIssue): string[] {
  const where = pathOf(issue.path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${where}: “${printable(key)}” is not a key here; allowed are ${allowedAt(issue.path).join(', ')}`)
  if ((issue.code === 'too_big' || issue.code === 'too_small') && issue.origin === 'array')
    return [`${where}: ${issue.message.startsWith('must') ? issue.message : shapeAt(issue.path)}`]
  return [`${where}: ${issue.message}`]
}

const shapeAt = (path: readonly PropertyKey[]) =>
  path[0] === 'preferences' ? 'must be ["WORK", "JUDGE", NUMBER]' : 'must be ["WORK", "JUDGE"]'

const pathOf = (path: readonly PropertyKey[]) =>
  path.length === 0
    ? 'the problem'
    : path.map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`)).join('')

/** What a schema cannot see: ids that come twice or are not known, more judges per work than there are, the size. */
function contradictions({ works, judges, conflicts, preferences, pins, perWork }: AssignmentProblem): string[] {
  const problems: string[] = []
  const workIds = unique(works, 'works', problems)
  const judgeIds = unique(judges, 'judges', problems)
  const known = (name: string, rows: readonly (readonly [string, string, ...unknown[]])[] = []) => {
    rows.forEach(([work, judge], at) => {
      if (!workIds.has(work)) problems.push(`${name}[${at}]: “${printable(work)}” is not the id of a work`)
      if (!judgeIds.has(judge)) problems.push(`${name}[${at}]: “${printable(judge)}” is not the id of a judge`)
    })
  }
  known('conflicts', conflicts)
  known('preferences', preferences)
  known('pins', pins)
  const wanted = new Map<string, number>()
  preferences?.forEach(([work, judge], at) => {
    const pair = JSON.stringify([work, judge])
    const first = wanted.get(pair)
    if (first === undefined) wanted.set(pair, at)
    else problems.push(`preferences[${at}]: ${printable(pair)} already has one in preferences[${first}]; each pair may have one`)
  })
  if (perWork > judges.length) problems.push(`perWork: is ${perWork} with ${judges.length} judges; allowed are 1 to ${judges.length}`)
  if (works.length * judges.length > MOST_CELLS)
    problems.push(`works × judges: ${works.length} × ${judges.length} is more than is solved at once; allowed are ${MOST_CELLS}`)
  return problems
}

function unique(rows: readonly { id: string }[], name: string, problems: string[]): Map<string, number> {
  const ids = new Map<string, number>()
  rows.forEach(({ id }, at) => {
    const first = ids.get(id)
    if (first === undefined) ids.set(id, at)
    else problems.push(`${name}[${at}].id: “${printable(id)}” is already the id of ${name}[${first}]; ids must differ`)
  })
  return ids
}

/** Text of the input as it may stand in one line of a terminal. */
const printable = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 80)

const oneLine = (error: unknown) => printable(error instanceof Error ? error.message : String(error))
