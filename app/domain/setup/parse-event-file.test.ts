import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { changed, event, problems } from '#test/support/event-text'
import { parseEventFile } from './parse-event-file'

test('the plain event file has nothing wrong with it', () => {
  expect(problems(event, 'test-cup-2026')).toEqual([])
})

describe('text that is not an event file', () => {
  test.each([
    ['empty', '', '1:1: the file is empty; start from `npm run events -- new SLUG --kind KIND`'],
    ['only a comment', '# nothing\n', '1:1: the file is empty; start from `npm run events -- new SLUG --kind KIND`'],
    ['a list', '- a\n- b\n', '1:1: the file must be a list of keys and values, such as “series: puyuan-cup”'],
    ['two documents', `${event}---\n${event}`, '31:1: a second document starts here (---); one file describes one event'],
    ['a tab', changed('  call:', '\tcall:'), '9:1: a tab is used for indentation; use spaces'],
    ['a key that is a list', `${event}? [a, b]\n: c\n`, '31:3: a key must be a plain word, not a list or a map'],
    ['a key twice', `${event}kind: expo\n`, '31:1: this key is written twice; keys of one map are unique'],
    ['a tag', changed('edition: 2026', 'edition: !!js/function 2026'), '2:10: tags (!…) are not used in event files; write a plain value'],
  ])('%s', (_, text, problem) => {
    expect(problems(text)).toContain(problem)
  })

  test('10 MB are refused without being read', () => {
    const started = performance.now()
    expect(problems('series: x\n'.repeat(1_050_000))).toEqual([
      '1:1: the file is larger than 1 MB; an event file is a few hundred lines of text',
    ])
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('aliases that multiply are refused where they begin', () => {
    const levels = 'bcdefghi'.split('').map((name, index) => {
      const below = 'abcdefgh'[index] ?? 'a'
      return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${below}`).join(', ')}]`
    })
    expect(problems(`a: &a [x, x, x]\n${levels.join('\n')}\n`)).toEqual([
      '2:8: aliases (*name) repeat too much; at most 40 values may be repeated in a file',
    ])
  })

  test('few aliases that still multiply are refused too', () => {
    const text = 'a: &a [x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c]\n'
    expect(problems(text)).toEqual(['2:8: aliases (*name) repeat too much; at most 40 values may be repeated in a file'])
  })

  test('a text nested beyond any use is refused', () => {
    expect(problems(`series: ${'['.repeat(100_000)}`)[0]).toMatch(/^1:\d+: /)
  })
})

describe('keys and types', () => {
  test.each([
    [
      'an unknown key says which are allowed, and which was probably meant',
      changed('edition: 2026', 'editon: 2026'),
      /^2:1: “editon” is not a key of the event; did you mean “edition”\? Allowed: series, edition, kind, status,/,
    ],
    [
      'an unknown key deep inside names its owner by id',
      changed('who: student', 'who: student, age: 20'),
      /^14:70: “age” is not a key of contest\.groups\.academic; allowed: id, name, description, who, authors, instructors$/,
    ],
    [
      'an unknown key of a criterion',
      changed('weight: 6,', 'weight: 6, colour: red,'),
      /^29:38: “colour” is not a key of contest\.stages\.preliminary\.rulebook\.criteria\.design; allowed: id, weight,/,
    ],
    [
      'a word that is not in the list',
      changed('weave: knit', 'weave: lace'),
      '7:17: cover.weave is “lace”; it takes knit, jacquard, weave or drape',
    ],
    ['a missing key', changed('kind: design-contest\n', ''), /^1:1: the event needs kind: design-contest, skills-contest,/],
    [
      'a missing key deep inside',
      changed(', who: student', ''),
      '14:7: contest.groups.academic needs who: student, professional, organisation or anyone',
    ],
    [
      'a key without a value',
      changed('who: student', 'who:'),
      '14:56: contest.groups.academic.who is empty; it takes student, professional, organisation or anyone',
    ],
    ['text for a number', changed('max: 40', 'max: forty'), '17:39: contest.entry.fields.title.max is “forty”; it takes a number'],
    [
      'a fraction for a whole number',
      changed('max: 40', 'max: 4.5'),
      '17:39: contest.entry.fields.title.max is 4.5; it takes a whole number',
    ],
    ['a number out of bounds', changed('max: 40', 'max: 900'), '17:39: contest.entry.fields.title.max is 900; it takes at most 500'],
    [
      'a list for a map',
      changed('rights: { model: publicity-licence }', 'rights: [a]'),
      '18:11: contest.rights is a list; it takes { model, note }',
    ],
    [
      'a kind of field that does not exist',
      changed('type: text', 'type: txt'),
      /^17:28: contest\.entry\.fields\.title\.type is “txt”; it takes text, longtext, number,/,
    ],
    [
      'a stage without its type',
      changed('      type: score\n', ''),
      '21:7: contest.stages.preliminary needs type: check, vote, score, live, notice or make',
    ],
    [
      'an id with capitals',
      changed('id: academic', 'id: Academic'),
      '14:13: “Academic” must be lower-case letters, digits and single hyphens, such as “craft-prize”',
    ],
    [
      'a date that does not exist',
      changed('2026-08-01..', '2026-02-30..'),
      /^9:9: “2026-02-30\.\.2026-12-20T17:00” is not a date; write 2026-08-01,/,
    ],
    ['a date key without a name', changed('  preliminary: 2027', '  jury-day: 2027'), /^10:13: “2027-01-08\.\.2027-01-10” needs a name: /],
    [
      'a time zone that does not exist',
      changed('Asia/Shanghai', 'China/Puyuan'),
      '5:11: “China/Puyuan” is not a time zone; write an IANA name such as Asia/Shanghai',
    ],
    [
      'a count that is not a range',
      changed('  rights:', '    files: [{ id: board, types: [jpg], maxMB: 20, count: 1-3, label: { zh: 图, en: Board } }]\n  rights:'),
      '18:58: “1-3” must be a number or a range such as 1..3',
    ],
  ])('%s', (_, text, problem) => {
    const found = problems(text)
    if (typeof problem === 'string') expect(found).toContain(problem)
    else expect(found).toContainEqual(expect.stringMatching(problem))
  })

  test('the same is said in Chinese', () => {
    const parsed = parseEventFile(
      changed('edition: 2026', 'editon: 2026').replace('weave: knit', 'weave: lace').replace('max: 40', 'max: forty'),
    )
    expect(parsed.ok ? [] : parsed.problems.map(({ zh }) => zh)).toEqual([
      '活动缺少 edition：数字或文字',
      expect.stringMatching(/^活动没有“editon”这个键；是不是“edition”？可写：series、edition、kind、/),
      'cover.weave 是“lace”；应为 knit、jacquard、weave 或 drape',
      'contest.entry.fields.title.max 是“forty”；应为数字',
    ])
  })

  test('every problem of a file is told at once, in the order of the text', () => {
    const text = changed('edition: 2026', 'editon: 2026').replace('weave: knit', 'weave: lace').replace('max: 40', 'max: forty')
    expect(problems(text).map((line) => line.split(':')[0])).toEqual(['1', '2', '7', '17'])
  })
})

test('no text whatever makes the reader throw or complain', () => {
  const complaints = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
  const pieces = fc.constantFrom(
    'series: ',
    'contest:\n',
    '  - ',
    '{',
    '}',
    '[',
    ']',
    '&a ',
    '*a',
    '\t',
    '\n',
    '"',
    "'",
    '? ',
    '!!x ',
    '---\n',
    '|\n',
    ': ',
    '𠮷',
  )
  const noise = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(noise, (text) => {
      const parsed = parseEventFile(text)
      expect(parsed.ok || parsed.problems.every(({ line, col }) => line >= 1 && col >= 1)).toBe(true)
    }),
    { numRuns: 500 },
  )
  expect(complaints).not.toHaveBeenCalled()
})

test('no damage to a good file makes the reader throw', () => {
  const damage = fc.tuple(fc.nat(event.length), fc.nat(60), fc.string({ unit: 'grapheme', maxLength: 8 }))
  fc.assert(
    fc.property(damage, ([at, length, put]) => {
      const parsed = parseEventFile(event.slice(0, at) + put + event.slice(at + length))
      expect(parsed.ok || parsed.problems.length > 0).toBe(true)
    }),
  )
})

test('one run tells of an unknown key, a wrong value and what contradicts beyond the schema', () => {
  const text = changed('edition: 2026', 'edition: 2026\nkynd: expo').replace('Asia/Shanghai', 'Asia/Nowhere')
  const read = parseEventFile(text, { fileName: 'other-cup-2026' })
  expect(read.ok).toBe(false)
  const messages = read.ok ? [] : read.problems.map(({ message }) => message)
  expect(messages).toEqual([
    expect.stringContaining('but the file is called other-cup-2026.yaml'),
    expect.stringContaining('“kynd” is not a key'),
    expect.stringContaining('Asia/Nowhere'),
  ])
})
