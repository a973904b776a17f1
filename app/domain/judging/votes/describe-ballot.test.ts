import { expect, test } from 'vitest'
import { describeBallot } from './describe-ballot'

test('a vote is told with how many it keeps and where', () => {
  const told = describeBallot({ vote: ['in', 'hold', 'out'], keep: 60, alternates: 5, per: 'group' }, { first: false })
  expect(told.map(({ zh }) => zh)).toContain('每组留60件，另设5件候补。')
  expect(told.map(({ en }) => en)).toContain('60 works are kept in every group, and 5 stand by.')
})

test('a first pass says what becomes of the works it does not keep', () => {
  const ballot = { vote: ['in', 'hold', 'out'] as ['in', 'hold', 'out'], keep: 1 }
  expect(describeBallot(ballot, { first: true }).at(-1)?.zh).toContain('没有总分')
  expect(describeBallot(ballot, { first: false }).some(({ zh }) => zh.includes('没有总分'))).toBe(false)
})
