import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** What a response is written to: Node's, or that of the compression in front of it, which holds text back until told. */
type Sink = Writable & { flush?: () => void }

/**
 * Writes a body no faster than its reader takes it. Remix's own writer (`writeReadableStreamToWritable`) never waits, so
 * that a reader who takes nothing has a whole archive or film put into memory. A reader who goes ends the body; a body that breaks
 * ends the answer, also while nobody reads it.
 */
export async function writePaced(body: ReadableStream<Uint8Array>, sink: Sink): Promise<void> {
  const reader = body.getReader()
  const gone = new AbortController()
  const left = () => {
    gone.abort()
    void reader.cancel().catch(() => undefined)
  }
  sink.once('close', left)
  reader.closed.catch((error: Error) => sink.destroy(error))
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (gone.signal.aborted) return
      const more = sink.write(part.value)
      sink.flush?.()
      if (!more) await once(sink, 'drain', { signal: gone.signal })
    }
    sink.end()
  } catch (error) {
    // who left is not told
    if (gone.signal.aborted) return
    sink.destroy(error as Error)
    throw error
  } finally {
    sink.off('close', left)
  }
}
