import fc from 'fast-check'
import { expect, test } from 'vitest'
import { VOICES, outcomeOf, tallyOf, type Voice } from './outcome-of'

test.each([
  [{ yes: 3, no: 1, abstain: 0 }, 7, 'passed'],
  [{ yes: 3, no: 0, abstain: 0 }, 7, 'no-quorum'],
  [{ yes: 1, no: 2, abstain: 1 }, 7, 'failed'],
  [{ yes: 2, no: 2, abstain: 3 }, 7, 'casting'],
  [{ yes: 0, no: 0, abstain: 4 }, 7, 'casting'],
  [{ yes: 2, no: 1, abstain: 0 }, 6, 'no-quorum'],
] as const)('%j of %i judges: %s', (tally, entitled, outcome) => expect(outcomeOf(tally, entitled)).toBe(outcome))

test('one more voice for a motion never makes it fail, and turning all voices round turns the outcome round', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<Voice>(...VOICES), { maxLength: 15 }), fc.integer({ min: 1, max: 15 }), (voices, judges) => {
      const entitled = Math.max(judges, voices.length + 1)
      const votes = voices.map((choice) => ({ choice }))
      const before = outcomeOf(tallyOf(votes), entitled)
      const after = outcomeOf(tallyOf([...votes, { choice: 'yes' }]), entitled)
      if (before === 'passed') expect(after).toBe('passed')
      if (before === 'casting') expect(after).toBe('passed')
      const { yes, no, abstain } = tallyOf(votes)
      const turned = outcomeOf({ yes: no, no: yes, abstain }, entitled)
      expect(turned).toBe(before === 'passed' ? 'failed' : before === 'failed' ? 'passed' : before)
    }),
  )
})
