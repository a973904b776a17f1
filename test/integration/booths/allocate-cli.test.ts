import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'allocate-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command as npm would, typed in `folder`, without a setting. */
function allocate(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV, INIT_CWD: folder }
  return new Promise((resolve) => {
    execFile('node', ['app/cli/run.mjs', 'cli/allocate', ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

function write(name: string, content: unknown) {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return name
}

const problem = {
  cells: [
    { id: 'A01', hall: 'H1', x: 0, y: 0, zone: 'yarn' },
    { id: 'A02', hall: 'H1', x: 1, y: 0, zone: 'yarn' },
  ],
  exhibitors: [
    { id: 'E1', points: 12, category: 'sock-machine', placements: [{ cells: ['A01'], value: 97 }] },
    { id: 'E2', points: 3, category: 'sock-machine', placements: [{ cells: ['A02'], value: 50 }] },
  ],
  sensitiveCategories: ['sock-machine'],
  objective: ['placed', 'value'],
  seed: 42,
  timeLimitSeconds: 60,
}

test('a problem is solved and proven, and everybody is told why', async () => {
  const { code, out, err } = await allocate(write('problem.json', problem))
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toEqual({
    status: 'optimal',
    placements: [{ exhibitor: 'E1', cells: ['A01'], value: 97, why: 'its first choice' }],
    unplaced: [
      {
        exhibitor: 'E2',
        why: 'no place left: all 1 it could take are taken or ruled out; the first choice, A02, lies beside A01, where E1 of the same category sock-machine stands',
      },
    ],
    objective: { placed: 1, value: 97 },
    bound: { placed: 1, value: 97 },
    gap: 0,
    seconds: expect.any(Number),
  })
})

test('the order of rows and the run change nothing but the seconds', async () => {
  const answers = await Promise.all(
    [problem, { ...problem, cells: [...problem.cells].reverse(), exhibitors: [...problem.exhibitors].reverse() }].map(
      async (one, at) => (await allocate(write(`order-${at}.json`, one))).out,
    ),
  )
  const [first, second] = answers.map((out) => out.replace(/"seconds":[\d.]+/, ''))
  expect(second).toBe(first)
})

test('pins that contradict each other are an answer, not a fault', async () => {
  const pins = [
    { exhibitor: 'E1', cells: ['A01'] },
    { exhibitor: 'E2', cells: ['A02'] },
  ]
  const { code, out } = await allocate(write('pins.json', { ...problem, pins }))
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ status: 'infeasible', placements: [], gap: 0 })
})

describe('problems go to stderr, one a line, with nothing on stdout', () => {
  test.each([
    ['no file', [], /^usage: /],
    ['a file that is not there', ['nope.json'], /^nope\.json: there is no such file\n$/],
    ['a folder', ['.'], /^\.: is a folder; a JSON file is needed\n$/],
    ['an empty file', [write('empty.json', '')], /^empty\.json: is not JSON: .*\n$/],
    [
      'two faults',
      [write('faults.json', { ...problem, pins: [{ exhibitor: 'E9', cells: ['Z'] }] })],
      /^faults\.json: pins\[0\]\.exhibitor: “E9” is not the id of an exhibitor\nfaults\.json: pins\[0\]\.cells\[0\]: “Z” is not the id of a cell\n$/,
    ],
  ])('%s', async (_, args, said) => {
    const { code, out, err } = await allocate(...args)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(said)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test('100 MB', async () => {
    truncateSync(join(folder, write('large.json', ' ')), 100 * 1024 * 1024)
    expect(await allocate('large.json')).toEqual({ code: 1, out: '', err: 'large.json: has 100 MB; at most 64 MB are read\n' })
  })
})

test('a second is enough for a plan of a whole hall; the rest is said by the gap', async () => {
  const cells = Array.from({ length: 600 }, (_, at) => ({
    id: `A${at}`,
    hall: 'H1',
    x: at % 30,
    y: Math.floor(at / 30) * 2,
    zone: `Z${at % 3}`,
  }))
  const exhibitors = Array.from({ length: 400 }, (_, at) => ({
    id: `E${at}`,
    points: at % 16,
    category: at % 4 === 0 ? `C${at % 20}` : 'none',
    ...(at % 40 === 0 && { delegation: 'D1' }),
    cellsWanted: 1 + (at % 5 === 0 ? 1 : 0),
    openings: 2 + (at % 2),
  }))
  const { code, out } = await allocate(
    write('hall.json', {
      cells,
      exhibitors,
      sensitiveCategories: Array.from({ length: 20 }, (_, at) => `C${at}`),
      tiers: [10, 5],
      timeLimitSeconds: 1,
    }),
  )
  expect(code).toBe(0)
  const answer = JSON.parse(out) as { placements: { cells: string[] }[]; unplaced: object[]; seconds: number }
  const given = answer.placements.flatMap((one) => one.cells)
  expect(new Set(given).size).toBe(given.length)
  expect(answer.placements.length + answer.unplaced.length).toBe(400)
  expect(answer.placements.length).toBeGreaterThan(300)
})
