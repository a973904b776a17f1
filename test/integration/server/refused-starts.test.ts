import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { built } from '#test/support/built'
import { freePort, launch } from '#test/support/servers'

beforeAll(built, 180_000)

/** A start that is expected to end by itself. */
async function refused(env: Record<string, string>) {
  const { child, output, dataDir } = await launch({ env, wait: false })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, text: output(), begun: existsSync(join(dataDir, 'postgres')) }
}

test('wrong settings are all listed at once, before anything is started', async () => {
  const { code, text, begun } = await refused({
    PORT: 'abc',
    PUBLIC_URL: 'localhost:3000',
    LOG_LEVEL: 'loud',
    DATABASE_POOL: '1',
    SEAL_KEY: 'short',
    SESSION_SECRET: 'hush-hush',
    S3_BUCKET: 'works',
    SMS_ENDPOINT: 'https://sms.example.com',
  })
  expect(code).toBe(1)
  const [first, ...lines] = text.trimEnd().split('\n')
  expect(first).toBe('settings are missing or wrong:')
  expect(lines.map((line) => /^ {2}([A-Z0-9_]+): \S/.exec(line)?.[1]).sort()).toEqual([
    'DATABASE_POOL',
    'LOG_LEVEL',
    'PORT',
    'PUBLIC_URL',
    'S3_ACCESS_KEY_ID',
    'S3_ENDPOINT',
    'S3_SECRET_ACCESS_KEY',
    'SEAL_KEY',
    'SESSION_SECRET',
    'SMS_ACCESS_KEY_ID',
    'SMS_ACCESS_KEY_SECRET',
    'SMS_SIGN_NAME',
    'SMS_TEMPLATE_CODE',
  ])
  // what was typed can be a secret
  expect(text).not.toContain('hush-hush')
  expect(begun).toBe(false)
}, 60_000)

test('a database of one’s own needs the public address', async () => {
  const { code, text } = await refused({ DATABASE_URL: 'postgresql://jingwei@127.0.0.1/jingwei' })
  expect({ code, text }).toEqual({
    code: 1,
    text: 'settings are missing or wrong:\n  PUBLIC_URL: the address people type, such as https://events.example.org\n',
  })
}, 60_000)

test('a database that is not there is said in one sentence, without its password', async () => {
  const port = await freePort()
  const { code, text } = await refused({
    DATABASE_URL: `postgresql://jingwei:hush-hush@localhost:${port}/jingwei`,
    PUBLIC_URL: 'https://events.example.org',
  })
  expect(code).toBe(1)
  expect(text).toMatch(new RegExp(`^the database at localhost:${port} cannot be reached: .*ECONNREFUSED.*\\n$`))
  expect(text).not.toContain('hush-hush')
}, 60_000)
