import { kindOf } from '~/gateways/file-kind.server'
import { readPicture } from '~/gateways/images.server'
import { readPdf } from '~/gateways/pdf-pages.server'
import { refuseKind, refuseSize } from './accept-file'
import type { FileFacts, RefusedFile } from './accept-file'
import type { Received } from './receive-upload.server'
import type { FileRule } from './section'

/** Files that are looked into at once: decoding takes memory, and fifty may arrive in the same second. */
const AT_ONCE = 2

/** Reads an upload through and holds it against the rule of its slot. */
export async function inspectUpload(
  rule: FileRule,
  { path, bytes, head }: Received,
): Promise<RefusedFile | { mime: string; facts: FileFacts }> {
  if (bytes === 0) return { reason: 'empty', detail: {} }
  const mime = await kindOf(head)
  const otherKind = refuseKind(rule, mime)
  if (otherKind || mime === null) return otherKind ?? { reason: 'wrong-type', detail: {} }
  const facts = await inTurn(() => read(path, mime))
  if ('reason' in facts) return facts
  return refuseSize(rule, facts) ?? { mime, facts }
}

async function read(path: string, mime: string): Promise<RefusedFile | FileFacts> {
  if (mime === 'application/pdf') {
    const pdf = await readPdf(path)
    return typeof pdf === 'string' ? { reason: pdf, detail: {} } : { kind: 'pdf', ...pdf }
  }
  if (mime.startsWith('image/')) {
    const picture = await readPicture(path)
    return typeof picture === 'string' ? { reason: picture, detail: {} } : { kind: 'picture', ...picture }
  }
  return { kind: 'other' }
}

let busy = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else busy += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else busy -= 1
  }
}
