import { expect, test } from 'vitest'
import { recomputePackage } from '../results-package'

const measuredRulebook = `
rulebook: 1
modules:
  - { id: theory, share: 30, name: { en: Theory } }
  - { id: practice, share: 70, name: { en: Practice } }
run: { stops: excluded }
criteria:
  - { id: paper, module: theory, weight: 1, measured: { unit: points, source: sheet, points: { linear: { from: 0, at: 0, to: 100, then: 100 } } } }
  - { id: time, module: practice, weight: 10, measured: { unit: s, source: clock, points: { linear: { from: 300, at: 10, to: 600, then: 0 } } } }
rounding: { criterion: 2, module: 2, total: 2 }
ties: ['criterion:practice', time]
singles: [{ id: fastest, criteria: [time], name: { en: Fastest } }]
teams: { field: delegation, best: 1 }
`
const nobody = 'entry,judge,criterion,score\n'

test('a measured stage is computed again from measurements.csv and teams.csv', () => {
  const measurements = 'entry,criterion,item,value\nK-1,paper,,80\nK-1,time,,400\nK-2,paper,,100\nK-2,time,,\n'
  const teams = 'entry,team\nK-1,浙江\nK-2,江苏\n'
  const outcome = recomputePackage({ rulebook: measuredRulebook, scores: nobody, entries: null, measurements, teams }, (text) =>
    String(text.length),
  )
  expect(outcome.ok && outcome.output).toMatchObject({
    results: [
      { entry: 'K-1', modules: { theory: '80.00', practice: '66.70' }, total: '70.69', rank: 1, judges: 0 },
      { entry: 'K-2', modules: { theory: '100.00', practice: '0.00' }, total: '30.00', rank: 2, judges: 0 },
    ],
    singles: [
      { single: 'fastest', category: 'all', entry: 'K-1', points: '66.70', rank: 1 },
      { single: 'fastest', category: 'all', entry: 'K-2', points: '0.00', rank: 2 },
    ],
    teams: [
      { team: '浙江', total: '70.69', rank: 1, entries: ['K-1'] },
      { team: '江苏', total: '30.00', rank: 2, entries: ['K-2'] },
    ],
  })
})

test('every fault of measurements.csv and teams.csv is named at its line', () => {
  const measurements =
    'entry,criterion,item,value\nK-1,paper,,80\nK-1,paper,,81\nK-1,speed,,1\nK-1,time,late,1\nK-1,time,,-5\nK-1,time,,soon\n,time,,1\n'
  const teams = 'entry,team\nK-1,浙江\nK-9,江苏\nK-1,江苏\n'
  const outcome = recomputePackage({ rulebook: measuredRulebook, scores: nobody, entries: null, measurements, teams }, String)
  expect(!outcome.ok && outcome.problems).toEqual([
    'measurements.csv:3: paper of K-1 stands in line 2 already',
    'measurements.csv:4: speed is not recorded under this rulebook; recorded are paper, time',
    'measurements.csv:5: time has no item “late”; it has the empty one',
    'measurements.csv:6: -5 is less than nothing',
    'measurements.csv:7: time of K-1 stands in line 6 already',
    'measurements.csv:8: the entry is missing',
    'teams.csv:3: K-9 is not among the entries',
    'teams.csv:4: K-1 has a team already',
  ])
})

test('a judge’s mark for a recorded criterion is pointed to measurements.csv', () => {
  const outcome = recomputePackage({ rulebook: measuredRulebook, scores: `${nobody}K-1,J1,time,400\n`, entries: null }, String)
  expect(!outcome.ok && outcome.problems).toEqual([
    'scores.csv:2: time is recorded once for all judges: its values stand in measurements.csv',
  ])
})
