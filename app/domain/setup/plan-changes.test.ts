import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseEventFile } from './parse-event-file'
import { planChanges } from './plan-changes'

const text = readFileSync(new URL('../../../seeds/events/puyuan-cup-2026.yaml', import.meta.url), 'utf8')

function read(source: string) {
  const parsed = parseEventFile(source)
  if (!parsed.ok) throw new Error(parsed.problems.map(({ line, message }) => `${line} ${message}`).join('\n'))
  return parsed.config
}
const current = read(text)

/** The plan for the file with one passage replaced. */
function plan(from: string | RegExp, to: string) {
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  return planChanges(current, read(changed))
}

test('the same file changes nothing, even after it was stored', () => {
  expect(planChanges(current, read(text))).toEqual([])
  expect(planChanges(JSON.parse(JSON.stringify(current)), current)).toEqual([])
})

test('a first file creates the event', () => {
  expect(planChanges(null, current)).toMatchObject([{ type: 'created' }])
})

describe('one edit, one change', () => {
  test.each([
    ['words', 'zh: 一线之间', 'zh: 一线之上', { type: 'text-changed', path: 'theme.zh', severity: 'low' }],
    ['an answer', '每人至多3件', '每人最多3件', { type: 'text-changed', path: 'faq' }],
    [
      'a date that is no deadline',
      'final: { on: 2027-03-16',
      'final: { on: 2027-03-17',
      { type: 'date-moved', key: 'final', from: '2027-03-16', to: '2027-03-17' },
    ],
    [
      'one weight too many',
      'weightsSum: 10\n        criteria:\n          - id: design\n            weight: 3',
      'weightsSum: 11\n        criteria:\n          - id: design\n            weight: 4',
      { type: 'rulebook-changed', stage: 'preliminary', severity: 'high' },
    ],
    [
      'a smaller file',
      'page: A3\n        dpi: 300\n        maxMB: 20',
      'page: A3\n        dpi: 300\n        maxMB: 10',
      { type: 'file-rule-changed', id: 'board', rule: 'maxMB', shrinks: true, severity: 'high' },
    ],
    [
      'a larger file',
      'page: A3\n        dpi: 300\n        maxMB: 20',
      'page: A3\n        dpi: 300\n        maxMB: 30',
      { type: 'file-rule-changed', id: 'board', rule: 'maxMB', shrinks: false, severity: 'medium' },
    ],
    [
      'a file type less',
      'types: [jpg, png, pdf]',
      'types: [jpg, png]',
      { type: 'file-rule-changed', id: 'board', rule: 'types', shrinks: true },
    ],
    ['fewer pictures', 'count: 1..3', 'count: 1..2', { type: 'file-rule-changed', id: 'swatch', shrinks: true }],
    [
      'an optional file that is now required',
      'count: 1..3\n        optional: true',
      'count: 1..3',
      { type: 'file-rule-changed', id: 'swatch', rule: 'optional', shrinks: true },
    ],
    ['a shorter field', 'max: 300', 'max: 200', { type: 'field-rule-changed', id: 'concept', rule: 'max', tightens: true }],
    ['a longer field', 'max: 300', 'max: 400', { type: 'field-rule-changed', id: 'concept', rule: 'max', tightens: false }],
    ['more authors', 'authors: 2', 'authors: 3', { type: 'group-rule-changed', id: 'academic', rule: 'authors' }],
    ['another rights model', 'publicity-licence', 'first-purchase', { type: 'rights-changed' }],
    ['no anonymity', 'anonymous: true', 'anonymous: false', { type: 'anonymity-changed', severity: 'high' }],
    ['an award less', / {4}- \{ id: organisation,.*\n/, '', { type: 'removed', part: 'award', id: 'organisation' }],
    ['a field less', / {6}- \{ id: gauge,.*\n/, '', { type: 'removed', part: 'field', id: 'gauge', severity: 'high' }],
    [
      'a field under a new id',
      '{ id: gauge,',
      '{ id: machine,',
      { type: 'rekeyed', part: 'field', id: 'gauge', newId: 'machine', severity: 'high' },
    ],
    ['a limit', 'limit: 3 ', 'limit: 2 ', { type: 'setting-changed', path: 'registration.limit', from: 3, to: 2 }],
  ])('%s', (_, from, to, change) => {
    expect(plan(from, to)).toEqual([expect.objectContaining(change)])
  })
})

test('a deadline moved back is said first, beside the date itself', () => {
  expect(plan('2026-12-20T17:00', '2026-12-10T17:00')).toMatchObject([
    {
      type: 'deadline-moved',
      from: '2026-12-20T09:00:00.000Z',
      to: '2026-12-10T09:00:00.000Z',
      earlier: true,
      severity: 'high',
    },
    { type: 'date-moved', key: 'call' },
  ])
})

test('another time zone moves the deadline though no date changed', () => {
  expect(plan('timezone: Asia/Shanghai', 'timezone: Europe/Rome')).toMatchObject([
    { type: 'deadline-moved', earlier: false },
    { type: 'setting-changed', path: 'timezone' },
  ])
})

test('a criterion under a new id is re-keyed, and its rulebook changes with it', () => {
  const changes = plan(/id: market(\s+weight: 2[\s\S]*?ties: \[)/, 'id: value$1')
  expect(changes).toMatchObject([
    { type: 'rekeyed', part: 'criterion', id: 'market', newId: 'value', stage: 'preliminary' },
    { type: 'rulebook-changed', stage: 'preliminary' },
  ])
})

test('a group under a new id with other words is one removed and one added', () => {
  const changes = plan(
    '- id: professional\n      name: { zh: 职业组, en: Professional }',
    '- id: studio\n      name: { zh: 工作室组, en: Studio }',
  )
  expect(changes).toMatchObject([
    { type: 'removed', part: 'group', id: 'professional', severity: 'high' },
    { type: 'added', part: 'group', id: 'studio', severity: 'low' },
  ])
})

test('a postponement is one change, and the moved dates are listed', () => {
  const later = text
    .replace('final: { on: 2027-03-16', 'final: { on: 2027-04-20')
    .concat('postponed: { at: 2026-11-20, reason: { zh: 场馆调整, en: Venue }, from: { final: 2027-03-16 } }\n')
  expect(planChanges(current, read(later))).toMatchObject([
    { type: 'postponed', severity: 'high' },
    { type: 'date-moved', key: 'final' },
  ])
})

test('a cancellation taken back is said', () => {
  const cancelled = read(text.concat('cancelled: { at: 2026-11-20, reason: { zh: 场馆调整, en: Venue } }\n'))
  expect(planChanges(current, cancelled)).toMatchObject([{ type: 'cancelled' }])
  expect(planChanges(cancelled, current)).toMatchObject([{ type: 'reinstated' }])
  // a slip of the pen in the reason is mended without telling everyone again
  const mended = read(text.concat('cancelled: { at: 2026-11-20, reason: { zh: 场馆调整, en: The venue } }\n'))
  expect(planChanges(cancelled, mended)).toMatchObject([{ type: 'text-changed', path: 'cancelled.reason.en' }])
})
