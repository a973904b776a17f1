import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'assign-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command as npm would, typed in `folder`, without a setting. */
function assign(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV, INIT_CWD: folder }
  return new Promise((resolve) => {
    execFile('node', ['app/cli/run.mjs', 'cli/assign', ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

function write(name: string, content: unknown) {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return name
}

const problem = {
  works: [{ id: 'W1', group: 'tongji' }, { id: 'W2' }, { id: 'W3' }],
  judges: [{ id: 'J1', groups: ['tongji'], max: 320 }, { id: 'J2' }, { id: 'J3' }],
  conflicts: [['W2', 'J2']],
  preferences: [['W3', 'J3', 5]],
  pins: [
    ['W3', 'J1'],
    ['W1', 'J1'],
  ],
  perWork: 2,
  seed: 42,
}

test('a problem is solved, and what cannot be met is listed', async () => {
  const { code, out, err } = await assign(write('problem.json', problem))
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toEqual({
    assignments: [
      ['W1', 'J2'],
      ['W1', 'J3'],
      ['W2', 'J1'],
      ['W2', 'J3'],
      ['W3', 'J1'],
      ['W3', 'J2'],
    ],
    loads: { J1: 2, J2: 2, J3: 2 },
    pairMeetings: { mean: 1, sd: 0 },
    preferenceTotal: 0,
    unmet: [{ work: 'W1', judge: 'J1', missing: 0, reason: 'the pin is refused: the pair is a conflict' }],
    seconds: expect.any(Number),
  })
})

describe('problems go to stderr, one a line, with nothing on stdout', () => {
  test.each([
    ['no file', [], /^usage: /],
    ['two files', ['a.json', 'b.json'], /^usage: /],
    ['a file that is not there', ['nope.json'], /^nope\.json: there is no such file\n$/],
    ['a folder', ['.'], /^\.: is a folder; a JSON file is needed\n$/],
    ['not JSON', [write('broken.json', '{"works":')], /^broken\.json: is not JSON: .*\n$/],
    ['an empty file', [write('empty.json', '')], /^empty\.json: is not JSON: .*\n$/],
    [
      'two faults',
      [write('faults.json', { ...problem, pins: [['W9', 'J9']] })],
      /^faults\.json: pins\[0\]: “W9” is not the id of a work\nfaults\.json: pins\[0\]: “J9” is not the id of a judge\n$/,
    ],
  ])('%s', async (_, args, said) => {
    const { code, out, err } = await assign(...args)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(said)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test('100 MB', async () => {
    truncateSync(join(folder, write('large.json', ' ')), 100 * 1024 * 1024)
    expect(await assign('large.json')).toEqual({
      code: 1,
      out: '',
      err: 'large.json: has 100 MB; at most 64 MB are read\n',
    })
  })
})
