import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { addSentFiles } from '~/domain/entries/add-sent-files.server'
import type { OwnEntry } from '~/domain/entries/queries.server'
import { ownEntry } from '~/domain/entries/queries.server'
import { removeFile } from '~/domain/entries/remove-file.server'
import { saveDraft } from '~/domain/entries/save-draft.server'
import { startOnBehalf } from '~/domain/entries/start-on-behalf.server'
import { statementsOf } from '~/domain/entries/statements'
import { submitEntry } from '~/domain/entries/submit-entry.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { translator } from '~/i18n/i18n.server'
import { invariant } from '~/invariant'
import { localPath, type Lang } from '~/i18n/language'
import { refusedText } from '../entrant/words.server'

export type PaperField = 'received' | 'signer' | 'waybill' | 'arrived'

interface Asked {
  slug: string
  personId: string
  lang: Lang
  now: Date
}

const pageOf = ({ slug, lang }: Asked) => localPath(lang, `/console/${slug}/entries/type-in`)
const none = {
  refusal: null as string | null,
  wrong: {} as Partial<Record<PaperField, string>>,
  values: null as Record<string, string> | null,
  slot: null as string | null,
}
const refused = (refusal: string, status = 409) => data({ ...none, refusal }, status)

/** Begins an entry and leads to its form. */
export async function answerStart(asked: Asked, form: FormData) {
  const { slug, personId, lang, now } = asked
  const text = (name: string) => String(form.get(name) ?? '')
  const outcome = await startOnBehalf({
    eventId: slug,
    personId,
    groupId: text('group'),
    trackId: text('track') || null,
    requestKey: text('requestKey'),
    now,
  })
  if (!outcome.ok)
    return refused(translator(lang, 'console')(`typeIn.refusal.${outcome.reason}`), outcome.reason === 'not-found' ? 404 : 409)
  return redirect(`${pageOf(asked)}?entry=${outcome.value.entryId}`)
}

/** Saves what was typed, complete or not. */
export async function answerSave(asked: Asked, entryId: string, form: FormData) {
  const { slug, personId, lang, now } = asked
  const t = translator(lang, 'console')
  const outcome = await saveDraft({
    editor: { personId, staff: true },
    eventId: slug,
    entryId,
    version: Number(form.get('version')),
    form,
    now,
  })
  if (outcome.ok) return redirect(`${pageOf(asked)}?entry=${entryId}&done=saved`)
  if (outcome.reason === 'stale') return refused(t('typeIn.stale'))
  return refused(t(`typeIn.refusal.${outcome.reason}`), outcome.reason === 'not-found' ? 404 : 409)
}

/** Takes in the files of one slot, straight from the request. */
export async function answerUpload(asked: Asked, entryId: string, slot: string, request: Request) {
  const { slug, personId, lang } = asked
  const outcome = await addSentFiles(request, { editor: { personId, staff: true }, eventId: slug, entryId, slot })
  if (outcome.ok) return redirect(`${pageOf(asked)}?entry=${entryId}&done=file#file-${slot}`)
  return data(
    { ...none, slot, refusal: refusedText(outcome, lang) },
    outcome.reason === 'not-found' ? 404 : outcome.reason === 'too-big' ? 413 : 422,
  )
}

export async function answerRemove(asked: Asked, entryId: string, fileId: string) {
  const { slug, personId, lang, now } = asked
  const outcome = await removeFile({ editor: { personId, staff: true }, eventId: slug, entryId, fileId, now })
  return outcome.ok
    ? redirect(`${pageOf(asked)}?entry=${entryId}`)
    : refused(translator(lang, 'console')(`typeIn.refusal.${outcome.reason}`))
}

/** What staff note of the paper in their hands. */
const Paper = (today: string) =>
  z.object({
    received: z.literal('yes'),
    signer: z.string().trim().min(1).max(80),
    waybill: z.string().trim().min(4).max(40),
    arrived: z.iso.date().refine((day) => day <= today),
    reviewed: z.string(),
    requestKey: z.string().min(8).max(64),
  })

/** Hands the saved entry in for its authors, with the paper statement noted in place of a signature. */
export async function answerSubmit(asked: Asked, entryId: string, form: FormData) {
  const { slug, personId, lang, now } = asked
  const t = translator(lang, 'console')
  const editor = { personId, staff: true }
  const entry: OwnEntry | null = await ownEntry(editor, slug, entryId)
  if (!entry) return refused(t('typeIn.refusal.not-found'), 404)
  const values = Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']))
  const given = Paper(dayIn(entry.terms.timezone, now)).safeParse(values)
  if (!given.success) {
    const at = new Set(given.error.issues.map(({ path }) => path[0]))
    const wrong = Object.fromEntries(
      (['received', 'signer', 'waybill', 'arrived'] as const)
        .filter((name) => at.has(name))
        .map((name) => [name, t(`typeIn.wrong.${name}`)]),
    )
    return data({ ...none, wrong, values }, 400)
  }
  const { signer, waybill, arrived, reviewed, requestKey } = given.data
  const texts = statementsOf(entry.terms, lang)
  const outcome = await submitEntry({
    editor,
    eventId: slug,
    entryId,
    requestKey,
    reviewed,
    statementHash: sha256Hex(texts.originality),
    rightsHash: sha256Hex(texts.rights),
    signing: { originality: true, rights: true, signature: t('typeIn.signature', { signer, waybill, arrived }) },
    declarations: [],
    // a consent is each person’s own to give, and nobody gives it for them
    consents: null,
    lang,
    now,
  })
  if (outcome.ok) return redirect(`${pageOf(asked)}?submitted=${entryId}`)
  invariant(outcome.reason !== 'judge', 'whoever types in for others may sit on a panel')
  return data({ ...none, values, refusal: t(`typeIn.refusal.${outcome.reason}`) }, outcome.reason === 'not-found' ? 404 : 409)
}

/** 2026-11-20 in a zone. */
export const dayIn = (timeZone: string, now: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now)
