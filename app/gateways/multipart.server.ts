import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'

/** One file of a form while it arrives. `body` ends or breaks with the request. */
export interface ArrivingFile {
  field: string
  name: string
  body: Readable
}

export class BrokenForm extends Error {}

const LIMITS = { fieldNameSize: 100, fieldSize: 20_000, fields: 40, files: 20, parts: 60, headerPairs: 40 }

/** How long the rest of a refused upload is read away, so that its sender gets to read the answer. */
const PATIENCE_MS = 20_000

/**
 * Reads a multipart form as it streams in. Fields that stand before a file are known when `onFile` is called for
 * it; files are handed over one after the other and never held in memory. Resolves when all have been dealt with, or
 * as soon as `onFile` answers 'enough'. Throws BrokenForm when the request is no form or breaks off.
 */
export function readMultipart(
  request: Request,
  onFile: (file: ArrivingFile, fields: URLSearchParams) => Promise<'more' | 'enough'>,
): Promise<URLSearchParams> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!request.body || !/^multipart\/form-data\s*;/i.test(type)) return Promise.reject(new BrokenForm('not a multipart form'))
  const source = Readable.fromWeb(request.body as unknown as WebStream<Uint8Array>)
  const fields = new URLSearchParams()
  return new Promise((resolve, reject) => {
    const parser = new Busboy({ headers: { 'content-type': type }, limits: LIMITS })
    let work = Promise.resolve()
    const arriving = new Set<Readable>()
    let ended = false
    const readAway = () => {
      ended = true
      request.signal.removeEventListener('abort', aborted)
      source.unpipe(parser)
      source.resume()
      const patience = setTimeout(() => source.destroy(), PATIENCE_MS).unref()
      source.once('close', () => clearTimeout(patience))
    }
    const fail = (error: Error) => {
      if (ended) return
      readAway()
      for (const body of arriving) body.destroy(error)
      work.then(
        () => reject(error),
        () => reject(error),
      )
    }
    const aborted = () => fail(new BrokenForm('the connection was closed'))
    request.signal.addEventListener('abort', aborted, { once: true })

    parser.on('field', (name, value) => fields.append(name, value))
    parser.on('file', (field, body, name) => {
      arriving.add(body)
      body.once('close', () => arriving.delete(body))
      let cut = false
      // an error nobody listens to would end the process
      body.on('error', () => {
        cut = true
      })
      work = work.then(async () => {
        if (ended) return
        if ((await onFile({ field, name: name ?? '', body }, fields)) === 'enough') {
          readAway()
          resolve(fields)
        } else body.resume()
      })
      work.catch((error: unknown) => {
        if (!ended) readAway()
        reject(cut ? new BrokenForm('the form breaks off', { cause: error }) : (error as Error))
      })
    })
    parser.on('error', (error) => fail(new BrokenForm(error instanceof Error ? error.message : 'broken')))
    source.on('error', (error) => fail(new BrokenForm(error.message)))
    parser.once('finish', () => {
      ended = true
      request.signal.removeEventListener('abort', aborted)
      work.then(() => resolve(fields), reject)
    })
    source.pipe(parser)
  })
}
