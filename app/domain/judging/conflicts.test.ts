import { describe, expect, test } from 'vitest'
import { employerDomain, normalName, normalOrganisation } from './conflict-names'
import { type JudgeIdentity, type WorkPerson, detectConflicts } from './conflicts'

const judge: JudgeIdentity = {
  id: 'J1',
  personId: 'p-judge',
  names: ['林 知夏', 'Zhixia Lin'],
  organisations: ['东华大学服装与艺术设计学院'],
  emails: ['lin@mail.dhu.edu.cn'],
}
const author: WorkPerson = {
  role: 'author',
  personId: 'p-1',
  names: ['周明'],
  organisation: '苏州大学',
  emails: ['zhou@qq.com'],
}
const found = (people: WorkPerson[], sponsors?: string[]) => detectConflicts([judge], [{ id: 'W', people, sponsors }])[0]

describe('a judge and a work', () => {
  test('of strangers are no conflict', () => expect(found([author])).toBeUndefined())

  test.each<[string, Partial<WorkPerson>, string[], boolean]>([
    ['the judge’s own work', { personId: 'p-judge' }, ['author'], true],
    [
      'own work under an address not confirmed',
      { personId: null, emails: [' LIN@mail.dhu.edu.cn'] },
      ['author', 'same-email-domain'],
      true,
    ],
    ['a work the judge taught', { role: 'instructor', personId: 'p-judge' }, ['instructor'], true],
    ['a student of another faculty of the same school', { organisation: '东华大学' }, ['same-organisation'], true],
    ['an address of the same school', { emails: ['zhou@dhu.edu.cn'] }, ['same-email-domain'], true],
    ['the judge’s name', { names: ['林知夏'] }, ['same-name'], false],
    ['the judge’s name in Latin letters, turned round', { names: ['LIN, Zhixia'] }, ['same-name'], false],
  ])('%s', (_, change, reasons, certain) => {
    expect(found([{ ...author, ...change }])).toEqual({ judge: 'J1', entry: 'W', reasons, certain })
  })

  test('a sponsor conflicts like an employer', () => {
    const [conflict] = detectConflicts(
      [{ ...judge, organisations: ['桐乡某某针织有限公司'] }],
      [{ id: 'W', people: [author], sponsors: ['桐乡某某针织（集团）股份有限公司'] }],
    )
    expect(conflict?.reasons).toEqual(['same-organisation'])
  })

  test('two people without an organisation have none in common', () => {
    expect(detectConflicts([{ ...judge, organisations: [''] }], [{ id: 'W', people: [{ ...author, organisation: ' ' }] }])).toEqual([])
  })
})

test('who made one work with the judge is a conflict on every other work', () => {
  const own = { ...author, personId: 'p-judge', names: [], emails: [] }
  const partner = { ...author, personId: 'p-partner' }
  const conflicts = detectConflicts(
    [{ ...judge, organisations: [], emails: [] }],
    [
      { id: 'together', people: [own, partner] },
      { id: 'alone', people: [partner] },
      { id: 'other', people: [{ ...author, personId: 'p-9', emails: [] }] },
    ],
  )
  expect(conflicts.map(({ entry, reasons }) => [entry, reasons])).toEqual([
    ['together', ['author', 'works-with']],
    ['alone', ['works-with']],
  ])
})

test.each([
  ['东华大学（服装与艺术设计学院）', '东华大学'],
  ['北京服装学院服装艺术与工程学院', '北京服装学院'],
  ['School of Fashion, Donghua University', 'donghua university'],
  ['DONGHUA UNIVERSITY, Shanghai', 'Donghua  University'],
  ['The Knit Co., Ltd.', 'Knit'],
  ['Kn\u00edt GmbH', 'Knit'],
  ['某某服饰有限公司', '某某服饰集团有限公司'],
  ['ＡＢＣ纺织', 'abc 纺织'],
])('%s and %s are one organisation', (a, b) => expect(normalOrganisation(a)).toBe(normalOrganisation(b)))

test('different organisations stay different', () => {
  expect(normalOrganisation('苏州大学')).not.toBe(normalOrganisation('苏州科技大学'))
  expect(normalOrganisation('某某针织有限公司')).not.toBe(normalOrganisation('某某纺织有限公司'))
})

test.each([
  ['a@mail.dhu.edu.cn', 'dhu.edu.cn'],
  ['a@dhu.edu.cn', 'dhu.edu.cn'],
  ['a@design.maglia.com', 'maglia.com'],
  ['a@qq.com', null],
  ['a@vip.163.com', null],
  ['a@gmail.com', null],
  ['a@com.cn', null],
  ['no address', null],
])('the domain of %s is %s', (address, domain) => expect(employerDomain(address)).toBe(domain))

test('a name is compared without spaces, dots and accents', () => {
  expect(normalName('欧阳 ·若溪')).toBe(normalName('欧阳若溪'))
  expect(normalName('María  José')).toBe('jose maria')
})
