import { expect, test } from 'vitest'
import { ownEntries } from '~/domain/entries/own-entries.server'
import { queriesOf } from '#test/support/console'
import { addSheet, fillDraft, handIn, makeDraft, makeEditor, makeFullDraft, openContest } from '#test/support/contest'

test('says which were changed since they were handed in, and nobody else’s', async () => {
  const eventId = await openContest()
  const editor = await makeEditor()
  await makeDraft(eventId, (await makeEditor()).personId)
  const draft = await makeDraft(eventId, editor.personId)
  const same = await makeFullDraft(eventId, editor.personId, { seed: 3 })
  await handIn(eventId, same, editor)
  const changed = await makeFullDraft(eventId, editor.personId, { seed: 4 })
  await handIn(eventId, changed, editor)
  await fillDraft(eventId, changed, editor, { 'field.gauge': '3G' })
  const rows = await ownEntries(editor.personId)
  expect(rows.map(({ id, state, changed: has }) => [id, state, has])).toEqual([
    [changed, 'submitted', true],
    [same, 'submitted', false],
    [draft, 'draft', false],
  ])
})

test('three entries of two events cost no more queries than one', async () => {
  const [here, there] = [await openContest(), await openContest()]
  const editor = await makeEditor()
  await addSheet(here, await makeDraft(here, editor.personId), editor, 'board')
  const one = await queriesOf(() => ownEntries(editor.personId))
  await makeDraft(here, editor.personId)
  await addSheet(there, await makeDraft(there, editor.personId), editor, 'board')
  expect(await queriesOf(() => ownEntries(editor.personId))).toBe(one)
  expect(one).toBeGreaterThan(0)
})
