import { expect, test } from 'vitest'
import { Payments } from '~/domain/judging/payment-rules'
import { plainAmount } from '~/domain/money'
import { type DueLine, type StandingPayment, type WonPrize, type WorkedSeat, dueLines, planPayments } from './due-payments'

const payments = Payments.parse({
  taxes: [
    { id: 'windfall', name: { zh: '偶然所得' }, bands: [{ rate: 20 }] },
    { id: 'none', name: { zh: '免税' }, bands: [{ rate: 0 }] },
  ],
  prizes: { tax: 'windfall' },
  fees: [
    { stage: 'first', judge: 'CNY 2000', chair: 'CNY 3000', adviser: 'CNY 500', tax: 'none' },
    { stage: 'final', per: 'work', judge: 'CNY 30', tax: 'windfall', borne: 'host' },
  ],
})
const prize: WonPrize = {
  stage: 'final',
  entry: 'e',
  award: 'gold',
  name: { zh: '金奖', en: 'Gold' },
  work: '潮汐',
  prize: 'CNY 1000.01',
  people: ['a', 'b'],
  weights: null,
}
const seat = (id: string, more: Partial<WorkedSeat> = {}): WorkedSeat => ({
  stage: 'first',
  stageName: { zh: '初评', en: 'First' },
  seat: id,
  isChair: false,
  scoring: true,
  works: 20,
  ...more,
})
const inWords = (lines: DueLine[]) => lines.map(({ key, taxed }) => `${key} ${plainAmount(taxed.gross)} − ${plainAmount(taxed.tax)}`)

test('a prize is shared, each share taxed by the rule of its award', () => {
  expect(inWords(dueLines(payments, [], [prize], []))).toEqual([
    'prize:final:e:gold:a 500.01 − 100.00',
    'prize:final:e:gold:b 500.00 − 100.00',
  ])
  expect(inWords(dueLines(payments, [{ id: 'gold', tax: 'none' }], [{ ...prize, weights: { b: 1 } }], []))).toEqual([
    'prize:final:e:gold:b 1000.01 − 0.00',
  ])
})

test('a prize that counts elsewhere is not due', () =>
  expect(dueLines(payments, [], [prize], [], (_, full) => ({ ...full, minor: 0n }))).toEqual([]))

test('fees: the chair’s and the adviser’s rate, by the work, and none for who gave no mark', () => {
  const seats = [
    seat('judge'),
    seat('chair', { isChair: true, scoring: false, works: 0 }),
    seat('adviser', { scoring: false, works: 0 }),
    seat('absent', { works: 0 }),
    seat('final', { stage: 'final', works: 40 }),
    seat('other', { stage: 'unpaid' }),
  ]
  expect(inWords(dueLines(payments, [], [], seats))).toEqual([
    'fee:first:judge 2000.00 − 0.00',
    'fee:first:chair 3000.00 − 0.00',
    'fee:first:adviser 500.00 − 0.00',
    'fee:final:final 1500.00 − 300.00',
  ])
})

const due = dueLines(payments, [], [prize], [])
const standing = (state: StandingPayment['state'], more: Partial<StandingPayment> = {}): StandingPayment => ({
  id: state,
  key: 'prize:final:e:gold:a',
  state,
  currency: 'CNY',
  grossMinor: 50001n,
  taxMinor: 10000n,
  ...more,
})

test('drawn up again, a list that is right stays as it is', () => {
  const rows = [standing('approved'), standing('due', { key: 'prize:final:e:gold:b', grossMinor: 50000n })]
  expect(planPayments(rows, due)).toEqual({ create: [], change: [], cancel: [], lapse: [], restore: [] })
})

test('an amount that changed has to be approved anew; one that was paid is pointed out', () => {
  expect(planPayments([standing('approved', { grossMinor: 1n })], due).change).toMatchObject([
    { id: 'approved', state: 'details', again: true },
  ])
  expect(planPayments([standing('due', { grossMinor: 1n })], due).change).toMatchObject([{ state: 'due', again: false }])
  expect(planPayments([standing('paid', { grossMinor: 1n })], due)).toMatchObject({ lapse: ['paid'], change: [] })
  expect(planPayments([standing('paid')], due)).toMatchObject({ restore: ['paid'], lapse: [] })
})

test('what is not due any more is cancelled unless it was paid, and can be due again', () => {
  expect(planPayments([standing('checked', { key: 'x' }), standing('paid', { key: 'y' })], [])).toMatchObject({
    cancel: ['checked'],
    lapse: ['paid'],
  })
  expect(planPayments([standing('cancelled')], due).change).toMatchObject([{ id: 'cancelled', state: 'due' }])
})
