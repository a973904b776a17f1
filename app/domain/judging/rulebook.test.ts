import { describe, expect, test } from 'vitest'
import { checkRulebook } from './check-rulebook'
import { textIn } from './rulebook-text'
import { Rulebook, anchorRange } from './rulebook'

const name = { zh: '设计', en: 'Design' }
const design = { id: 'design', weight: 3, min: 1, max: 10, step: 0.5, name }

const messages = (document: object) => checkRulebook(Rulebook.parse({ rulebook: 1, criteria: [design], ...document }))
const one = (document: object) => {
  const problems = messages(document)
  expect(problems).toHaveLength(1)
  return problems[0]
}

test('what parses is what was written, so the hash is that of the document', () => {
  const document = {
    rulebook: 1,
    weightsSum: 3,
    criteria: [{ ...design, name: { zh: ' 设计'.trim() }, anchors: { '9-10': name, '8': { en: 'Good' } } }],
    ties: ['majority', 'criterion:design', 'chair'],
    quota: { places: 10 },
  }
  expect(Rulebook.parse(document)).toEqual(document)
  expect(checkRulebook(Rulebook.parse(document))).toEqual([])
})

describe('a sum of weights', () => {
  test('that is not met is spelled out', () => {
    const criteria = ['design', 'craft', 'colour', 'market'].map((id, at) => ({
      ...design,
      id,
      weight: [3, 3, 2, 1][at],
    }))
    expect(one({ weightsSum: 10, criteria })).toEqual({
      path: ['weightsSum'],
      message: 'weights add up to 9, weightsSum says 10 (design 3, craft 3, colour 2, market 1)',
      zh: '权重合计 9，weightsSum 写的是 10（design 3, craft 3, colour 2, market 1）',
    })
  })

  test('is added in decimals: 0.1 and 0.2 are 0.3', () => {
    const criteria = [
      { ...design, weight: 0.1 },
      { ...design, id: 'craft', weight: 0.2 },
    ]
    expect(messages({ weightsSum: 0.3, criteria })).toEqual([])
  })
})

describe('contradictions', () => {
  test('two criteria of one id', () => {
    expect(one({ criteria: [design, design] })).toMatchObject({ path: ['criteria', 1, 'id'] })
  })

  test('a step that never arrives', () => {
    expect(one({ criteria: [{ ...design, step: 0.4 }] })?.message).toContain('steps of 0.4 from 1 never arrive at 10')
    expect(messages({ criteria: [{ ...design, min: 0, max: 0.3, step: 0.1 }] })).toEqual([])
  })

  test('a range that is empty or finer than marks are stored', () => {
    expect(one({ criteria: [{ ...design, max: 1 }] })?.path).toEqual(['criteria', 0, 'max'])
    expect(one({ criteria: [{ ...design, step: 0.0005 }] })?.path).toEqual(['criteria', 0, 'step'])
  })

  test.each([
    [{ '9-10': name, '7-9': name }, 'overlap'],
    [{ '9-11': name }, 'outside'],
    [{ '0': name }, 'outside'],
    [{ '10-9': name }, 'backwards'],
  ])('anchors %j', (anchors, word) => {
    expect(one({ criteria: [{ ...design, anchors }] })?.message).toContain(word)
  })

  test('dropping everything there is', () => {
    expect(one({ drop: { level: 'total', high: 2, low: 1, fromJudges: 3 } })).toMatchObject({
      path: ['drop', 'fromJudges'],
      message: 'dropping 2 high and 1 low leaves nothing of 3 judges; fromJudges has to be at least 4',
    })
  })

  test('tie rules that point nowhere, repeat, or follow the chair', () => {
    expect(one({ ties: ['criterion:beauty'] })?.message).toBe('there is no criterion beauty; a tie may go by criterion:design')
    expect(one({ ties: ['time', 'time'] })?.path).toEqual(['ties', 1])
    expect(one({ ties: ['chair', 'time'] })?.path).toEqual(['ties', 0])
  })

  test('measured points without a slope, without rows, or with one row twice', () => {
    const measured = (points: object) => ({
      criteria: [{ id: 'energy', weight: 1, name, measured: { unit: 'kWh', points } }],
    })
    expect(one(measured({ linear: { from: 2, at: 10, to: 2, then: 0 } }))?.message).toContain('two different values')
    expect(one(measured({ table: {} }))?.message).toContain('empty')
    expect(one(measured({ table: { '1': 0, '1.0': 5 } }))?.message).toContain('twice')
  })
})

test.each([
  ['an unknown key', { extra: 1 }],
  ['a tie rule outside the list', { ties: ['coin'] }],
  ['a version that does not exist', { rulebook: 2 }],
  ['no criteria', { criteria: [] }],
  ['an id with capitals', { criteria: [{ ...design, id: 'Design' }] }],
  ['a weight of nothing', { criteria: [{ ...design, weight: 0 }] }],
  ['an anchor that is no mark', { criteria: [{ ...design, anchors: { high: name } }] }],
  ['a name in no language', { criteria: [{ ...design, name: {} }] }],
  ['half a place', { quota: { places: 2.5 } }],
])('the schema refuses %s', (_, document) => {
  expect(Rulebook.safeParse({ rulebook: 1, criteria: [design], ...document }).success).toBe(false)
})

test('anchor keys are ranges of marks', () => {
  expect([anchorRange('9-10'), anchorRange('8'), anchorRange('-2--1'), anchorRange('7.5-8'), anchorRange('x')]).toEqual([
    [9, 10],
    [8, 8],
    [-2, -1],
    [7.5, 8],
    null,
  ])
})

test('a text missing in one language is read in the other', () => {
  expect(textIn({ zh: '设计' }, 'en')).toBe('设计')
  expect(textIn({ en: 'Design' }, 'zh')).toBe('Design')
})
