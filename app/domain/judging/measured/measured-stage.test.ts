import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRulebook } from '../check-rulebook'
import { describeRulebook } from '../describe-rulebook'
import { rankStage } from '../rank'
import { Rulebook } from '../rulebook'
import { scoreStage } from '../score-stage'
import { type RecordedValue, clockTimes } from './recorded-points'
import { singleStandings } from './single-standings'
import { teamStandings } from './team-standings'

const name = { zh: '项', en: 'Item' }

/** Theory 30; practice 70 of a timed part, its faults and what referees mark: 20 + 50 + 30 points. */
const skills = Rulebook.parse({
  rulebook: 1,
  modules: [
    { id: 'theory', share: 30, name },
    { id: 'practice', share: 70, name },
  ],
  run: { stops: 'excluded', parts: [{ id: 'threading', name }] },
  criteria: [
    {
      id: 'paper',
      module: 'theory',
      weight: 1,
      name,
      measured: { unit: '/100', source: 'sheet', points: { linear: { from: 0, at: 0, to: 100, then: 100 } } },
    },
    {
      id: 'time',
      module: 'practice',
      weight: 2,
      name,
      measured: { unit: 's', source: 'clock', part: 'threading', points: { linear: { from: 300, at: 10, to: 600, then: 0 } } },
    },
    {
      id: 'quality',
      module: 'practice',
      weight: 1,
      name,
      measured: {
        unit: { zh: '处', en: 'faults' },
        source: 'faults',
        points: {
          deductions: {
            from: 50,
            faults: [
              { id: 'missed', name, each: 2 },
              { id: 'crossed', name, each: 3, atMost: 9 },
            ],
          },
        },
      },
    },
    { id: 'conduct', module: 'practice', weight: 1, min: 0, max: 30, step: 0.5, name },
  ],
  rounding: { criterion: 2, module: 2, total: 2 },
  ties: ['criterion:practice', 'time'],
  singles: [{ id: 'threading', name, criteria: ['time', 'quality'] }],
  teams: { field: 'delegation', best: 2 },
})

const records = (entry: string, [paper, time, missed, crossed]: (string | null)[]): RecordedValue[] => [
  { entry, criterion: 'paper', item: '', value: paper ?? null },
  { entry, criterion: 'time', item: '', value: time ?? null },
  { entry, criterion: 'quality', item: 'missed', value: missed ?? null },
  { entry, criterion: 'quality', item: 'crossed', value: crossed ?? null },
]
const conduct = (entry: string, judge: string, score: string) => ({ entry, judge, criterion: 'conduct', score })
const entries = ['A', 'B'].map((id) => ({ id, category: 'all' }))

test('modules count by their shares, each rounded where the rulebook says', () => {
  expect(checkRulebook(skills)).toEqual([])
  const { scores, problems } = scoreStage(
    skills,
    entries,
    [conduct('A', 'J1', '24'), conduct('A', 'J2', '27.5'), conduct('B', 'J1', '30')],
    [],
    [...records('A', ['86', '400', '3', '4']), ...records('B', ['91.5', '312.4', '0', '1'])],
  )
  expect(problems).toEqual([])
  // A: time 10 × 200/300 = 6.67 → × 2 = 13.34; quality 50 − 6 − 9 = 35; conduct 25.75 → 74.09 of 100
  expect(scores[0]).toMatchObject({
    criteria: { paper: '86.00', time: '6.67', quality: '35.00', conduct: '25.75' },
    modules: { theory: '86.00', practice: '74.09' },
    total: '77.66',
    judges: 2,
  })
  // B: time 9.59 → 19.18; quality 47; conduct 30 → 96.18; total 27.45 + 67.326
  expect(scores[1]).toMatchObject({ modules: { theory: '91.50', practice: '96.18' }, total: '94.78', judges: 1 })
})

test('who did not take part in something earns nothing for it and keeps the rest', () => {
  const { scores, problems } = scoreStage(
    skills,
    entries.slice(0, 1),
    [conduct('A', 'J1', '0')],
    [],
    records('A', ['80', null, null, null]),
  )
  expect(problems).toEqual([])
  expect(scores[0]).toMatchObject({ criteria: { time: '0.00', quality: '0.00' }, total: '24.00' })
})

test('a partial record leaves the total open and is named', () => {
  const { scores, problems } = scoreStage(
    skills,
    entries.slice(0, 1),
    [conduct('A', 'J1', '20')],
    [],
    records('A', ['80', '400', '1', '0']).slice(0, 3),
  )
  expect(scores[0]?.total).toBeNull()
  expect(problems).toEqual([{ entry: 'A', judge: '', criterion: 'quality', reason: 'not-recorded' }])
})

test.each([
  ['a negative time', { criterion: 'time', item: '', value: '-3' }, 'negative'],
  ['a count of a fault that is none', { criterion: 'quality', item: 'late', value: '1' }, 'unknown-item'],
  ['a quantity for what judges mark', { criterion: 'conduct', item: '', value: '1' }, 'unknown-criterion'],
  ['a word', { criterion: 'time', item: '', value: 'fast' }, 'not-a-number'],
])('%s is refused by name', (_, record, reason) => {
  const { problems } = scoreStage(skills, entries, [], [], [{ entry: 'A', ...record }])
  expect(problems[0]).toMatchObject({ entry: 'A', criterion: record.criterion, reason })
})

test('a judge cannot mark what is recorded for all, and nothing is recorded twice', () => {
  const twice = [...records('A', ['80', '400', '1', '0']), { entry: 'A', criterion: 'time', item: '', value: '300' }]
  const { problems } = scoreStage(
    skills,
    entries.slice(0, 1),
    [{ entry: 'A', judge: 'J1', criterion: 'time', score: '9' }, conduct('A', 'J1', '1')],
    [],
    twice,
  )
  expect(problems.map(({ reason }) => reason).sort()).toEqual(['not-for-judges', 'recorded-twice'])
})

test('equal totals go by practice, then by the shorter time', () => {
  const three = ['A', 'B', 'C'].map((id) => ({ id, category: 'all' }))
  // all 70.00: A by theory, B and C by practice with different times beyond the line's end
  const recorded = [
    ...records('A', ['84', '600', '0', '3']),
    ...records('B', ['70', '650', '0', '0']),
    ...records('C', ['70', '640', '0', '0']),
  ]
  const marks = [conduct('A', 'J1', '23'), conduct('B', 'J1', '20'), conduct('C', 'J1', '20')]
  const { scores } = scoreStage(skills, three, marks, [], recorded)
  expect(scores.map(({ total }) => total)).toEqual(['70.00', '70.00', '70.00'])
  const ranked = rankStage(skills, scores, { times: clockTimes(skills, recorded) })
  expect(ranked.map(({ entry, decidedBy }) => [entry, decidedBy])).toEqual([
    ['C', 'time'],
    ['B', 'time'],
    ['A', 'criterion:practice'],
  ])
})

test('single items go by points and then time, teams by their best two', () => {
  const four = ['A', 'B', 'C', 'D'].map((id) => ({ id, category: 'all' }))
  const recorded = [
    ...records('A', ['80', '700', '0', '0']),
    ...records('B', ['80', '690', '0', '0']),
    ...records('C', ['80', '300', '0', '0']),
    ...records('D', ['90', '500', '5', '0']),
  ]
  const { scores } = scoreStage(
    skills,
    four,
    four.map(({ id }) => conduct(id, 'J1', '20')),
    [],
    recorded,
  )
  expect(singleStandings(skills, scores, recorded).map(({ entry, points, rank }) => [entry, points, rank])).toEqual([
    ['C', '70.00', 1],
    ['B', '50.00', 2],
    ['A', '50.00', 3],
    ['D', '46.66', 4],
  ])
  const teams = teamStandings(
    skills,
    scores,
    new Map([
      ['A', '浙江'],
      ['B', '浙江'],
      ['C', '江苏'],
      ['D', '江苏'],
    ]),
  )
  expect(teams.map(({ team, rank, entries: own }) => [team, rank, own])).toEqual([
    ['江苏', 1, ['C', 'D']],
    ['浙江', 2, ['A', 'B']],
  ])
  expect(teamStandings(skills, scores, new Map([['A', '浙江']]))).toEqual([{ team: '浙江', total: null, rank: null, entries: ['A'] }])
})

test('what is recorded never decides whose total is dropped', () => {
  const base = { id: 'base', weight: 4, min: 0, max: 10, step: 0.5, name }
  const energy = {
    id: 'energy',
    weight: 6,
    name,
    measured: { unit: 'kWh', source: 'reading', points: { linear: { from: 0, at: 10, to: 10, then: 0 } } },
  }
  const both = Rulebook.parse({
    rulebook: 1,
    criteria: [base, energy],
    drop: { level: 'total', high: 1, low: 1, fromJudges: 5 },
    rounding: { total: 2 },
  })
  const judged = Rulebook.parse({ rulebook: 1, criteria: [base], drop: both.drop, rounding: {} })
  const marks = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(marks, fc.integer({ min: 0, max: 10_000 }), (halves, thousandths) => {
      const sent = halves.map((half, n) => ({ entry: 'A', judge: `J${n}`, criterion: 'base', score: String(half / 2) }))
      const value = String(thousandths / 1000)
      const [full] = scoreStage(both, entries.slice(0, 1), sent, [], [{ entry: 'A', criterion: 'energy', item: '', value }]).scores
      const [alone] = scoreStage(judged, entries.slice(0, 1), sent).scores
      expect(full?.dropped).toEqual(alone?.dropped)
      const points = (10 - thousandths / 1000) * 6
      expect(Number(full?.total)).toBeCloseTo((alone?.exact.total?.toNumber() ?? 0) + points, 1)
    }),
  )
})

test('every new rule stands in the sentences of both languages', () => {
  const sentences = describeRulebook(skills)
  const all = (lang: 'zh' | 'en') => sentences.map((sentence) => sentence[lang]).join('\n')
  for (const word of ['30%', '70%', '计时员', '服务器时间', '另一人同意', '最高的 2 人', '每处扣 2 分', '至多扣 9 分'])
    expect(all('zh')).toContain(word)
  for (const word of [
    '30% of the total',
    '70% of the total',
    'timekeeper',
    'server decides',
    'agreed to by another',
    '2 best totals',
    '9 at most',
  ])
    expect(all('en')).toContain(word)
  expect(all('en')).not.toMatch(/undefined|\p{Script=Han}/u)
})

/** The problems of the rulebook with one value put elsewhere; undefined takes it out. */
function wrong(path: (string | number)[], value: unknown): string[] {
  const document = JSON.parse(JSON.stringify(skills)) as Record<string, unknown>
  const [last = '', ...way] = [...path].reverse()
  const place = way.reverse().reduce<Record<string, unknown>>((inner, key) => inner[key] as Record<string, unknown>, document)
  place[last] = value
  return checkRulebook(Rulebook.parse(JSON.parse(JSON.stringify(document)))).map(({ message }) => message)
}

test.each([
  ['shares that do not make 100', ['modules', 0, 'share'], 40, 'shares add up to 110, they must make 100 (theory 40, practice 70)'],
  [
    'a criterion outside every module',
    ['criteria', 3, 'module'],
    undefined,
    'conduct belongs to no module; write module: and one of theory, practice',
  ],
  ['an unknown part', ['criteria', 1, 'measured', 'part'], 'mending', 'the run has no part mending (time)'],
  ['a clock in minutes', ['criteria', 1, 'measured', 'unit'], 'min', 'the clock gives time in seconds; write unit: s'],
  [
    'faults without deductions',
    ['criteria', 0, 'measured', 'source'],
    'faults',
    'paper: counted faults (source: faults) and points by deductions go together',
  ],
  [
    'judges’ totals beside modules',
    ['drop'],
    { level: 'total', high: 1, low: 1, fromJudges: 5 },
    'with modules a judge has no total of their own; drop marks by criterion',
  ],
  [
    'a single item of nothing',
    ['singles', 0, 'criteria', 0],
    'speed',
    'there is no criterion speed; there are paper, time, quality, conduct',
  ],
])('%s: the rulebook says so', (_, path, value, message) => expect(wrong(path, value)).toContain(message))
