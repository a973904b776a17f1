import { describe, expect, test } from 'vitest'
import { readProblem } from './read-problem'

const sound = {
  works: [{ id: 'W1', group: 'tongji' }, { id: 'W2' }],
  judges: [{ id: 'J1', groups: ['tongji'], max: 320 }, { id: 'J2' }],
  perWork: 1,
}
const problemsOf = (data: unknown) => {
  const read = readProblem(typeof data === 'string' ? data : JSON.stringify(data))
  return read.ok ? [] : read.problems
}

test('everything but works, judges and perWork may be absent', () => {
  expect(readProblem(JSON.stringify(sound))).toEqual({ ok: true, problem: sound })
  expect(problemsOf({ works: sound.works, judges: sound.judges })).toEqual(['perWork: must be a whole number from 1 to 1000000'])
})

describe('every fault has one line that says what is allowed', () => {
  const cases: [name: string, data: unknown, line: string | RegExp][] = [
    ['not JSON', '{"works": [', /^is not JSON: [^\n]+$/],
    ['a list', [], 'the problem: must be an object {"works": […], "judges": […], "perWork": 3}'],
    [
      'an unknown key',
      { ...sound, perwork: 2 },
      'the problem: “perwork” is not a key here; allowed are works, judges, conflicts, preferences, pins, perWork, seed',
    ],
    [
      'an unknown key of a judge',
      { ...sound, judges: [{ id: 'J1', maximum: 3 }] },
      'judges[0]: “maximum” is not a key here; allowed are id, groups, max',
    ],
    ['no works', { ...sound, works: [] }, 'works: must name at least one work'],
    ['an id that is a number', { ...sound, works: [{ id: 7 }] }, 'works[0].id: must be text in quotes'],
    ['a work twice', { ...sound, works: [{ id: 'W1' }, { id: 'W1' }] }, 'works[1].id: “W1” is already the id of works[0]; ids must differ'],
    [
      'a judge twice',
      { ...sound, judges: [{ id: 'J1' }, { id: 'J1' }] },
      'judges[1].id: “J1” is already the id of judges[0]; ids must differ',
    ],
    ['an unknown work', { ...sound, conflicts: [['W9', 'J1']] }, 'conflicts[0]: “W9” is not the id of a work'],
    ['an unknown judge', { ...sound, pins: [['W1', 'J9']] }, 'pins[0]: “J9” is not the id of a judge'],
    ['an unknown pair', { ...sound, preferences: [['W1', 'J9', 4]] }, 'preferences[0]: “J9” is not the id of a judge'],
    [
      'a preference twice',
      {
        ...sound,
        preferences: [
          ['W1', 'J1', 4],
          ['W1', 'J1', 5],
        ],
      },
      'preferences[1]: ["W1","J1"] already has one in preferences[0]; each pair may have one',
    ],
    ['a pair of three', { ...sound, conflicts: [['W1', 'J1', 'J2']] }, 'conflicts[0]: must be ["WORK", "JUDGE"]'],
    ['a preference without a number', { ...sound, preferences: [['W1', 'J1']] }, 'preferences[0]: must be ["WORK", "JUDGE", NUMBER]'],
    [
      'a huge preference',
      '{"works":[{"id":"W1"}],"judges":[{"id":"J1"}],"perWork":1,"preferences":[["W1","J1",1e999]]}',
      'preferences[0][2]: must be a number from −1000000 to 1000000',
    ],
    ['a negative max', { ...sound, judges: [{ id: 'J1', max: -1 }] }, 'judges[0].max: must be a whole number from 0 to 1000000'],
    ['perWork 0', { ...sound, perWork: 0 }, 'perWork: must be a whole number from 1 to 1000000'],
    ['more per work than judges', { ...sound, perWork: 3 }, 'perWork: is 3 with 2 judges; allowed are 1 to 2'],
    ['half a judge', { ...sound, perWork: 1.5 }, 'perWork: must be a whole number from 1 to 1000000'],
    ['a seed beyond exact numbers', { ...sound, seed: 1e300 }, 'seed: must be a whole number from 0 to 9007199254740991'],
  ]
  test.each(cases)('%s', (_name, data, line) => {
    const problems = problemsOf(data)
    expect(problems).toHaveLength(1)
    if (line instanceof RegExp) expect(problems[0]).toMatch(line)
    else expect(problems[0]).toBe(line)
  })

  test('hundreds of faults end in a count', () => {
    const problems = problemsOf({ ...sound, conflicts: Array.from({ length: 300 }, () => ['W9', 'J1']) })
    expect(problems).toHaveLength(21)
    expect(problems.at(-1)).toBe('and 280 more problems like these')
  })

  test('a problem too large to solve', () => {
    const works = Array.from({ length: 3000 }, (_, at) => ({ id: `W${at}` }))
    const judges = Array.from({ length: 2000 }, (_, at) => ({ id: `J${at}` }))
    expect(problemsOf({ works, judges, perWork: 3 })).toEqual([
      'works × judges: 3000 × 2000 is more than is solved at once; allowed are 4000000',
    ])
  })
})
