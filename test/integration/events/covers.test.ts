import sharp from 'sharp'
import { expect, test } from 'vitest'
import { loader } from '~/routes/site/cover'
import { applied, cup } from '#test/support/cup'

const ask = async (slug: string, size: string, { v = '', headers = {} }: { v?: string; headers?: Record<string, string> } = {}) =>
  (loader as unknown as (args: object) => Promise<Response>)({
    request: new Request(`http://localhost/covers/${slug}/${size}${v && `?v=${v}`}`, { headers }),
    params: { slug, size },
  }).catch((thrown: unknown) => thrown as Response)

const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer())

async function event() {
  const { slug, source } = cup()
  await applied(source)
  return { slug, source }
}

test('a cover is a picture of the size asked for, the same every time', async () => {
  const { slug } = await event()
  const first = await ask(slug, '400x420.webp')
  const picture = await bytes(first)
  expect(first.headers.get('Content-Type')).toBe('image/webp')
  expect(await sharp(picture).metadata()).toMatchObject({ format: 'webp', width: 400, height: 420 })
  expect(await bytes(await ask(slug, '400x420.webp'))).toEqual(picture)
  expect(await sharp(await bytes(await ask(slug, '1140x540@2x.webp'))).metadata()).toMatchObject({
    width: 2280,
    height: 1080,
  })
})

test('two at once are drawn once and both answered', async () => {
  const { slug } = await event()
  const [a, b] = await Promise.all([ask(slug, '400x560.webp'), ask(slug, '400x560.webp')])
  expect(await bytes(a)).toEqual(await bytes(b))
})

test('the share picture bears the name and differs by language', async () => {
  const { slug } = await event()
  const [zh, en] = [await bytes(await ask(slug, '1200x630.png')), await bytes(await ask(slug, '1200x630-en.png'))]
  expect(await sharp(zh).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  expect(zh.equals(en)).toBe(false)
})

test('with its version a cover never changes; with another it is asked for again', async () => {
  const { slug, source } = await event()
  const etag = (await ask(slug, '400x420.webp')).headers.get('ETag') ?? ''
  const v = /-([^"]+)"$/.exec(etag)?.[1] ?? ''
  expect((await ask(slug, '400x420.webp', { v })).headers.get('Cache-Control')).toContain('immutable')
  expect((await ask(slug, '400x420.webp', { v: 'old' })).headers.get('Cache-Control')).not.toContain('immutable')
  expect((await ask(slug, '400x420.webp', { headers: { 'If-None-Match': etag } })).status).toBe(304)
  await applied(source.replace('palette: indigo', 'palette: lotus'))
  expect((await ask(slug, '400x420.webp', { headers: { 'If-None-Match': etag } })).status).toBe(200)
})

test('nothing is drawn in a size that is not on the list', async () => {
  const { slug } = await event()
  for (const size of [
    '9999x9999.webp',
    '400x420.png',
    '400x420.gif',
    '1200x630.webp',
    '../../etc/passwd',
    '400x420-en.webp',
    'constructor.webp',
    '',
  ])
    expect((await ask(slug, size)).status).toBe(404)
  expect((await ask('nobody-2026', '400x420.webp')).status).toBe(404)
})
