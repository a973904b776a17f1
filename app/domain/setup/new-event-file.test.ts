import { expect, test } from 'vitest'
import { EventKind } from '~/domain/events/section'
import { newEventFile } from './new-event-file'
import { parseEventFile } from './parse-event-file'

test.each(EventKind.options)('a new %s is a draft with nothing to say but its placeholders', (kind) => {
  const made = newEventFile('knit-cup-2027', kind)
  expect(made).toMatchObject({ ok: true })
  if (!made.ok) return
  const parsed = parseEventFile(made.text, { fileName: 'knit-cup-2027' })
  expect(parsed.ok && parsed.warnings.map(({ message }) => message.split(' ')[0])).toEqual([
    'name.zh',
    'name.en',
    'owner.id',
    'owner.name.zh',
    'owner.name.en',
  ])
  expect(parsed).toMatchObject({
    ok: true,
    config: { series: 'knit-cup', edition: '2027', kind, status: 'draft' },
  })
})

test('an edition may have a season', () => {
  const made = newEventFile('ph-value-2027-spring', 'expo')
  expect(made.ok && made.text).toContain('series: ph-value\nedition: 2027-spring\n')
})

test.each([
  ['an unknown kind', 'knit-cup-2027', 'gala', /^“gala” is not a kind of event; kinds are design-contest, /],
  ['no edition', 'knit-cup', 'expo', /^“knit-cup” is not a slug; /],
  ['capitals', 'Knit-Cup-2027', 'expo', /^“Knit-Cup-2027” is not a slug; /],
])('%s is refused', (_, slug, kind, message) => {
  expect(newEventFile(slug, kind)).toEqual({ ok: false, message: expect.stringMatching(message) })
})
