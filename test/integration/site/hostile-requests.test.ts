import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, type Launched } from '#test/support/servers'

let server: Launched
beforeAll(async () => {
  server = await launch({ env: { LOG_LEVEL: 'error' } })
}, 120_000)
afterAll(() => server?.stop())

const get = async (path: string) => (await fetch(server.url + path, { redirect: 'manual' })).status

test('an address with a NUL or half a character is the asker’s fault', async () => {
  for (const path of [
    '/e/%00',
    '/judge/%00/final',
    '/demo/messages?to=%00',
    '/events?q=a%00b',
    '/en/my/x/%00.data',
    '/e/%',
    '/e/%ED%A0%80',
  ]) {
    expect(await get(path), path).toBe(400)
  }
  for (const path of ['/demo/messages?page=99999999999999999999', '/events?page=1e9', '/sign-in?next=%2500'])
    expect(await get(path), path).toBe(200)
})

test('what a stranger sends to a form is not collected without end', async () => {
  const sent = await pour('/sign-in', 200_000_000)
  expect(sent.status).toBe(413)
})

/** Sends a body of so many bytes without announcing it, and answers with the status. */
function pour(path: string, bytes: number): Promise<{ status: number | undefined }> {
  return new Promise((resolve, reject) => {
    const asked = request(
      server.url + path,
      { method: 'POST', headers: { Origin: server.url, 'Content-Type': 'application/x-www-form-urlencoded' } },
      (response) => {
        response.resume()
        resolve({ status: response.statusCode })
      },
    )
    asked.on('error', reject)
    const part = Buffer.alloc(1_000_000, 'a')
    const more = (left: number) => {
      if (left <= 0 || asked.destroyed) return asked.end()
      if (asked.write(part)) setImmediate(more, left - part.length)
      else asked.once('drain', () => more(left - part.length))
    }
    more(bytes)
  })
}
