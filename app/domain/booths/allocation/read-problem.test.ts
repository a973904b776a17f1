import { describe, expect, test } from 'vitest'
import { readProblem } from './read-problem'

const sound = {
  cells: [
    { id: 'A01', hall: 'H1', x: 0, y: 0, zone: 'yarn' },
    { id: 'A02', hall: 'H1', x: 1, y: 0, zone: 'yarn' },
    { id: 'A04', hall: 'H1', x: 3, y: 0 },
  ],
  exhibitors: [
    { id: 'E1', points: 12, delegation: 'jiangxi', category: 'sock-machine', placements: [{ cells: ['A01'], value: 97 }] },
    { id: 'E2', cellsWanted: 2 },
  ],
  sensitiveCategories: ['sock-machine'],
  objective: ['placed', 'tier-regret', 'value'],
  tiers: [10, 5],
  pins: [{ exhibitor: 'E1', cells: ['A01'] }],
  seed: 42,
  timeLimitSeconds: 60,
}
const problemsOf = (data: unknown) => {
  const read = readProblem(typeof data === 'string' ? data : JSON.stringify(data))
  return read.ok ? [] : read.problems
}
const asking = (...placements: unknown[]) => ({ ...sound, pins: [], exhibitors: [{ id: 'E1', placements }] })

test('a sound problem is read as it stands', () => {
  expect(readProblem(JSON.stringify(sound))).toEqual({ ok: true, problem: sound })
})

test('everything but cells and exhibitors may be absent, and both may be empty', () => {
  expect(readProblem('{"cells":[],"exhibitors":[]}')).toEqual({
    ok: true,
    problem: {
      cells: [],
      exhibitors: [],
      sensitiveCategories: [],
      objective: ['placed', 'tier-regret', 'value'],
      tiers: [],
      pins: [],
      seed: 0,
      timeLimitSeconds: 60,
    },
  })
})

describe('every fault has one line that says what is allowed', () => {
  const cases: [name: string, data: unknown, line: string | RegExp][] = [
    ['nothing', '', /^is not JSON: [^\n]+$/],
    ['not JSON', '{"cells": [', /^is not JSON: [^\n]+$/],
    ['a list', [], 'the problem: must be an object {"cells": […], "exhibitors": […]}'],
    ['no cells', { exhibitors: [] }, 'cells: must be a list of cells'],
    ['a prototype key', '{"cells":[],"exhibitors":[],"__proto__":{"a":1}}', /“__proto__” is not a key here/],
    [
      'a constructor key in a row',
      '{"cells":[],"exhibitors":[{"id":"E1","constructor":1}]}',
      /“constructor” is not a key here; allowed are id, points/,
    ],
    [
      'a cell id twice',
      { ...sound, cells: [...sound.cells, { id: 'A01', hall: 'H2', x: 0, y: 0 }] },
      'cells[3].id: A01 is the id of cells[0].id already',
    ],
    [
      'two cells on one place',
      { ...sound, cells: [...sound.cells, { id: 'B', hall: 'H1', x: 1, y: 0 }] },
      /^cells\[3\]: .* is the place of cells\[1\] already$/,
    ],
    [
      'half a coordinate',
      { ...sound, cells: [{ id: 'A01', hall: 'H1', x: 0.5, y: 0 }, ...sound.cells.slice(1)] },
      'cells[0].x: must be a whole number from -1000000 to 1000000',
    ],
    [
      'an exhibitor twice',
      { ...sound, pins: [], exhibitors: [{ id: 'E1' }, { id: 'E1' }] },
      'exhibitors[1].id: E1 is the id of exhibitors[0].id already',
    ],
    ['an unknown cell', asking({ cells: ['Z'], value: 1 }), 'exhibitors[0].placements[0].cells[0]: “Z” is not the id of a cell'],
    ['a cell named twice', asking({ cells: ['A01', 'A01'], value: 1 }), 'exhibitors[0].placements[0].cells[1]: “A01” is named twice'],
    [
      'a place in two pieces',
      asking({ cells: ['A02', 'A04'], value: 1 }),
      'exhibitors[0].placements[0].cells: do not hang together; a stand is one piece',
    ],
    ['no cells in a place', asking({ cells: [], value: 1 }), 'exhibitors[0].placements[0].cells: must name at least one cell'],
    [
      'one place twice',
      asking({ cells: ['A01', 'A02'], value: 1 }, { cells: ['A02', 'A01'], value: 2 }),
      /are those of placements\[0\] already/,
    ],
    [
      'a value that is not finite',
      '{"cells":[{"id":"A","hall":"H","x":0,"y":0}],"exhibitors":[{"id":"E","placements":[{"cells":["A"],"value":1e999}]}]}',
      /value: must be a number from -1000000 to 1000000/,
    ],
    [
      'places and wishes',
      { ...sound, pins: [], exhibitors: [{ id: 'E1', placements: [], openings: 2 }] },
      /^exhibitors\[0\].openings: goes without placements/,
    ],
    ['an unknown level', { ...sound, objective: ['revenue'] }, 'objective[0]: must be one of placed, tier-regret, value'],
    ['no level', { ...sound, objective: [] }, 'objective: must name at least one level'],
    ['a level twice', { ...sound, objective: ['value', 'value'] }, /^objective\[1\]: value is a level of objective\[0\] already$/],
    ['tiers that rise', { ...sound, tiers: [5, 10] }, 'tiers[1]: is 10 after 5; lower bounds must descend'],
    ['a pin of nobody', { ...sound, pins: [{ exhibitor: 'E9', cells: ['A01'] }] }, 'pins[0].exhibitor: “E9” is not the id of an exhibitor'],
    ['a pin to nowhere', { ...sound, pins: [{ exhibitor: 'E1', cells: ['Z'] }] }, 'pins[0].cells[0]: “Z” is not the id of a cell'],
    ['no time', { ...sound, timeLimitSeconds: 0 }, 'timeLimitSeconds: must be a number above 0, at most 86400'],
    ['half a seed', { ...sound, seed: 1.5 }, 'seed: must be a whole number from 0 to 9007199254740991'],
  ]
  test.each(cases)('%s', (_name, data, line) => {
    const problems = problemsOf(data)
    expect(problems).toHaveLength(1)
    if (line instanceof RegExp) expect(problems[0]).toMatch(line)
    else expect(problems[0]).toBe(line)
  })

  test('hundreds of faults end in a count', () => {
    const problems = problemsOf(asking(...Array.from({ length: 300 }, (_, at) => ({ cells: [`Z${at}`], value: 1 }))))
    expect(problems).toHaveLength(21)
    expect(problems.at(-1)).toBe('and 280 more problems like these')
  })
})
