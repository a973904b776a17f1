import { expect, test } from 'vitest'
import { readRulebook } from './read-rulebook'
import { canonicalRulebook } from './rulebook-hash'
import { rulebookYaml } from './rulebook-yaml'

const text = { zh: '设计：只此一种解法', en: 'Design: “the” answer, no: other' }
const document = {
  rulebook: 1,
  weightsSum: 1,
  criteria: [
    {
      id: 'design',
      weight: 0.3,
      min: 1,
      max: 10,
      step: 0.5,
      name: text,
      anchors: { '9-10': text, '1-8.5': text },
    },
    {
      id: 'energy',
      weight: 0.7,
      measured: { unit: 'kWh', points: { table: { '0': 0, '8': 4 } } },
      name: text,
    },
  ],
  drop: { level: 'total', high: 1, low: 1, fromJudges: 5 },
  ties: ['criterion:design', 'chair'],
}

test('what is downloaded reads back as the document the hash is taken over', () => {
  const read = readRulebook(rulebookYaml(document))
  expect(read.ok && canonicalRulebook(read.document)).toBe(canonicalRulebook(document))
})
