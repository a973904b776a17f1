import { expect, test } from 'vitest'
import { readEnv } from './env.server'

const good = {
  NODE_ENV: 'test',
  DATABASE_URL: 'postgresql://127.0.0.1/jingwei',
  SESSION_SECRET: 's'.repeat(32),
  CODE_SECRET: 'c'.repeat(32),
  SEAL_KEY: `${'A'.repeat(43)}=`,
}

test.each([
  ['PORT', '8o80', 'is a whole number from 0 to 65535'],
  ['PORT', '80000', 'is a whole number from 0 to 65535'],
  ['PORT', '1e3', 'is a whole number from 0 to 65535'],
  ['TRUST_PROXY', 'yes', 'is a whole number from 0 to 10'],
  ['DATABASE_POOL', '1', 'is a whole number from 2 to 100'],
  ['LOG_LEVEL', 'loud', 'is one of fatal, error, warn, info, debug, silent'],
  ['SMTP_URL', 'mail.example.org', 'is an address such as smtps://user:password@mail.example.org'],
  ['PUBLIC_URL', 'events.example.org', 'is an address such as https://events.example.org'],
  ['SEAL_KEY', 'short', 'is 32 bytes in base64, such as `openssl rand -base64 32` prints'],
])('a wrong %s, “%s”, is named with what is allowed', (name, value, sentence) => {
  expect(() => readEnv({ ...good, [name]: value })).toThrow(`settings are missing or wrong:\n  ${name}: ${sentence}`)
})

test('what is missing is said so, and an empty value is a missing one', () => {
  expect(() => readEnv({ ...good, SESSION_SECRET: '' })).toThrow('  SESSION_SECRET: is missing')
  expect(readEnv({ ...good, PORT: '', TRUST_PROXY: '2' })).toMatchObject({ PORT: 3000, TRUST_PROXY: 2, DATABASE_POOL: 20 })
})
