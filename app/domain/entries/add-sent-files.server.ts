import { BrokenForm, readMultipart } from '~/gateways/multipart.server'
import { refuse } from '~/domain/outcome'
import { addFile } from './add-file.server'
import type { AddFile, AddFileOutcome } from './add-file.server'

type SentFilesOutcome =
  | { ok: true }
  | Extract<AddFileOutcome, { ok: false }>
  | { ok: false; reason: 'dropped' | 'no-file'; detail?: Record<string, string | number> }

/**
 * Takes in the files of a plain multipart form as they stream, into one slot. Stops at the first that is refused; a
 * field left empty is no file.
 */
export async function addSentFiles(request: Request, input: Omit<AddFile, 'name' | 'body'>): Promise<SentFilesOutcome> {
  let refused: Extract<AddFileOutcome, { ok: false }> | null = null
  let taken = 0
  try {
    await readMultipart(request, async ({ name, body }) => {
      if (!name) {
        body.resume()
        return 'more'
      }
      const outcome = await addFile({ ...input, name, body })
      taken += 1
      if (outcome.ok) return 'more'
      refused = outcome
      return 'enough'
    })
  } catch (error) {
    if (!(error instanceof BrokenForm) && !request.signal.aborted) throw error
    return refuse('dropped')
  }
  if (refused) return refused
  return taken > 0 ? { ok: true } : refuse('no-file')
}
