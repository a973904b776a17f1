import { expect, test } from 'vitest'
import { canonicalRulebook } from './rulebook-hash'
import { rulebookHash } from './rulebook-hash.server'

const document = {
  rulebook: 1,
  criteria: [{ id: 'design', weight: 3.0, min: 1, max: 10, step: 0.5, name: { zh: '设计', en: 'Design' } }],
  average: 'mean',
}

test('the canonical text sorts keys, drops spaces and writes numbers the one way RFC 8785 allows', () => {
  expect(canonicalRulebook(document)).toBe(
    '{"average":"mean","criteria":[{"id":"design","max":10,"min":1,"name":{"en":"Design","zh":"设计"},"step":0.5,"weight":3}],"rulebook":1}',
  )
})

test('the hash of a small document is the one sha256sum prints', () => {
  // printf '{"a":1}' | sha256sum
  expect(rulebookHash({ a: 1 })).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862')
})

test('key order does not change the hash, a changed weight does', () => {
  const { average, ...rest } = document
  expect(rulebookHash({ average, ...rest })).toBe(rulebookHash(document))
  expect(rulebookHash({ ...document, criteria: [{ ...document.criteria[0], weight: 4 }] })).not.toBe(rulebookHash(document))
})

test('what JSON cannot say has no hash', () => {
  expect(() => canonicalRulebook({ weight: NaN })).toThrow()
  expect(() => canonicalRulebook(undefined)).toThrow(TypeError)
})
