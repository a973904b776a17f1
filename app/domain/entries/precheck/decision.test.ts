import { describe, expect, test } from 'vitest'
import type { EntryState } from '~/generated/prisma/enums'
import { mayDecide, refuseCheck, type CheckTime, type Decision } from './decision'

const now = new Date('2026-12-22T02:00:00Z')
const time: CheckTime = { judgingOpen: false, correctionsUntil: new Date('2026-12-28T16:00:00Z'), now }
const waiting = { state: 'submitted' as const, submittedVersion: 2, changing: false }
const accept: Decision = { decision: 'accept', reasons: [], note: '' }
const giveBack: Decision = { decision: 'return', reasons: ['school-on-work'], note: '' }
const reopen: Decision = { decision: 'reopen', reasons: [], note: '' }

test('a work that waits is accepted, returned and rejected', () => {
  expect(refuseCheck(waiting, 2, accept, time)).toBeNull()
  expect(refuseCheck(waiting, 2, giveBack, time)).toBeNull()
  expect(refuseCheck(waiting, 2, { ...giveBack, decision: 'reject' }, time)).toBeNull()
})

test('a work handed in again since it was looked at is looked at again', () => {
  expect(refuseCheck({ ...waiting, submittedVersion: 3 }, 2, accept, time)).toBe('changed')
})

test.each<EntryState>(['draft', 'returned', 'accepted', 'rejected', 'withdrawn'])('a %s work does not wait for a decision', (state) => {
  expect(refuseCheck({ ...waiting, state }, 2, accept, time)).toBe('not-waiting')
})

test.each<[EntryState, boolean]>([
  ['accepted', true],
  ['rejected', true],
  ['returned', true],
  ['submitted', false],
  ['withdrawn', false],
  ['draft', false],
])('a decision on a %s work can be taken back: %s', (state, may) => expect(mayDecide(state, 'reopen', false)).toBe(may))

describe('once judging has opened', () => {
  const open = { ...time, judgingOpen: true }
  test('nothing is accepted any more', () => expect(refuseCheck(waiting, 2, accept, open)).toBe('judging-open'))
  test('nothing is taken back', () => expect(refuseCheck({ ...waiting, state: 'accepted' }, 2, reopen, open)).toBe('judging-open'))
})

test('a return and a rejection say why', () => {
  expect(refuseCheck(waiting, 2, { ...giveBack, reasons: [] }, time)).toBe('reasons-missing')
  expect(refuseCheck(waiting, 2, { ...giveBack, decision: 'reject', reasons: [] }, time)).toBe('reasons-missing')
  expect(refuseCheck(waiting, 2, { ...giveBack, reasons: ['other'], note: ' ' }, time)).toBe('note-missing')
})

test('after the last day for corrections a work is not returned, because nobody could correct it', () => {
  const late = { ...time, now: new Date('2026-12-28T16:00:01Z') }
  expect(refuseCheck(waiting, 2, giveBack, late)).toBe('corrections-over')
  expect(refuseCheck(waiting, 2, accept, late)).toBeNull()
})

describe('a work that was returned and never handed in again', () => {
  const returned = { ...waiting, state: 'returned' as const }
  const late = { ...time, now: new Date('2026-12-28T16:00:01Z') }
  test('waits for its author until the last moment for corrections', () => {
    expect(refuseCheck(returned, 2, accept, { ...time, now: new Date('2026-12-28T16:00:00Z') })).toBe('not-waiting')
  })
  test('is decided after it, as it was last handed in', () => {
    expect(refuseCheck(returned, 2, accept, late)).toBeNull()
    expect(refuseCheck(returned, 2, { ...giveBack, decision: 'reject' }, late)).toBeNull()
  })
  test('is not returned once more, for nobody could correct it', () =>
    expect(refuseCheck(returned, 2, giveBack, late)).toBe('corrections-over'))
  test('is not accepted while its rows are not what was signed', () =>
    expect(refuseCheck({ ...returned, changing: true }, 2, accept, late)).toBe('being-changed'))
})

test('a work with a fault ticked is not accepted by a slip of the finger', () => {
  expect(refuseCheck(waiting, 2, { ...accept, reasons: ['logo-on-work'] }, time)).toBe('reasons-given')
})

test('a work that its author is changing is not accepted as it stands, but may be returned', () => {
  const changing = { ...waiting, changing: true }
  expect(refuseCheck(changing, 2, accept, time)).toBe('being-changed')
  expect(refuseCheck(changing, 2, giveBack, time)).toBeNull()
})
