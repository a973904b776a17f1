import { expect, test } from 'vitest'
import { describeRulebook } from './describe-rulebook'
import { Rulebook } from './rulebook'

const document = {
  rulebook: 1,
  weightsSum: 10,
  criteria: [
    { id: 'design', weight: 6, min: 1, max: 10, step: 0.5, name: { zh: '服装创意设计', en: 'Design' } },
    { id: 'craft', weight: 4, min: 1, max: 10, step: 0.5, name: { zh: '针织工艺', en: 'Knitting craft' } },
  ],
  drop: { level: 'total', high: 1, low: 1, fromJudges: 5 },
  average: 'mean',
  rounding: { total: 2, mode: 'half-up' },
  ties: ['undropped-mean', 'criterion:design', 'chair'],
  quota: { places: 20, alternates: 5, per: 'group' },
}
const sentences = (change: object = {}) => describeRulebook(Rulebook.parse({ ...document, ...change }))
const text = (change: object = {}) => JSON.stringify(sentences(change).map(({ zh, en }) => [zh, en]))

test('去一高一低, from the document to Chinese sentences', () => {
  expect(sentences().map(({ zh }) => zh)).toEqual([
    '服装创意设计：1 至 10 分，每 0.5 分一档，权重 6。',
    '针织工艺：1 至 10 分，每 0.5 分一档，权重 4。',
    '权重合计 10。',
    '每位评委的总分是各项分数乘以权重之和，不舍入；每位评委须评完全部项目。',
    '评分的评委达到 5 人时，去掉 1 个最高和 1 个最低的评委总分；不足 5 人时全部计入。',
    '作品总分是计入的评委总分的平均值，保留 2 位小数（四舍五入）。',
    '按总分从高到低排名；名次相同的并列，其后的名次顺延（1、1、3）。',
    '总分相同时，不去最高分和最低分、不舍入的平均分高者在前。',
    '仍相同时，“服装创意设计”得分高者在前。',
    '仍相同时，由评委会主席裁定，裁定前名次并列。',
    '每个组别名次在前的 20 件入围，其后 5 件候补；并列跨过名额线的，不自动取舍。',
    '评委回避的作品，由其余评委评分，按实际评分人数计算。',
    '评委未评的作品，由其余评委评分，按实际评分人数计算。',
    '未获任何评分的作品不计总分、不排名，列在最后。',
  ])
})

test('a figure-skating rulebook in English', () => {
  const skating = {
    drop: { level: 'criterion', high: 1, low: 1, fromJudges: 3 },
    rounding: { criterion: 2, weighted: 2, total: 2, mode: 'half-even' },
    ties: ['majority'],
    quota: undefined,
  }
  expect(
    sentences(skating)
      .slice(3, 9)
      .map(({ en }) => en),
  ).toEqual([
    'From 3 scoring judges on, the 1 highest and the 1 lowest of the marks of each criterion are dropped; with fewer judges all count.',
    'The score of a criterion is the mean of the marks that count, to 2 decimals (halves rounded to the even digit); it is multiplied by the weight, to 2 decimals (halves rounded to the even digit).',
    'The work’s total is the sum over the criteria, to 2 decimals (halves rounded to the even digit).',
    'Works are ranked by total, highest first; equal works share a rank and the next rank is skipped (1, 1, 3).',
    'When totals are equal, the work that more judges placed higher comes first.',
    'Works still equal share the rank.',
  ])
})

test.each<[string, object]>([
  ['a weight', { criteria: [{ ...document.criteria[0], weight: 5 }, document.criteria[1]], weightsSum: 9 }],
  ['a step', { criteria: [{ ...document.criteria[0], step: 1 }, document.criteria[1]] }],
  ['the level of dropping', { drop: { ...document.drop, level: 'criterion' } }],
  ['how many are dropped', { drop: { ...document.drop, high: 2 } }],
  ['only the low is dropped', { drop: { ...document.drop, high: 0 } }],
  ['from how many judges', { drop: { ...document.drop, fromJudges: 7 } }],
  ['no dropping', { drop: undefined }],
  ['the median', { average: 'median' }],
  ['decimals of the total', { rounding: { total: 3, mode: 'half-up' } }],
  ['decimals of a judge’s total', { rounding: { weighted: 2, total: 2, mode: 'half-up' } }],
  ['whole numbers', { rounding: { total: 0, mode: 'half-up' } }],
  ['the mode', { rounding: { total: 2, mode: 'down' } }],
  ['the order of the tie chain', { ties: ['criterion:design', 'undropped-mean', 'chair'] }],
  ['no tie chain', { ties: [] }],
  ['a lowest mark', { ties: ['fewer-low', 'time'] }],
  ['places', { quota: { ...document.quota, places: 19 } }],
  ['alternates', { quota: { ...document.quota, alternates: 0 } }],
  ['the scope of the quota', { quota: { ...document.quota, per: 'group-track' } }],
  ['recusals', { recusal: 'substitute' }],
  ['absences', { absence: 'wait' }],
  ['unmarked works', { unscored: 'wait' }],
])('changing %s changes the text', (_, change) => expect(text(change)).not.toBe(text()))

test('measured values say how they become points', () => {
  const measured = (points: object) => ({
    weightsSum: undefined,
    ties: [],
    criteria: [{ id: 'energy', weight: 1, name: { zh: '能耗', en: 'Energy' }, measured: { unit: 'kWh', points } }],
  })
  expect(sentences(measured({ linear: { from: 1.2, at: 10, to: 2.4, then: 0 } }))[0]?.zh).toBe(
    '能耗：按实测值计分（以kWh计），1.2 为 10 分，2.4 为 0 分，其间按直线折算，两端以外不再增减，权重 1。',
  )
  expect(sentences(measured({ table: { 10: 7, 0: 0, 8: 4 } }))[0]?.en).toBe(
    'Energy: points of the highest threshold the measured value (in kWh) reaches: 0 from 0, 4 from 8, 7 from 10; below the lowest threshold its points; weight 1.',
  )
})
