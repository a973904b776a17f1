import { expect, test } from 'vitest'
import type { Overview, StageNow } from './overview.server'
import { todosOf } from './todo'

const now = new Date('2027-01-09T02:00:00Z')
const name = { zh: '初评', en: 'Preliminary' }
const stage: StageNow = {
  id: 'preliminary',
  name,
  state: 'upcoming',
  opensAt: new Date('2027-01-08T00:00:00Z'),
  closesAt: new Date('2027-01-10T16:00:00Z'),
  behind: 0,
  judges: 0,
}
const quiet: Overview = {
  entries: { submitted: 0, returned: 0, accepted: 0, rejected: 0, withdrawn: 0, draft: 0 },
  flagged: 0,
  unreviewed: 0,
  notices: { queued: 0, failed: 0 },
  stages: [{ ...stage, opensAt: new Date('2027-02-01T00:00:00Z') }],
  dates: [],
  days: [],
}
const kinds = (overview: Partial<Overview>) => todosOf({ ...quiet, ...overview }, now).map(({ kind }) => kind)

test('a quiet day asks for nothing', () => expect(kinds({})).toEqual([]))

test('works that wait, flags and returned works each lead to their rows', () => {
  const todos = todosOf({ ...quiet, entries: { ...quiet.entries, submitted: 45, returned: 12 }, flagged: 4 }, now)
  expect(todos.map(({ kind, count, path }) => [kind, count, path])).toEqual([
    ['precheck', 45, '/precheck'],
    ['flagged', 4, '/entries?flagged=1'],
    ['returned', 12, '/entries?state=returned'],
  ])
})

test('published works whose content nobody has cleared lead to their review', () => expect(kinds({ unreviewed: 16 })).toEqual(['content']))

test.each<[string, Partial<StageNow>, string[]]>([
  ['should have opened', {}, ['stage-due']],
  ['is open and somebody is behind', { state: 'open', behind: 2, judges: 7 }, ['judges-behind']],
  ['is open and everybody is done', { state: 'open', behind: 0, judges: 7 }, ['stage-to-close']],
  ['is open past its end', { state: 'open', behind: 2, judges: 7, closesAt: new Date('2027-01-09T00:00:00Z') }, ['stage-to-close']],
  ['is closed', { state: 'closed' }, ['stage-to-publish']],
  ['is published', { state: 'published' }, []],
])('a stage that %s', (_, change, expected) => expect(kinds({ stages: [{ ...stage, ...change }] })).toEqual(expected))

test('once judging has begun precheck is over, whatever still waits', () => {
  expect(
    kinds({ entries: { ...quiet.entries, submitted: 3, returned: 1 }, flagged: 2, stages: [{ ...stage, state: 'published' }] }),
  ).toEqual([])
})
