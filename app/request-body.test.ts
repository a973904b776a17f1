import { describe, expect, test } from 'vitest'
import { readForm, readJson } from './request-body.server'

const post = (body: BodyInit, type?: string) =>
  new Request('http://localhost/', { method: 'POST', body, duplex: 'half', headers: type ? { 'Content-Type': type } : {} } as RequestInit)
const URLENCODED = 'application/x-www-form-urlencoded'

const statusOf = async (reading: Promise<unknown>) => {
  const failed: unknown = await reading.then(
    () => null,
    (error: unknown) => error,
  )
  return failed instanceof Response ? failed.status : failed
}

/** A body that says nothing of its length and never ends; counts what was taken from it. */
function endless() {
  let taken = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken += 65_536
      controller.enqueue(new Uint8Array(65_536).fill(97))
    },
  })
  return { body, taken: () => taken }
}

describe('a form', () => {
  test('arrives with its fields in order and its files', async () => {
    const sent = new FormData()
    sent.append('a', '濮院')
    sent.append('a', '𠮷')
    sent.append('file', new File(['x'], '图.txt'))
    const form = await readForm(post(sent))
    expect(form.getAll('a')).toEqual(['濮院', '𠮷'])
    expect((form.get('file') as File).name).toBe('图.txt')
    expect([...(await readForm(post('b=1&c=%E6%B5%99', URLENCODED)))]).toEqual([
      ['b', '1'],
      ['c', '浙'],
    ])
  })

  test('loses what PostgreSQL cannot keep', async () => {
    expect([...(await readForm(post('na%00me=a%00b', URLENCODED)))]).toEqual([['name', 'ab']])
  })

  test('that is too large is refused, whether it says so or not', async () => {
    expect(await statusOf(readForm(post(`a=${'x'.repeat(2_000_000)}`, URLENCODED)))).toBe(413)
    const silent = endless()
    expect(await statusOf(readForm(post(silent.body, URLENCODED)))).toBe(413)
    expect(silent.taken()).toBeLessThan(2_500_000)
    const announced = endless()
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: announced.body,
      duplex: 'half',
      headers: { 'Content-Type': URLENCODED, 'Content-Length': '300000000' },
    } as RequestInit)
    expect(await statusOf(readForm(request))).toBe(413)
    expect(announced.taken()).toBeLessThan(200_000)
    expect(await statusOf(readForm(post('a=&'.repeat(2_001), URLENCODED)))).toBe(413)
    expect((await readForm(post('a=&'.repeat(2_000), URLENCODED))).getAll('a')).toHaveLength(2_000)
  })

  test('that is none is a bad request, not a failure of ours', async () => {
    expect(await statusOf(readForm(post('garbage', 'multipart/form-data; boundary=x')))).toBe(400)
    expect(await statusOf(readForm(post('garbage', 'text/plain')))).toBe(400)
    expect(await statusOf(readForm(new Request('http://localhost/', { method: 'POST' })))).toBe(400)
  })
})

describe('JSON', () => {
  test('loses what PostgreSQL cannot keep, at any depth', async () => {
    expect(await readJson(post('{"marks":[{"code":"K\\u0000-1","note":"a\\ud800b"}],"n":1,"pair":"\\ud842\\udfb7"}'))).toEqual({
      marks: [{ code: 'K-1', note: 'ab' }],
      n: 1,
      pair: '𠮷',
    })
  })

  test('that is none is undefined; that is too large is refused', async () => {
    expect(await readJson(post('{'))).toBeUndefined()
    expect(await readJson(post('['.repeat(400_000)))).toBeUndefined()
    expect(await readJson(post(`${'['.repeat(200_000)}${']'.repeat(200_000)}`))).toBeUndefined()
    expect(await statusOf(readJson(post(endless().body), 500_000))).toBe(413)
  })
})
