import { expect, test } from 'vitest'
import type { MarkRefusal } from './mark'
import type { Rulebook } from './rulebook'
import { type MarkTarget, type StandingMark, plainDecimal, settleMarks } from './settle-marks'

const rulebook: Rulebook = {
  rulebook: 1,
  criteria: [{ id: 'design', weight: 3, min: 1, max: 10, step: 0.5, name: { zh: '设计' } }],
}
const panel = {
  rulebook,
  stage: { state: 'open' as const },
  seat: { scoring: true, removed: false, declared: true, locked: false },
}
const noon = new Date('2027-01-08T04:00:00.000Z')
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const at = (second: number) => new Date(noon.getTime() - 60_000 + second * 1_000).toISOString()
const mark = (n: number, value: string | null, second: number, criterion = 'design') => ({
  markId: id(n),
  code: 'K-0417',
  criterion,
  value,
  markedAt: at(second),
})
const work = (standing: StandingMark | null = null): MarkTarget => ({
  entryId: 'w1',
  recused: false,
  revealed: false,
  standing,
})
const settle = (marks: ReturnType<typeof mark>[], target: MarkTarget = work()) =>
  settleMarks(
    panel,
    marks.map((sent) => ({ mark: sent, target })),
    noon,
  )

test('a first mark is given, and written as the shortest text of its number', () => {
  const { replies, writes, events } = settle([mark(1, '08.50', 1)])
  expect(replies).toEqual([{ markId: id(1), status: 'saved' }])
  expect(writes).toMatchObject([{ entryId: 'w1', criterion: 'design', value: '8.5' }])
  expect(events).toMatchObject([{ action: 'mark.given', value: '8.5', was: null }])
})

test('a batch out of order keeps the latest mark and records each that came into force', () => {
  const { replies, writes, events } = settle([mark(2, '7', 2), mark(1, '6', 1), mark(3, null, 3)])
  expect(replies.map(({ status }) => status)).toEqual(['saved', 'saved', 'saved'])
  expect(writes).toMatchObject([{ value: null, markId: id(3) }])
  expect(events.map(({ action, value, was }) => [action, value, was])).toEqual([
    ['mark.given', '6', null],
    ['mark.changed', '7', '6'],
    ['mark.cleared', null, '7'],
  ])
})

test('a mark older than the one that stands is superseded, also by a mark taken back', () => {
  const standing = { value: null, markId: id(9), markedAt: Date.parse(at(9)) }
  expect(settle([mark(1, '6', 1)], work(standing))).toEqual({
    replies: [{ markId: id(1), status: 'superseded' }],
    writes: [],
    events: [],
    late: [],
  })
})

test('a repeat of the mark that stands does nothing', () => {
  const standing = { value: '6', markId: id(1), markedAt: Date.parse(at(1)) }
  expect(settle([mark(1, '6', 1)], work(standing))).toMatchObject({
    replies: [{ status: 'repeated' }],
    writes: [],
    events: [],
  })
})

test('a clock that runs ahead neither locks a mark nor reorders its own', () => {
  const { writes } = settle([mark(8, '6', 4_000), mark(1, '7', 5_000)])
  expect(writes).toMatchObject([{ value: '7', markedAt: noon }])
})

test('the same value again is written for its instant but is no event', () => {
  const standing = { value: '6', markId: id(1), markedAt: Date.parse(at(1)) }
  const { writes, events } = settle([mark(2, '6.0', 2)], work(standing))
  expect(writes).toHaveLength(1)
  expect(events).toEqual([])
})

test.each<[string, MarkTarget, string, string, MarkRefusal | 'unknown-work']>([
  ['no such work', null, 'design', '6', 'unknown-work'],
  ['a recused work', { entryId: 'w1', recused: true, revealed: false, standing: null }, 'design', '6', 'recused'],
  ['no such criterion', work(), 'colour', '6', 'unknown-criterion'],
  ['a mark beyond the range', work(), 'design', '10.5', 'out-of-range'],
  ['a mark between steps', work(), 'design', '6.25', 'off-step'],
  ['words', work(), 'design', 'six', 'not-a-number'],
  ['an exponent', work(), 'design', '6e0', 'not-a-number'],
])('%s is refused alone, the rest of the batch is saved', (_, target, criterion, value, reason) => {
  const { replies, writes } = settleMarks(
    panel,
    [
      { mark: mark(1, value, 1, criterion), target },
      { mark: mark(2, '9', 2), target: { entryId: 'w2', recused: false, revealed: false, standing: null } },
    ],
    noon,
  )
  expect(replies).toEqual([
    { markId: id(1), status: 'refused', reason },
    { markId: id(2), status: 'saved' },
  ])
  expect(writes).toHaveLength(1)
})

const closed = { ...panel, stage: { state: 'closed' as const }, seat: { ...panel.seat, locked: true } }

test('after the stage closed a mark is kept aside, also of a signed sheet, and nothing is written', () => {
  const settled = settleMarks(closed, [{ mark: mark(1, '8.0', 1), target: work() }], noon)
  expect(settled.replies).toEqual([{ markId: id(1), status: 'late' }])
  expect(settled.late).toMatchObject([{ entryId: 'w1', value: '8', reason: 'stage_closed', markId: id(1) }])
  expect([settled.writes, settled.events]).toEqual([[], []])
})

test('once the hall knows the total, a mark of that work is kept aside and one of another work counts', () => {
  const revealed = { entryId: 'w2', recused: false, revealed: true, standing: null }
  const { replies, late, writes } = settleMarks(
    panel,
    [
      { mark: mark(1, '8', 1), target: revealed },
      { mark: mark(2, '7', 2), target: work() },
    ],
    noon,
  )
  expect(replies.map(({ status }) => status)).toEqual(['late', 'saved'])
  expect(late).toMatchObject([{ entryId: 'w2', reason: 'work_revealed' }])
  expect(writes).toMatchObject([{ entryId: 'w1' }])
})

test('a late repeat of a mark that counts is a repeat, and one older than it is superseded', () => {
  const standing = { value: '6', markId: id(5), markedAt: Date.parse(at(5)) }
  const statuses = (n: number, second: number) =>
    settleMarks(closed, [{ mark: mark(n, '6', second), target: work(standing) }], noon).replies[0]?.status
  expect(statuses(5, 5)).toBe('repeated')
  expect(statuses(1, 1)).toBe('superseded')
})

test('what could never have counted is refused, not kept: another judge’s work, no mark at all, a stage not yet open', () => {
  const reasonOf = (
    value: string,
    target: MarkTarget,
    on: Pick<typeof closed, 'seat'> & { stage: { state: 'closed' | 'upcoming' } } = closed,
  ) => settleMarks({ rulebook, ...on }, [{ mark: mark(1, value, 1), target }], noon)
  expect(reasonOf('8', { entryId: 'w1', recused: true, revealed: false, standing: null }).late).toEqual([])
  expect(reasonOf('99', work()).late).toEqual([])
  expect(reasonOf('8', work(), { ...closed, seat: { ...closed.seat, declared: false } }).late).toEqual([])
  expect(reasonOf('8', work(), { ...panel, stage: { state: 'upcoming' } }).replies).toMatchObject([{ reason: 'stage-not-open' }])
})

test.each([
  ['8.50', '8.5'],
  ['0', '0'],
  ['-0', '0'],
  ['-0.5', '-0.5'],
  ['010', '10'],
  ['.5', null],
  ['1e1', null],
  ['', null],
])('%s reads %s', (text, plain) => expect(plainDecimal(text)).toBe(plain))
