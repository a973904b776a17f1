import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderStorage } from '~/gateways/storage-folder.server'
import { s3Storage } from '~/gateways/storage-s3.server'
import { MissingObject } from '~/gateways/stored-object'
import type { Storage } from '~/gateways/stored-object'

let folder: string
let server: S3rver
const stores: Record<string, Storage> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-'))
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'works', configs: [] }],
  })
  const { port } = await server.run()
  stores.folder = folderStorage(join(folder, 'files'))
  stores.s3 = s3Storage({
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'works',
    region: 'us-east-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const many = (bytes: number) =>
  Readable.from(
    (function* () {
      for (let sent = 0; sent < bytes; sent += 65_536) yield Buffer.alloc(Math.min(65_536, bytes - sent), sent % 251)
    })(),
  )

describe.each(['folder', 's3'])('%s', (kind) => {
  const store = () => stores[kind] as Storage

  test('what is put is got, whole and in part', async () => {
    await store().put('a/one.bin', Readable.from([Buffer.from('warp and weft')]), { bytes: 13, mime: 'text/plain' })
    expect(String(await buffer(await store().get('a/one.bin')))).toBe('warp and weft')
    expect(String(await buffer(await store().get('a/one.bin', { first: 9, last: 12 })))).toBe('weft')
  })

  test('five megabytes stream through', async () => {
    await store().put('a/big.bin', many(5_000_000), { bytes: 5_000_000, mime: 'application/octet-stream' })
    expect((await buffer(await store().get('a/big.bin'))).length).toBe(5_000_000)
  })

  test('a key is written once', async () => {
    await store().put('b/once', Readable.from([Buffer.from('1')]), { bytes: 1, mime: 'text/plain' })
    await expect(store().put('b/once', Readable.from([Buffer.from('2')]), { bytes: 1, mime: 'text/plain' })).rejects.toThrow()
    expect(String(await buffer(await store().get('b/once')))).toBe('1')
  })

  test('a missing object is said to be missing, removing it is harmless', async () => {
    await expect(store().get('no/such')).rejects.toThrow(MissingObject)
    await store().remove('no/such')
  })

  test('a listing knows its prefix', async () => {
    await store().put('c/x/1', Readable.from([Buffer.from('1')]), { bytes: 1, mime: 'text/plain' })
    await store().put('d/1', Readable.from([Buffer.from('22')]), { bytes: 2, mime: 'text/plain' })
    const keys = []
    for await (const { key, bytes } of store().list('c/')) keys.push([key, bytes])
    expect(keys).toEqual([['c/x/1', 1]])
  })

  test.each(['../out', '/etc/passwd', 'a/../../b', 'a//b', '', 'A b', '.incoming/x'])('the key %j is refused', async (key) => {
    await expect(store().get(key)).rejects.toThrow('not a storage key')
  })
})

test('a stream that breaks leaves nothing in the folder', async () => {
  const broken = Readable.from(
    (function* () {
      yield Buffer.alloc(1000)
      throw new Error('the line is dead')
    })(),
  )
  const store = stores.folder as Storage
  await expect(store.put('e/broken', broken, { bytes: 5000, mime: 'image/png' })).rejects.toThrow('the line is dead')
  await expect(store.put('e/short', Readable.from([Buffer.alloc(10)]), { bytes: 5000, mime: 'image/png' })).rejects.toThrow('10 bytes')
  expect(await readdir(join(folder, 'files', '.incoming'))).toEqual([])
  await expect(store.get('e/short')).rejects.toThrow(MissingObject)
})
