import type { z } from 'zod'
import { checkEvent } from './check-event'
import { EventConfig } from './event-config'
import { explainIssues } from './explain-issues'
import type { Finding } from './problem'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** Stand in for what every event has, when it was faulty, so that the rest can be checked. */
const standIns: Record<string, unknown> = { kind: 'campaign', status: 'draft', timezone: 'UTC', name: { zh: '–', en: '–' } }

const starts = (path: Path, start: Path) => start.every((key, index) => path[index] === key)
const sameIssue = (a: Issue, b: Issue) => a.code === b.code && a.path.length === b.path.length && starts(a.path, b.path)

/**
 * Everything that can be found wrong in one run with a document that its schema refuses. A faulty value hides what is
 * checked after it, so the document is read again without what was faulty: first without the faulty values alone, then
 * without the modules they stand in. What is left out is never complained about as missing.
 */
export function findAll(data: unknown, first: readonly Issue[], fileName?: string): Finding[] {
  const issues = [...first]
  const left = structuredClone(data)
  const gone: Path[] = []
  let now: readonly Issue[] = first
  for (const wholeModule of [false, true]) {
    // what was hidden by one fault may hide another; a document is some levels deep
    for (let round = 0; round < 4 && now.length > 0; round += 1) {
      const faulty = now.flatMap((issue) => faultyPaths(issue).map((path) => (wholeModule ? path.slice(0, 1) : path)))
      const taken = faulty.filter((path) => path.length > 0 && takeOut(left, path))
      if (taken.length === 0) break
      gone.push(...taken)
      const again = EventConfig.safeParse(left)
      if (again.success) return [...explainIssues(EventConfig, data, issues), ...beyondSchema(again.data, data, gone, fileName)]
      now = again.error.issues
      for (const issue of now) {
        const follows = gone.some((path) => starts(issue.path, path) || starts(path, issue.path))
        if (!follows && !issues.some((known) => sameIssue(known, issue))) issues.push(issue)
      }
    }
  }
  return explainIssues(EventConfig, data, issues)
}

/** The checks that read the whole event, as far as what was taken out cannot be why they complain. */
function beyondSchema(config: EventConfig, data: unknown, gone: readonly Path[], fileName?: string): Finding[] {
  const top = gone.filter((path) => path.length === 1).map(([key]) => key)
  return checkEvent(config, data, fileName).filter(
    ({ path }) =>
      // a module or a key of the event itself that was left out takes its references along
      !(top.length > 0 && path.length === 1 && path[0] === 'contest') &&
      !gone.some((one) => (one.length > 1 ? starts(path, one.slice(0, -1)) : starts(path, one))),
  )
}

/** Where a faulty value stands; unknown keys each for themselves. Empty for what is only missing. */
const faultyPaths = (issue: Issue): Path[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]

/** Takes a key out of maps, or puts what stands in for it; true when it was there. Items of lists stay: the others would move. */
function takeOut(root: unknown, path: Path): boolean {
  const holder = path.slice(0, -1).reduce<unknown>((here, key) => (isMap(here) ? here[key] : undefined), root)
  const key = path.at(-1)
  if (!isMap(holder) || Array.isArray(holder) || key === undefined || !Object.hasOwn(holder, key)) return false
  const standIn = path.length === 1 ? standIns[String(key)] : undefined
  if (standIn === undefined) return Reflect.deleteProperty(holder, key)
  holder[key] = standIn
  return true
}

const isMap = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null
