import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { writePaced } from './paced-response'

/** A body of many parts, and how many of them were asked for. */
function counted(parts: number) {
  const asked = { parts: 0, cancelled: false }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        asked.parts += 1
        controller.enqueue(new Uint8Array(64_000))
        if (asked.parts === parts) controller.close()
      },
      cancel: () => void (asked.cancelled = true),
    },
    { highWaterMark: 0 },
  )
  return { body, asked }
}

test('who takes nothing is sent no more than fits the line, and who goes ends the body', async () => {
  const { body, asked } = counted(1_000)
  const sink = new Writable({ write: () => undefined })
  const written = writePaced(body, sink)
  await new Promise((later) => setTimeout(later, 50))
  expect(asked.parts).toBeLessThan(5)
  sink.destroy()
  await written
  expect(asked.cancelled).toBe(true)
})

test('who takes everything gets everything', async () => {
  const { body } = counted(40)
  let bytes = 0
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      bytes += chunk.length
      setTimeout(done, 1)
    },
  })
  await writePaced(body, sink)
  if (!sink.writableFinished) await new Promise((later) => sink.once('finish', later))
  expect(bytes).toBe(40 * 64_000)
})

test('a body that breaks breaks the answer: half a file is no file', async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new Uint8Array(10))
      controller.error(new Error('the disk is gone'))
    },
  })
  const sink = new Writable({ write: (_chunk, _, done) => done() })
  sink.on('error', () => undefined)
  await expect(writePaced(body, sink)).rejects.toThrow('the disk is gone')
  expect(sink.destroyed).toBe(true)
})

test('a body that is given up while nobody reads it takes the line with it', async () => {
  let giveUp: (reason: Error) => void = () => undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      giveUp = (reason) => controller.error(reason)
      controller.enqueue(new Uint8Array(64_000))
    },
  })
  const sink = new Writable({ write: () => undefined })
  sink.on('error', () => undefined)
  const written = writePaced(body, sink)
  await new Promise((later) => setTimeout(later, 20))
  giveUp(new Error('nobody reads'))
  await written
  expect(sink.destroyed).toBe(true)
})
