import { expect, test } from 'vitest'
import { AccountDetails, isResidentNumber } from './account-details'

const given = {
  accountName: '林知夏',
  bank: '示例银行桐乡支行',
  accountNumber: '6222 0000 1111 2222 333',
  idKind: 'resident',
  idNumber: '11010519491231002x',
}
const wrong = (more: object) => AccountDetails.safeParse({ ...given, ...more }).error?.issues.map(({ path }) => path[0])

test('numbers are kept without blanks', () =>
  expect(AccountDetails.parse(given)).toMatchObject({ accountNumber: '6222000011112222333', idNumber: '11010519491231002X' }))

test('a slip in a resident number is found by its check digit; a passport has none', () => {
  expect(isResidentNumber('11010519491231002X')).toBe(true)
  expect(isResidentNumber('11010519491231003X')).toBe(false)
  expect(wrong({ idNumber: '110105194912310021' })).toEqual(['idNumber'])
  expect(wrong({ idKind: 'passport', idNumber: 'E12345678' })).toBeUndefined()
})

test('what is missing is named', () => expect(wrong({ bank: ' ', accountNumber: '12' })).toEqual(['bank', 'accountNumber']))
