import type { Readable } from 'node:stream'
import { BrokenForm, readMultipart } from '~/gateways/multipart.server'
import { refuse } from '~/domain/outcome'
import type { BatchOfOwner } from './batch-row.server'
import { takeScan } from './take-scan.server'
import type { TakeScanOutcome } from './take-scan.server'
import { takeSheet } from './take-sheet.server'
import type { TakeSheetOutcome } from './take-sheet.server'
import { takeZip } from './take-zip.server'
import type { TakeZipOutcome } from './take-zip.server'

export type SentFileOutcome =
  | { at: 'sheet'; outcome: TakeSheetOutcome }
  | { at: 'zip'; outcome: TakeZipOutcome }
  | { at: 'scan'; outcome: TakeScanOutcome }
  | { at: 'page'; outcome: { ok: false; reason: 'dropped' | 'no-file' } }

/** Takes in the one file of a plain multipart form as it streams: a `sheet`, a `zip` or a `scan`, as its field is called. */
export async function takeSentFile(request: Request, owner: BatchOfOwner, now: Date): Promise<SentFileOutcome> {
  const taken: SentFileOutcome[] = []
  try {
    await readMultipart(request, async ({ field, name, body }) => {
      const one = name ? await take(owner, now, field, name, body) : null
      if (one) taken.push(one)
      else body.resume()
      return one ? 'enough' : 'more'
    })
  } catch (error) {
    if (!(error instanceof BrokenForm) && !request.signal.aborted) throw error
    return { at: 'page', outcome: refuse('dropped') }
  }
  return taken[0] ?? { at: 'page', outcome: refuse('no-file') }
}

async function take(owner: BatchOfOwner, now: Date, field: string, name: string, body: Readable): Promise<SentFileOutcome | null> {
  if (field === 'sheet') return { at: 'sheet', outcome: await takeSheet(owner, { name, body, now }) }
  if (field === 'zip') return { at: 'zip', outcome: await takeZip(owner, { name, body, now }) }
  if (field === 'scan') return { at: 'scan', outcome: await takeScan(owner, { body, now }) }
  return null
}
