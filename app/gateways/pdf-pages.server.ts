import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { PdfFacts, PdfProblem, PdfReply, PdfTask } from './pdf-work.server'

export type { PdfFacts, PdfProblem } from './pdf-work.server'

// A PDF is a program that strangers wrote: a file of 1 MB can ask for gigabytes or for minutes. It is opened in a
// thread of its own, so that nobody else waits, and the thread is ended when it takes too much of either.
const READ_MS = 20_000
const DRAW_MS = 120_000
const MOST_MEMORY = 1_500 * 1024 * 1024
const WATCH_MS = 100

/** Counts and measures the pages of a PDF. A password of any kind, even one that only forbids printing, is refused. */
export async function readPdf(path: string): Promise<PdfFacts | PdfProblem> {
  const reply = await inThread({ name: 'read', path }, READ_MS)
  return 'facts' in reply ? reply.facts : 'broken'
}

/**
 * The same pages in a new document: nothing of the old one's description, XMP packet, bookmarks, attachments,
 * scripts, forms or notes comes along, only what is drawn. Throws when it cannot be made.
 */
export const bareCopy = async (path: string): Promise<Buffer> => bytesOf(await inThread({ name: 'copy', path }, DRAW_MS))

/** Draws the first page as PNG, `side` pixels along its longer side. Throws when it cannot be drawn. */
export const drawFirstPage = async (path: string, side: number): Promise<Buffer> =>
  bytesOf(await inThread({ name: 'draw', path, side }, DRAW_MS))

function bytesOf(reply: PdfReply): Buffer {
  if ('bytes' in reply) return Buffer.from(reply.bytes.buffer, reply.bytes.byteOffset, reply.bytes.byteLength)
  throw new Error('failed' in reply ? reply.failed : 'no bytes')
}

/** Does one task; what breaks, hangs or grows without end is answered as failed. */
function inThread(task: PdfTask, most: number): Promise<PdfReply> {
  const thread = new Worker(resolve('build/programs/jobs/workers/pdf.js'), {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  const before = process.memoryUsage.rss()
  return new Promise<PdfReply>((answer) => {
    const give = (failed: string) => answer({ failed })
    const late = setTimeout(give, most, `not done after ${most / 1000} seconds`)
    // the thread's buffers count to nobody's heap: only the process as a whole shows them
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > MOST_MEMORY) give('takes too much memory')
    }, WATCH_MS)
    thread.once('message', answer)
    thread.once('error', (error) => give(error.message))
    thread.once('exit', () => {
      clearTimeout(late)
      clearInterval(watch)
      give('the thread ended')
    })
  }).finally(() => thread.terminate())
}
