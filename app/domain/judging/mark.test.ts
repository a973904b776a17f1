import { describe, expect, test } from 'vitest'
import { type MarkAttempt, refuseMark, refuseValue } from './mark'
import { Rulebook } from './rulebook'

const name = { zh: '设计', en: 'Design' }
const rulebook = Rulebook.parse({
  rulebook: 1,
  criteria: [
    { id: 'design', weight: 3, min: 1, max: 10, step: 0.5, name },
    { id: 'energy', weight: 1, name, measured: { unit: 'kWh', points: { table: { 0: 10, 2: 0 } } } },
  ],
})
const attempt: MarkAttempt = {
  rulebook,
  stage: { state: 'open' },
  seat: { scoring: true, removed: false, declared: true, locked: false },
  recused: false,
  criterion: 'design',
  value: '8.5',
}

test.each<[string, Partial<MarkAttempt>, ReturnType<typeof refuseMark>]>([
  ['a mark on a step within the range is saved', {}, null],
  ['the ends of the range belong to it', { value: '10' }, null],
  ['trailing zeros change nothing', { value: '8.50' }, null],
  ['a mark may be taken back', { value: null }, null],
  ['above the range', { value: '10.5' }, 'out-of-range'],
  ['below the range', { value: '0.5' }, 'out-of-range'],
  ['between two steps', { value: '8.25' }, 'off-step'],
  ['no number', { value: 'eight' }, 'not-a-number'],
  ['nothing', { value: '' }, 'not-a-number'],
  ['full-width digits', { value: '８' }, 'not-a-number'],
  ['a criterion of another stage', { criterion: 'beauty' }, 'unknown-criterion'],
  ['a work one stands aside for', { recused: true }, 'recused'],
  ['a locked sheet', { seat: { ...attempt.seat, locked: true } }, 'sheet-locked'],
  ['taking a mark back from a locked sheet', { seat: { ...attempt.seat, locked: true }, value: null }, 'sheet-locked'],
  ['before conflicts are declared', { seat: { ...attempt.seat, declared: false } }, 'conflicts-not-declared'],
  ['a stage that has closed', { stage: { state: 'closed' } }, 'stage-not-open'],
  ['a stage that has not opened', { stage: { state: 'upcoming' } }, 'stage-not-open'],
  ['an adviser', { seat: { ...attempt.seat, scoring: false } }, 'not-on-panel'],
  ['a judge who left the panel', { seat: { ...attempt.seat, removed: true } }, 'not-on-panel'],
])('%s', (_, change, refusal) => {
  expect(refuseMark({ ...attempt, ...change })).toBe(refusal)
})

describe('a measured value', () => {
  const [, energy] = rulebook.criteria
  test.each([
    ['1.234', null],
    ['-3', null],
    ['1.2345', 'off-step'],
    ['100000', 'out-of-range'],
    ['1e999', 'out-of-range'],
  ])('%s: %s', (value, refusal) => {
    expect(energy && refuseValue(energy, value)).toBe(refusal)
  })
})
