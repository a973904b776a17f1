import { readFileSync } from 'node:fs'
import { db } from '~/db.server'
import { addFile } from '~/domain/entries/add-file.server'
import type { AddFileOutcome } from '~/domain/entries/add-file.server'
import type { Editor } from '~/domain/entries/entry-row.server'
import { ownEntry } from '~/domain/entries/queries.server'
import { saveDraft } from '~/domain/entries/save-draft.server'
import { startEntry } from '~/domain/entries/start-entry.server'
import { statementsOf } from '~/domain/entries/statements'
import { submitEntry } from '~/domain/entries/submit-entry.server'
import type { SubmitEntry, SubmitOutcome } from '~/domain/entries/submit-entry.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { newId } from '~/domain/new-id.server'
import { applyEvent } from '~/domain/setup/apply-event.server'
import { invariant } from '~/invariant'
import { makePerson } from './factories'
import { sheet, streamOf } from './sheets'

/** A moment in which the contest takes entries, and the one in which it stops. */
export const during = new Date('2026-10-01T02:00:00Z')
export const deadline = new Date('2026-12-20T09:00:00Z')
export const minutesAfter = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000)

/** The Puyuan Cup as its file has it, under a name of its own; `change` edits the file’s text first. Answers the event’s id. */
export async function openContest(change: (source: string) => string = (source) => source): Promise<string> {
  const series = `cup-${newId(6)}`
  const text = readFileSync('seeds/events/puyuan-cup-2026.yaml', 'utf8').replace(/^series: puyuan-cup/m, `series: ${series}`)
  const applied = await applyEvent({ source: change(text), actorId: null, now: new Date('2026-07-01T00:00:00Z') })
  invariant(applied.ok, `the event file applies: ${JSON.stringify(applied)}`)
  return applied.value.slug
}

export const makeDesigner = (name = '林知夏') => makePerson({ name, email: `${newId()}@example.com` })

/** A new designer as who edits an entry. */
export const makeEditor = async (name?: string): Promise<Editor> => ({ personId: (await makeDesigner(name)).id })

/** A draft of a person in an event. */
export async function makeDraft(
  eventId: string,
  personId: string,
  given: { groupId?: string; trackId?: string; now?: Date } = {},
): Promise<string> {
  const { groupId = 'academic', trackId = 'craft', now = during } = given
  const started = await startEntry({ personId, eventId, groupId, trackId, requestKey: newId(), now })
  invariant(started.ok, `the draft starts: ${JSON.stringify(started)}`)
  return started.value.entryId
}

/** A form as the editor sends it. */
export function formOf(values: Record<string, string | string[]>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) form.append(name, one)
  return form
}

/** Every answer the contest asks for, of an author with a school. */
export const fullForm = (authorId: string, given: Record<string, string | string[]> = {}) =>
  formOf({
    'field.title': '潮间带',
    'field.concept': '退潮之后，滩涂上留下的纹路像一件刚刚脱下的毛衫。用起伏的罗纹与局部编织，把一次呼吸织进衣片。',
    'field.looks': '4',
    'field.knit': '85',
    'field.yarn': '羊毛70%、锦纶30%，2/26Nm',
    'field.gauge': '电脑横机 12G',
    'field.technique': ['jacquard', 'intarsia'],
    'authors.asked': '1',
    'author.0.id': authorId,
    'author.0.name': '林知夏',
    'author.0.organisation': '示例纺织大学',
    'author.0.country': 'CN',
    'author.0.email': 'lin@example.com',
    ...given,
  })

export async function fillDraft(
  eventId: string,
  entryId: string,
  editor: Editor,
  given: Record<string, string | string[]> = {},
  now = during,
): Promise<number> {
  const entry = await mine(editor, eventId, entryId)
  const form = fullForm(entry.content.authors[0]?.id ?? '', given)
  const saved = await saveDraft({ editor, eventId, entryId, version: entry.version, form, now })
  invariant(saved.ok, `the draft is saved: ${JSON.stringify(saved)}`)
  return saved.value.version
}

export async function mine(editor: Editor, eventId: string, entryId: string) {
  const entry = await ownEntry(editor, eventId, entryId)
  invariant(entry, 'the entry is there')
  return entry
}

export async function addSheet(
  eventId: string,
  entryId: string,
  editor: Editor,
  slot: string,
  given: { seed?: number; clock?: () => Date } = {},
): Promise<AddFileOutcome> {
  const bytes = await sheet(given.seed ?? 1)
  return addFile({ editor, eventId, entryId, slot, name: `${slot}.jpg`, body: streamOf(bytes), clock: given.clock ?? (() => during) })
}

/** Uploads bytes to a slot of a draft, as the upload page does. */
export const sendFile = (
  to: { editor: Editor; eventId: string; entryId: string },
  bytes: Buffer,
  { slot = 'board', name = 'board.jpg', replaces }: { slot?: string; name?: string; replaces?: string } = {},
): Promise<AddFileOutcome> => addFile({ ...to, slot, name, replaces, body: streamOf(bytes), clock: () => during })

/** A draft with everything in it, ready to be handed in. */
export async function makeFullDraft(
  eventId: string,
  personId: string,
  given: { seed?: number; fields?: Record<string, string> } = {},
): Promise<string> {
  const editor = { personId }
  const entryId = await makeDraft(eventId, personId)
  await fillDraft(eventId, entryId, editor, given.fields)
  for (const [n, slot] of ['board', 'flats', 'craft'].entries()) {
    const added = await addSheet(eventId, entryId, editor, slot, { seed: (given.seed ?? 1) * 10 + n })
    invariant(added.ok, `the ${slot} is taken: ${JSON.stringify(added)}`)
  }
  return entryId
}

/** Hands an entry in as the review page does. */
export async function handIn(eventId: string, entryId: string, editor: Editor, given: Partial<SubmitEntry> = {}): Promise<SubmitOutcome> {
  const entry = await mine(editor, eventId, entryId)
  const texts = statementsOf(entry.terms, given.lang ?? 'zh-CN')
  return submitEntry({
    editor,
    eventId,
    entryId,
    requestKey: newId(),
    reviewed: entry.sha256,
    statementHash: sha256Hex(texts.originality),
    rightsHash: sha256Hex(texts.rights),
    signing: { originality: true, rights: true, signature: '林知夏' },
    declarations: ['unpublished'],
    consents: { talent_pool: false, direct_contact: false },
    lang: 'zh-CN',
    now: during,
    ...given,
  })
}

/** Files of an entry as rows, in the order of their slots. */
export const fileRows = (eventId: string, entryId: string) =>
  db.entryFile.findMany({ where: { eventId, entryId }, orderBy: [{ slot: 'asc' }, { position: 'asc' }, { startedAt: 'asc' }] })
