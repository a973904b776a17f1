import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'events-cli-'))
const puyuan = join(process.cwd(), 'seeds/events/puyuan-cup-2026.yaml')
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a command as npm would, typed in `folder`. */
const events = (...args: string[]) => program('events', ...args)

function program(name: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, INIT_CWD: folder }
  return new Promise((resolve) => {
    execFile('node', ['app/cli/run.mjs', `cli/${name}`, ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

function write(name: string, text: string) {
  writeFileSync(join(folder, name), text)
  return name
}

test('check passes what is right and finds paths from where they were typed', async () => {
  write('puyuan-cup-2026.yaml', readFileSync(puyuan, 'utf8'))
  expect(await events('check', 'puyuan-cup-2026.yaml', puyuan)).toEqual({
    code: 0,
    out: 'puyuan-cup-2026  design-contest  open  ok\n'.repeat(2),
    err: '',
  })
})

test.each(['events', 'recompute', 'assign', 'allocate', 'ledger', 'demo', 'bench', 'staff'])(
  '%s prints its usage on stdout when asked for it, without a problem',
  async (name) => {
    for (const asked of ['help', '--help', '-h']) {
      const { code, out, err } = await program(name, asked)
      expect({ asked, code, err }).toEqual({ asked, code: 0, err: '' })
      expect(out).toMatch(/^usage: npm run /)
    }
  },
)

describe('problems go to stderr, one a line, with nothing on stdout', () => {
  test.each([
    ['no command', [], /^usage: .*\n/],
    ['an unknown command', ['aply', 'x.yaml'], /^usage: /],
    ['a file that is not there', ['check', 'nope.yaml'], /^nope\.yaml:1:1: there is no such file\n$/],
    ['a folder', ['check', '.'], /^\.:1:1: this is a folder/],
    ['an unknown kind', ['new', 'knit-cup-2027', '--kind', 'gala'], /^“gala” is not a kind of event; kinds are design-contest,/],
    ['no kind', ['new', 'knit-cup-2027'], /^usage: /],
  ])('%s', async (_, args, problem) => {
    const { code, out, err } = await events(...args)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(problem)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test('one bad file among good ones', async () => {
    write('test-cup-2026.yaml', 'series: test-cup\nedition: 2026\nkynd: expo\n')
    const { code, out, err } = await events('check', puyuan, 'test-cup-2026.yaml')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err.split('\n')).toContainEqual(
      expect.stringMatching(/^test-cup-2026\.yaml:3:1: “kynd” is not a key of the event; did you mean “kind”\?/),
    )
  })

  test('10 MB, bytes that are no text', async () => {
    write('large.yaml', 'a: b\n'.repeat(2_000_000))
    writeFileSync(join(folder, 'bytes.yaml'), Uint8Array.from([0xff, 0xfe, 0x00, 0x41]))
    const { code, err } = await events('check', 'large.yaml', 'bytes.yaml')
    expect(code).toBe(1)
    expect(err).toBe(
      'large.yaml:1:1: the file is larger than 1 MB; an event file is a few hundred lines of text\n' +
        'bytes.yaml:1:1: the file is not UTF-8 text\n',
    )
  })
})

test('schema prints the JSON Schema', async () => {
  const { code, out } = await events('schema')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ type: 'object', additionalProperties: false })
})

test('new writes a file that checks clean, and never over one that is there', async () => {
  const create = (kind: string) => events('new', 'knit-cup-2027', '--kind', kind, '--folder', 'made')
  expect(await create('design-contest')).toMatchObject({ code: 0, out: 'made/knit-cup-2027.yaml\n' })
  const { code, err } = await events('check', 'made/knit-cup-2027.yaml')
  expect(code).toBe(0)
  expect(err.trimEnd().split('\n')).toEqual(
    Array(5).fill(expect.stringMatching(/^made\/knit-cup-2027\.yaml:\d+:\d+: warning: .* is still “/)),
  )
  // whoever opens it as it stands is stopped
  const path = join(folder, 'made/knit-cup-2027.yaml')
  write('knit-cup-2027.yaml', readFileSync(path, 'utf8').replace('status: draft', 'status: open'))
  expect(await events('check', 'knit-cup-2027.yaml')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('name.zh is still “活动名称”'),
  })
  expect(await create('expo')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/^made\/knit-cup-2027\.yaml:1:1: the file is there already/),
  })
})

test('plan, apply and list use the database', async () => {
  const file = write('cli-cup-2026.yaml', readFileSync(puyuan, 'utf8').replace('series: puyuan-cup', 'series: cli-cup'))
  expect(await events('plan', file)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^cli-cup-2026 {2}new, version 1 .*\n {2}low {5}creates the event\n$/),
  })
  // nobody leads ckia in an empty database
  const err = 'note: ckia has no owner yet, so nobody can run its events; npm run staff -- add-owner ckia CONTACT NAME names one\n'
  expect(await events('apply', file)).toEqual({ code: 0, out: 'cli-cup-2026  version 1  created\n', err })
  expect(await events('apply', file)).toEqual({
    code: 0,
    out: 'cli-cup-2026  version 1  nothing to change\n',
    err,
  })
  write(file, readFileSync(join(folder, file), 'utf8').replace('owner: { id: ckia', 'owner: { id: someone'))
  expect(await events('apply', file)).toEqual({
    code: 1,
    out: '',
    err: 'cli-cup-2026.yaml:34:14: owner.id: the event belongs to ckia; a file cannot give it to another owner\n',
  })
  expect((await events('list')).out).toContain('cli-cup-2026  design-contest  open  version 1')
})
