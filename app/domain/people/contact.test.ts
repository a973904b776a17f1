import { expect, test } from 'vitest'
import { maskContact, parseContact, showContact } from './contact'

test.each([
  ['13800138000', '+8613800138000'],
  [' 138 0013-8000 ', '+8613800138000'],
  ['+86 138 0013 8000', '+8613800138000'],
  ['8613800138000', '+8613800138000'],
  ['0086 13800138000', '+8613800138000'],
  ['１３８００１３８０００', '+8613800138000'],
  ['+39 (333) 123.4567', '+393331234567'],
  ['0039 333 123 4567', '+393331234567'],
  ['+852 9123 4567', '+85291234567'],
])('%s is a mobile number', (typed, value) => expect(parseContact(typed)).toEqual({ kind: 'mobile', value }))

test.each([
  ['Lin@Example.COM', 'lin@example.com'],
  ['  a+b@mail.example.co.uk ', 'a+b@mail.example.co.uk'],
  ['林@例子.中国', '林@例子.中国'],
])('%s is an e-mail address', (typed, value) => expect(parseContact(typed)).toEqual({ kind: 'email', value }))

test.each([
  '',
  '   ',
  '12345',
  '2800138000',
  '+8602112345678',
  '+0123456789',
  '1380013800a',
  'a@b',
  'a@@b.com',
  '@b.com',
  'a b@c.com',
  'a..b@c.com',
  '"a"@b.com',
  'a@b.com, c@d.com',
  '<a@b.com>',
  `${'x'.repeat(250)}@a.com`,
  '🧶',
  '138001380001',
  'a@b.com\nBcc: c@d.com',
])('“%s” is neither', (typed) => expect(parseContact(typed)).toBeNull())

test('a mask shows enough to recognise, a contact is shown as people write it', () => {
  expect(maskContact({ kind: 'mobile', value: '+8613800138000' })).toBe('138****8000')
  expect(maskContact({ kind: 'email', value: 'lin@example.com' })).toBe('li***@example.com')
  expect(maskContact({ kind: 'email', value: 'l@example.com' })).toBe('l***@example.com')
  expect(showContact({ kind: 'mobile', value: '+8613800138000' })).toBe('138 0013 8000')
  expect(showContact({ kind: 'mobile', value: '+393331234567' })).toBe('+393331234567')
})
