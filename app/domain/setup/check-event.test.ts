import { describe, expect, test } from 'vitest'
import { changed, event, problems } from '#test/support/event-text'
import { parseEventFile } from './parse-event-file'

describe('what only the whole file shows', () => {
  test.each([
    ['weights that do not add up', changed('weight: 6', 'weight: 5'), '27:21: weights add up to 9, weightsSum says 10 (design 5, craft 4)'],
    [
      'a range that runs backwards',
      changed('2027-01-08..2027-01-10', '2027-01-10..2027-01-08'),
      '10:16: preliminary ends before it starts (2027-01-10..2027-01-08)',
    ],
    [
      'dates out of order',
      changed('2027-01-08..2027-01-10', '2026-07-01'),
      '10:16: preliminary (2026-07-01) starts before call (2026-08-01..2026-12-20T17:00); list dates in the order they happen',
    ],
    [
      'judging before entries close',
      changed('2027-01-08..2027-01-10', '2026-12-20..2027-01-10'),
      '23:14: stage preliminary starts on 2026-12-20, before entries close on 2026-12-20',
    ],
    [
      'an id used twice',
      changed('who: student }', 'who: student }\n    - { id: academic, name: { zh: 二, en: Two }, who: anyone }'),
      '15:13: the id academic is already that of group 1; ids are unique',
    ],
    [
      'a criterion id used twice',
      changed('id: craft', 'id: design'),
      '30:19: the id design is already that of criterion 1; ids are unique',
    ],
    [
      'a date that is not there',
      changed('dates: call', 'dates: calls'),
      '11:24: there is no date “calls”; this file has call, preliminary',
    ],
    [
      'an award that follows an unknown award',
      `${event}  awards: [{ id: gold, name: { zh: 金奖, en: Gold } }, { id: teacher, name: { zh: 师, en: T }, from: [golden] }]\n`,
      '31:100: there is no other award “golden”; this file has gold',
    ],
    ['min above max', changed('max: 40', 'min: 50, max: 40'), '17:39: min is 50 and max is 40; min may not be above max'],
    [
      'more judges for a work than there are',
      changed('judges: 7', 'judges: 2, perWork: 3'),
      '24:36: perWork is 3, but the panel has 2 judges',
    ],
    [
      'a sample path that leads nowhere',
      `${event}sample: [contest.awards]\n`,
      '31:10: sample lists “contest.awards”, which is not in this file; contest has groups, entry, rights, statement, stages',
    ],
    [
      'a sample path into a list by an unknown id',
      `${event}sample: [contest.stages.final]\n`,
      '31:10: sample lists “contest.stages.final”, which is not in this file; contest.stages has preliminary',
    ],
    [
      'a style for a cover that is not knit',
      changed('weave: knit', 'style: tide, weave: drape'),
      '7:17: style is for the knit weave only, and this cover is drape',
    ],
    [
      'a contest nobody can register for',
      changed('registration: { dates: call }\n', ''),
      '11:1: a contest needs registration: { dates: … }, which says when entries open and close',
    ],
    [
      'a postponement that moved nothing',
      `${event}postponed: { at: 2026-11-01, reason: { zh: 因, en: R }, from: { call: 2026-08-01..2026-12-20T17:00 } }\n`,
      /^31:\d+: call was .* before and still is; list only dates that moved$/,
    ],
    [
      'quota by track without tracks',
      event.replace('        criteria:', '        quota: { places: 3, per: track }\n        criteria:'),
      '28:34: per is track, but this contest has no tracks; it may be group or all',
    ],
  ])('%s', (_, text, problem) => {
    const found = problems(text)
    if (typeof problem === 'string') expect(found).toContain(problem)
    else expect(found).toContainEqual(expect.stringMatching(problem))
  })

  test('the file is called by its slug', () => {
    expect(problems(event, 'test-cup')).toEqual([
      '1:9: series and edition make test-cup-2026, but the file is called test-cup.yaml; it has to be test-cup-2026.yaml',
    ])
  })
})

describe('one language missing', () => {
  const oneLanguage = changed('{ zh: 院校组, en: Academic }', '{ zh: 院校组 }')

  test('is a warning in a draft, and the other language stands in', () => {
    const parsed = parseEventFile(oneLanguage)
    expect(parsed).toMatchObject({
      ok: true,
      config: { contest: { groups: [{ name: { zh: '院校组', en: '院校组' } }] } },
      warnings: [
        {
          line: 14,
          col: 29,
          severity: 'warning',
          message: 'contest.groups.academic.name has no English (en) text',
        },
      ],
    })
  })

  test('is an error once the event is open', () => {
    expect(problems(`${oneLanguage}status: open\n`)).toEqual([
      '14:29: contest.groups.academic.name has no English (en) text; an open event needs both languages',
    ])
  })
})

test('an alias repeats a rulebook, and its faults are shown where it is written', () => {
  const twice = `${event.replace('      rulebook:\n', '      rulebook: &marks\n').replace('weight: 6', 'weight: 5')}    - { id: final, type: live, dates: preliminary, panel: { judges: 7 }, rulebook: *marks }\n`
  expect(problems(twice)).toEqual(Array.from({ length: 2 }, () => '27:21: weights add up to 9, weightsSum says 10 (design 5, craft 4)'))
})
