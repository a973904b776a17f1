import { expect, test } from 'vitest'
import { nameHits } from './name-hits'

const people = [{ name: '林知夏', nameLatin: 'Lin Zhixia', organisation: '示例纺织大学' }]
const clean = { title: '海上', fields: { concept: '潮水把它推上岸。', looks: '5' }, people }

test('a work without names has no hits', () => expect(nameHits(clean)).toEqual([]))

test('a school in the concept and a name in the title are found, spacing and width aside', () => {
  const work = { ...clean, title: 'ＬＩＮ-zhixia 之海', fields: { concept: '献给母校 示例 纺织大学', title: '林知夏' } }
  expect(nameHits(work)).toEqual([
    { name: 'Lin Zhixia', field: 'title' },
    { name: '示例纺织大学', field: 'concept' },
  ])
})

test('a name of one character is not looked for', () => {
  expect(nameHits({ ...clean, title: '海', people: [{ name: '海', nameLatin: null, organisation: '' }] })).toEqual([])
})
