import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentState, refuseVerdict, type Verdict } from './content-state'

const pass = (byId: string): Verdict => ({ decision: 'pass', byId })
const ask = (verdicts: Verdict[], given: Partial<Parameters<typeof refuseVerdict>[1]> = {}) =>
  refuseVerdict(
    { accepted: true, version: 1, verdicts },
    { byId: 'b', decision: 'pass', seen: 1, reasons: [], note: '', reviewers: 2, ...given },
  )

test('content is passed by two different people, or by one where the event asks for one', () => {
  expect(contentState([], 2)).toBe('waiting')
  expect(contentState([pass('a')], 2)).toBe('once')
  expect(contentState([pass('a'), pass('a')], 2)).toBe('once')
  expect(contentState([pass('a'), pass('b')], 2)).toBe('passed')
  expect(contentState([pass('a')], 1)).toBe('passed')
})

test('one refusal stands against any number of passes, until it is taken back', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), fc.nat(4), (people, at) => {
      const verdicts = people.map(pass)
      verdicts.splice(Math.min(at, verdicts.length), 0, { decision: 'refuse', byId: 'z' })
      expect(contentState(verdicts, 2)).toBe('refused')
      expect(contentState([...verdicts, { decision: 'reopen', byId: 'z' }], 2)).toBe('waiting')
    }),
  )
})

test('the second look is another person’s', () => {
  expect(ask([pass('b')])).toBe('own-verdict')
  expect(ask([pass('a')])).toBeNull()
  // what one has passed one may still refuse on second thoughts
  expect(ask([pass('b')], { decision: 'refuse', reasons: ['offensive'] })).toBeNull()
})

test('a verdict is about the version that was looked at, on a work that was accepted', () => {
  expect(ask([], { seen: 2 })).toBe('changed')
  expect(
    refuseVerdict(
      { accepted: false, version: 1, verdicts: [] },
      { byId: 'b', decision: 'pass', seen: 1, reasons: [], note: '', reviewers: 2 },
    ),
  ).toBe('not-accepted')
})

test('a refusal says why, a pass does not', () => {
  expect(ask([], { decision: 'refuse' })).toBe('reasons-missing')
  expect(ask([], { decision: 'refuse', reasons: ['other'] })).toBe('note-missing')
  expect(ask([], { decision: 'refuse', reasons: ['other'], note: '原因' })).toBeNull()
  expect(ask([], { reasons: ['offensive'] })).toBe('reasons-given')
  expect(ask([pass('a'), pass('c')])).toBe('decided')
  expect(ask([], { decision: 'reopen' })).toBe('nothing-to-reopen')
})
