import { expect, test } from 'vitest'
import { problems } from '#test/support/event-text'

const fair = `series: test-fair
edition: 2026
kind: expo
name: { zh: 测试展, en: Test Fair }
timezone: Asia/Shanghai
owner: { id: ckia, name: { zh: 协会, en: Association } }
cover: { weave: jacquard, palette: indigo }
dates:
  application: 2026-10-08..2026-12-15
  fair: 2027-03-16..2027-03-18
expo:
  dates: fair
  applications: application
  payees: { CNY: 示例会展有限公司 }
  zones:
    - { id: yarn, name: { zh: 纱线, en: Yarn } }
  halls:
    - id: h1
      name: { zh: 馆, en: Hall }
      grid: 3
      plan: |
        AAA.RRRR
        ....RRRR
        AAA.....
      letters: { A: yarn }
      also:
        - { id: X01, at: [9, 3], size: [3, 3], zone: yarn }
  prices:
    - { id: base, for: standard, CNY: 9800, per: 9m2 }
    - { id: raw, for: raw, CNY: 980, per: m2 }
    - { id: early, when: { before: 2026-12-01 }, add: -10% }
`
const changed = (from: string, to: string) => {
  expect(fair).toContain(from)
  return problems(fair.replace(from, to), 'test-fair-2026').join('\n')
}

test('a fair with nothing wrong in it', () => expect(problems(fair, 'test-fair-2026')).toEqual([]))

test.each([
  ['an unknown sign is found where it is drawn', '....RRRR', '..?.RRRR', /23:11: the plan has “\?”/],
  ['a short row at its end', '        AAA.....\n', '        AAA....\n', /24:16: row 3 of the plan is 7 letters wide/],
  ['a stand that nobody can enter', '....RRRR', '###.RRRR', /22:9: A101 faces no aisle/],
  ['a listed stand on a drawn one', 'at: [9, 3]', 'at: [10, 3]', /27:\d+: X01 overlaps the drawn booth R105/],
  ['a letter without a zone', '{ A: yarn }', '{ B: yarn }', /25:16: the plan uses A, but letters does not say/],
  [
    'a price for openings no stand has',
    '{ before: 2026-12-01 }',
    '{ openings: 4 }',
    /31:7: early can never apply: no such stand has 4 open sides, the most is 3/,
  ],
  [
    'a price whose time is over before anyone applies',
    '2026-12-01 }',
    '2026-10-01 }',
    /31:7: early can never apply: applications open after 2026-10-01/,
  ],
  [
    'a price for raw space on a floor without any',
    'RRRR\n        ....RRRR',
    '....\n        ........',
    /30:7: raw can never apply: the floor has no raw space/,
  ],
  [
    'a percentage of nothing',
    '    - { id: base, for: standard, CNY: 9800, per: 9m2 }\n    - { id: raw, for: raw, CNY: 980, per: m2 }\n',
    '',
    /29:\d+: early can never apply: no price above it/,
  ],
  ['a discount that takes more than there is', '-10%', '-110%', /31:55: early takes away -110%/],
  ['a currency that one price lacks', 'CNY: 980,', 'CNY: 980, USD: 240,', /29:7: base has no amount in USD/],
  [
    'a payee without prices',
    '{ CNY: 示例会展有限公司 }',
    '{ CNY: 示例会展有限公司, USD: Example Ltd }',
    /14:\d+: no price is given in USD/,
  ],
])('%s', (_, from, to, expected) => {
  expect(changed(from, to)).toMatch(expected)
})
