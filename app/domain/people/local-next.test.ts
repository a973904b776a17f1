import { expect, test } from 'vitest'
import { localNext } from './local-next'

test.each(['/my', '/en/my/puyuan-cup-2026/abc?page=2#files', '/e/濮院'])('%s stays', (next) => {
  expect(decodeURI(localNext(next))).toBe(next)
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'my',
  '',
  ' /my',
  '/.//evil.example',
  '/a/..//evil.example',
  '/sign-in',
  '/en/sign-in/code',
  '/sign-out',
  `/${'a'.repeat(3000)}`,
])('a forged next “%s” leads home', (next) => expect(localNext(next, '/home')).toBe('/home'))

test('no next leads home', () => {
  expect(localNext(null)).toBe('/')
  expect(localNext(undefined, '/my')).toBe('/my')
})
