import { request } from 'node:http'
import sharp from 'sharp'
import { db } from '~/db.server'
import { invariant } from '~/invariant'
import { startSession } from '~/session.server'
import { launchOnOwnDatabase } from '#test/support/bench-server'
import { makeDesigner, makeDraft, openContest } from '#test/support/contest'
import { A3 } from '#test/support/sheets'

const AT_ONCE = 50
const MB = 1024 * 1024

/**
 * Fifty designers send an A3 JPEG of almost 20 MB at the same moment. The web process's memory is read from its own
 * metrics before and during; small pictures are made by the worker, a process of its own.
 */
export async function* run(): AsyncIterable<object> {
  const server = await launchOnOwnDatabase()
  try {
    const eventId = await openContest(openToday)
    const picture = await heavyPicture()
    const senders: Sender[] = []
    for (let n = 0; n < AT_ONCE; n += 1) senders.push(await makeSender(eventId, `示例选手${n + 1}`))
    // one upload before: what is loaded and compiled once is not what fifty at once cost
    await send(server.port, await makeSender(eventId, '示例先行'), picture)
    const before = await memoryOf(server.port)
    let highest = before
    const watch = setInterval(() => void memoryOf(server.port).then((bytes) => (highest = Math.max(highest, bytes))), 200)
    const began = performance.now()
    const times = await Promise.all(senders.map((sender) => send(server.port, sender, picture)))
    const seconds = (performance.now() - began) / 1000
    clearInterval(watch)
    const processed = await smallPicturesMade(eventId, began)
    times.sort((a, b) => a - b)
    yield {
      bench: 'upload',
      atOnce: AT_ONCE,
      fileMB: round(picture.length / MB),
      seconds: round(seconds),
      p95s: round((times[47] ?? 0) / 1000),
      webBeforeMB: round(before / MB),
      webHighestMB: round(highest / MB),
      growthMB: round((highest - before) / MB),
      smallPicturesAfterS: processed,
    }
  } finally {
    await server.stop()
  }
}

interface Sender {
  path: string
  cookie: string
}

async function makeSender(eventId: string, name: string): Promise<Sender> {
  const { id } = await makeDesigner(name)
  const entryId = await makeDraft(eventId, id, { now: new Date() })
  const cookie = (await startSession(id, new Request('http://127.0.0.1/'))).split(';')[0] ?? ''
  return { path: `/my/${eventId}/${entryId}/files?slot=board&lang=en`, cookie }
}

/** The call of the event file, moved around today. */
const openToday = (source: string) =>
  source
    .replace('call: 2026-08-01..2026-12-20', 'call: 2020-01-01..2099-12-20')
    .replace(/\b202(6-12-2[1-9]|7-\d\d-\d\d)/g, (day) => day.replace('2026', '2100').replace('2027', '2101'))

/** A3 at 300 dpi with the grain of a scanned swatch, as heavy as the rule of 20 MB permits. */
async function heavyPicture(): Promise<Buffer> {
  const noise = { create: { ...A3, channels: 3 as const, background: '#888', noise: { type: 'gaussian' as const, mean: 128, sigma: 40 } } }
  const raw = await sharp(noise).png({ compressionLevel: 0 }).toBuffer()
  for (let quality = 100; quality > 10; quality -= 1) {
    const picture = await sharp(raw).withMetadata({ density: 300 }).jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer()
    if (picture.length < 19.9 * MB) return picture
  }
  throw new Error('no quality is light enough')
}

/** Sends one form of one file and answers the milliseconds until it was taken. */
function send(port: number, { path, cookie }: Sender, picture: Buffer): Promise<number> {
  const head = Buffer.from('--cut\r\nContent-Disposition: form-data; name="file"; filename="board.jpg"\r\nContent-Type: image/jpeg\r\n\r\n')
  const tail = Buffer.from('\r\n--cut--\r\n')
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: {
          Cookie: cookie,
          Origin: `http://127.0.0.1:${port}`,
          Accept: 'application/json',
          'Content-Type': 'multipart/form-data; boundary=cut',
          'Content-Length': head.length + picture.length + tail.length,
        },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => (text += part))
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(performance.now() - began)
            : reject(new Error(`${response.statusCode} ${text.slice(0, 300)}`)),
        )
      },
    )
    asked.on('error', reject)
    for (const part of [head, picture, tail]) asked.write(part)
    asked.end()
  })
}

/** Bytes of memory the web process holds, by its own account. */
async function memoryOf(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1])
  invariant(bytes > 0, 'the metrics name no memory')
  return bytes
}

async function smallPicturesMade(eventId: string, began: number): Promise<number> {
  for (;;) {
    const waiting = await db.entryFile.count({ where: { eventId, state: 'processing' } })
    if (waiting === 0) return round((performance.now() - began) / 1000)
    await new Promise((done) => setTimeout(done, 250))
  }
}

const round = (value: number) => Math.round(value * 10) / 10
