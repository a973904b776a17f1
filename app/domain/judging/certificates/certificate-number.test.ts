import { expect, test } from 'vitest'
import { printedNumber, readNumber } from './certificate-number'

test('a number is read back as it is printed, in any grouping', () => {
  expect(printedNumber('7k3m9qrt2fgh')).toBe('7K3M-9QRT-2FGH')
  for (const typed of ['7K3M-9QRT-2FGH', '7k3m 9qrt 2fgh', '7k3m9qrt2fgh']) expect(readNumber(typed)).toBe('7k3m9qrt2fgh')
})

test.each(['', '7K3M-9QRT', '7K3M-9QRT-2FG0', '../../../etc/p'])('%j is no number', (typed) => expect(readNumber(typed)).toBeNull())
