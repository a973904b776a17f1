import { MAX_BYTES } from '~/domain/setup/yaml-source'
import { readForm } from '~/request-body.server'

/** A form around a text of the largest size, with its other fields and the boundaries between them. */
const MAX_FORM = MAX_BYTES * 3 + 64_000

export type SentSource =
  { ok: true; intent: 'plan' | 'apply'; source: string; version: number | null } | { ok: false; reason: 'tooLarge' | 'notText' }

/** Reads the form of an event file: the uploaded file when there is one, else the text. */
export async function readSource(request: Request): Promise<SentSource> {
  const length = Number(request.headers.get('Content-Length') ?? Infinity)
  if (!(length <= MAX_FORM)) return { ok: false, reason: 'tooLarge' }
  const form = await readForm(request, MAX_FORM)
  const file = form.get('file')
  const uploaded = file instanceof Blob && file.size > 0 ? decode(await file.arrayBuffer()) : undefined
  if (uploaded === null) return { ok: false, reason: 'notText' }
  const text = form.get('source')
  // browsers send a textarea with CR LF
  const source = uploaded ?? (typeof text === 'string' ? text.replaceAll('\r\n', '\n') : '')
  const version = Number(form.get('version'))
  const intent = form.get('intent') === 'apply' ? 'apply' : 'plan'
  return { ok: true, intent, source, version: Number.isInteger(version) && version > 0 ? version : null }
}

function decode(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
