import { expect, test } from 'vitest'
import { actsFor, afterAct, takesDetails } from './payment-state'

const finance = { personId: 'finance', isPayee: false, seesDetails: true }
const organiser = { personId: 'organiser', isPayee: false, seesDetails: false }
const row = (state: 'due' | 'details' | 'checked' | 'approved' | 'paid' | 'cancelled', checkedById: string | null = 'finance') => ({
  state,
  checkedById,
})

test('the way of a payment: checked by one, approved by another, paid', () => {
  expect(afterAct(row('details'), 'check', finance)).toEqual({ ok: true, state: 'checked' })
  expect(afterAct(row('checked'), 'approve', finance)).toEqual({ ok: false, reason: 'same-person' })
  expect(afterAct(row('checked'), 'approve', organiser)).toEqual({ ok: true, state: 'approved' })
  expect(afterAct(row('approved'), 'pay', finance)).toEqual({ ok: true, state: 'paid' })
})

test('nobody acts on a payment of their own', () =>
  expect(afterAct(row('details'), 'check', { ...finance, isPayee: true })).toEqual({ ok: false, reason: 'own-payment' }))

test('who may not see the details may approve and nothing else', () => {
  expect(actsFor(row('details'), organiser)).toEqual([])
  expect(actsFor(row('checked'), organiser)).toEqual(['approve'])
  expect(actsFor(row('approved'), organiser)).toEqual([])
  expect(actsFor(row('paid'), finance)).toEqual(['return'])
  expect(actsFor(row('cancelled'), finance)).toEqual([])
})

test('details are taken until they were checked', () =>
  expect((['due', 'details', 'checked', 'approved', 'paid', 'cancelled'] as const).filter(takesDetails)).toEqual(['due', 'details']))
