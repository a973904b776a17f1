import { expect, test } from 'vitest'
import { changed, event } from '#test/support/event-text'
import { parseEventFile } from './parse-event-file'

/** What is said about a file, without its place. */
const said = (source: string): string[] => {
  const parsed = parseEventFile(source, { fileName: 'test-cup-2026' })
  return parsed.ok ? [] : parsed.problems.map(({ message }) => message)
}

const rulebook = /type: score[\s\S]*$/

test('a stage of votes needs no rulebook, and its quota has as many places as the vote keeps', () => {
  const stage = (places: number) =>
    event.replace(
      rulebook,
      `type: vote\n      dates: preliminary\n      panel: { judges: 7 }\n      ballot: { vote: [in, hold, out], keep: 30 }\n      quota: { places: ${places}, alternates: 5, per: group }\n`,
    )
  expect(said(stage(30))).toEqual([])
  expect(said(stage(20)).join()).toContain('the vote keeps 30 works, but the quota has 20 places')
})

test('no criterion may have the name of the first pass', () => {
  const first = changed('panel: { judges: 7 }', 'panel: { judges: 7 }\n      first: { vote: [in, hold, out], keep: 30 }')
  expect(said(first)).toEqual([])
  expect(said(first.replace('id: craft', 'id: vote')).join()).toContain('the id vote is that of the first pass')
})
