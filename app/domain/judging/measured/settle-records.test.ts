import { expect, test } from 'vitest'
import { Rulebook } from '../rulebook'
import { SentRecord } from './sent-records'
import { type OfficialRole, type RecordTarget, settleRecord } from './settle-records'

const name = { zh: '项', en: 'Item' }
const rulebook = Rulebook.parse({
  rulebook: 1,
  run: { minutes: 60, stops: 'counted' },
  criteria: [
    {
      id: 'energy',
      weight: 1,
      name,
      measured: { unit: 'kWh', source: 'meter', plausible: { min: 0, max: 500 }, points: { table: { 0: 1 } } },
    },
    {
      id: 'defects',
      weight: 1,
      name,
      measured: { unit: '×', source: 'faults', points: { deductions: { from: 10, faults: [{ id: 'hole', name, each: 1 }] } } },
    },
  ],
})
const T = Date.parse('2026-12-18T01:00:00Z')
const minute = 60_000
let n = 0
const uuid = () => `6f1c2f0e-8a51-4d8e-9b0a-${String((n += 1)).padStart(12, '0')}`
const sent = (kind: string, given: object = {}) =>
  SentRecord.parse({ id: uuid(), code: 'K-1', kind, waitedMs: 0, deviceAt: '2026-12-18T01:00:00Z', ...given })

/** Everything sent one after the other, a minute apart unless said otherwise; answers what became of the last. */
function play(list: { kind: string; given?: object; role?: OfficialRole; seat?: string }[], receivedAt = (at: number) => T + at * minute) {
  const target = { entryId: 'e', recused: false, records: [] as NonNullable<RecordTarget>['records'] }
  let last: ReturnType<typeof settleRecord> | null = null
  list.forEach(({ kind, given, role = 'chief', seat = 's' }, at) => {
    const one = sent(kind, given)
    last = settleRecord({ rulebook, open: true, role, seatId: seat, opensAt: T - minute, receivedAt: receivedAt(at) }, one, target)
    if (last.at !== null) target.records = [...target.records, { ...one, at: last.at, seat }]
  })
  const { reply, at } = last as unknown as ReturnType<typeof settleRecord>
  return { said: reply.status === 'refused' ? reply.reason : reply.status, at, records: target.records }
}

test.each([
  ['a reading before the start', [{ kind: 'reading', given: { criterion: 'energy', value: '12.5' } }], 'not-started'],
  ['a stop before the start', [{ kind: 'stop' }], 'not-started'],
  ['a second start', [{ kind: 'start' }, { kind: 'start' }], 'out-of-order'],
  ['a resume while it runs', [{ kind: 'start' }, { kind: 'resume' }], 'out-of-order'],
  ['a finish twice', [{ kind: 'start' }, { kind: 'finish' }, { kind: 'finish' }], 'out-of-order'],
  [
    'a stop after the hour',
    [
      { kind: 'start', given: { waitedMs: 0 } },
      ...Array.from({ length: 61 }, () => ({ kind: 'fault', given: { criterion: 'defects', item: 'hole', value: '1' } })),
      { kind: 'stop' },
    ],
    'out-of-order',
  ],
  [
    'a reading that is less than nothing',
    [{ kind: 'start' }, { kind: 'reading', given: { criterion: 'energy', value: '-1' } }],
    'below-zero',
  ],
  ['a reading of words', [{ kind: 'start' }, { kind: 'reading', given: { criterion: 'energy', value: 'much' } }], 'not-a-number'],
  ['an unlikely reading', [{ kind: 'start' }, { kind: 'reading', given: { criterion: 'energy', value: '900' } }], 'implausible'],
  [
    'the same once it is meant',
    [{ kind: 'start' }, { kind: 'reading', given: { criterion: 'energy', value: '900', confirmed: true } }],
    'saved',
  ],
  [
    'a meter that runs back',
    [
      { kind: 'start' },
      { kind: 'reading', given: { criterion: 'energy', value: '9' } },
      { kind: 'reading', given: { criterion: 'energy', value: '8.9' } },
    ],
    'meter-runs-back',
  ],
  ['a fault taken off that was not there', [{ kind: 'fault', given: { criterion: 'defects', item: 'hole', value: '-1' } }], 'below-zero'],
  ['a fault nobody knows', [{ kind: 'fault', given: { criterion: 'defects', item: 'late', value: '1' } }], 'unknown-criterion'],
  ['a press that waited less than nothing', [{ kind: 'start', given: { waitedMs: -5_000 } }], 'absurd-time'],
  ['a press that waited two days', [{ kind: 'start', given: { waitedMs: 48 * 60 * minute } }], 'absurd-time'],
  ['a press before the stage opened', [{ kind: 'start', given: { waitedMs: 30 * minute } }], 'absurd-time'],
  ['a confirmation while it runs', [{ kind: 'start' }, { kind: 'confirm' }], 'unfinished'],
  [
    'a fault after the confirmation',
    [
      { kind: 'start' },
      { kind: 'finish' },
      { kind: 'confirm' },
      { kind: 'fault', given: { criterion: 'defects', item: 'hole', value: '1' } },
    ],
    'confirmed',
  ],
  ['a referee at the clock', [{ kind: 'start', role: 'referee' as const }], 'not-your-task'],
  [
    'a timekeeper counting faults',
    [{ kind: 'fault', role: 'timekeeper' as const, given: { criterion: 'defects', item: 'hole', value: '1' } }],
    'not-your-task',
  ],
  ['an absence without a word', [{ kind: 'absent' }], 'needs-reason'],
])('%s: %j', (_, list, said) => expect(play(list).said).toBe(said))

test('the server’s time decides; what waited on the device is older by so much', () => {
  const { records } = play([{ kind: 'start' }, { kind: 'finish', given: { waitedMs: 20_000, deviceAt: '1999-01-01T00:00:00Z' } }])
  expect(records.map(({ at }) => at - T)).toEqual([0, minute - 20_000])
})

test('the same press sent again is one', () => {
  const target = { entryId: 'e', recused: false, records: [] as NonNullable<RecordTarget>['records'] }
  const one = sent('start')
  const scene = { rulebook, open: true, role: 'timekeeper', seatId: 's', opensAt: T, receivedAt: T } as const
  const first = settleRecord(scene, one, target)
  target.records = [{ ...one, at: first.at ?? 0, seat: 's' }]
  expect(settleRecord({ ...scene, receivedAt: T + 9_000 }, { ...one, waitedMs: 9_000 }, target)).toEqual({
    reply: { id: one.id, status: 'repeated' },
    at: null,
  })
})

test('only the last press of a clock is taken back, by whoever made it, with a reason', () => {
  const begun = play([{ kind: 'start' }, { kind: 'finish' }])
  const [start, finish] = begun.records.map(({ id }) => id)
  const after = (voids: string | undefined, seat = 's', reason = '误触') =>
    settleRecord(
      { rulebook, open: true, role: 'chief', seatId: seat, opensAt: T, receivedAt: T + 5 * minute },
      sent('void', { voids, reason }),
      { entryId: 'e', recused: false, records: begun.records },
    ).reply
  expect(after(finish)).toMatchObject({ status: 'saved' })
  expect(after(start)).toMatchObject({ reason: 'out-of-order' })
  expect(after(finish, 'other')).toMatchObject({ reason: 'nothing-to-take-back' })
  expect(after(finish, 's', '')).toMatchObject({ reason: 'needs-reason' })
})

test('who stands aside, a work of another stage and a closed stage are refused', () => {
  const scene = { rulebook, open: true, role: 'chief', seatId: 's', opensAt: T, receivedAt: T } as const
  expect(settleRecord(scene, sent('start'), { entryId: 'e', recused: true, records: [] }).reply).toMatchObject({ reason: 'recused' })
  expect(settleRecord(scene, sent('start'), null).reply).toMatchObject({ reason: 'unknown-work' })
  expect(settleRecord({ ...scene, open: false }, sent('start'), null).reply).toMatchObject({ reason: 'stage-not-open' })
})
