import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GENESIS, type SealedRow, canonicalBody, sealRows, verifyChain } from './chain'
import { sha256Hex } from './sha256.server'

const written = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({
    eventId: 'puyuan-cup-2026',
    id: BigInt(100 + from + index),
    action: 'mark-saved',
    body: canonicalBody({ entry: `e${from + index}`, value: '8.5' }),
    writtenAt: `2026-11-14T02:03:${String(10 + from + index)}.000Z`,
  }))
const chain = sealRows(written(6), GENESIS, sha256Hex)
const swap = (at: number, change: Partial<SealedRow>) => chain.map((row, index) => (index === at ? { ...row, ...change } : row))

test('rows sealed in two goes are the same chain as in one', () => {
  const first = sealRows(written(4), GENESIS, sha256Hex)
  const last = first.at(-1)
  const head = { seq: last?.sealedSeq ?? 0, hash: last?.hash ?? '' }
  expect([...first, ...sealRows(written(2, 4), head, sha256Hex)]).toEqual(chain)
})

test('the first row’s hash can be computed with any tool', () => {
  const [row] = chain
  const text =
    '{"action":"mark-saved","at":"2026-11-14T02:03:10.000Z","body":"{\\"entry\\":\\"e0\\",\\"value\\":\\"8.5\\"}",' +
    `"event":"puyuan-cup-2026","id":"100","prev":"${'0'.repeat(64)}","seq":1}`
  expect(row).toMatchObject({ sealedSeq: 1, prevHash: '0'.repeat(64), hash: sha256Hex(text) })
})

test('an untouched chain is whole, in whatever order its rows are read', () => {
  const head = { seq: 6, hash: chain[5]?.hash }
  expect(verifyChain(chain, sha256Hex)).toEqual({ ok: true, head })
  expect(verifyChain([...chain].reverse(), sha256Hex)).toEqual({ ok: true, head })
  expect(verifyChain([], sha256Hex)).toEqual({ ok: true, head: GENESIS })
})

describe('the first tampered row is named', () => {
  test.each<[string, Partial<SealedRow>]>([
    ['its body', { body: canonicalBody({ entry: 'e2', value: '9.5' }) }],
    ['its action', { action: 'mark-withdrawn' }],
    ['its time', { writtenAt: '2026-11-14T02:03:13.000Z' }],
    ['its event', { eventId: 'datang-cup-2026' }],
    ['its hash', { hash: 'f'.repeat(64) }],
  ])('when %s was changed', (_, change) => {
    expect(verifyChain(swap(2, change), sha256Hex)).toMatchObject({
      ok: false,
      seq: 3,
      id: 102n,
      reason: 'changed',
    })
  })

  test('when a row was changed and sealed again, the next one no longer follows', () => {
    const [, , third] = chain
    if (!third) throw new Error('the chain has six rows')
    const [forged] = sealRows([{ ...third, body: '{}' }], { seq: 2, hash: third.prevHash }, sha256Hex)
    expect(verifyChain(swap(2, { ...forged }), sha256Hex)).toMatchObject({
      ok: false,
      seq: 4,
      reason: 'unlinked',
    })
  })

  test('when a row was taken out or put in twice', () => {
    expect(verifyChain(chain.toSpliced(2, 1), sha256Hex)).toEqual({
      ok: false,
      seq: 3,
      id: null,
      reason: 'missing',
    })
    expect(verifyChain([...chain, ...chain.slice(1, 2)], sha256Hex)).toMatchObject({
      ok: false,
      seq: 3,
      reason: 'unlinked',
    })
  })

  test('when the end was cut off or rewritten, by a head that was printed', () => {
    const printed = { seq: 6, hash: chain[5]?.hash ?? '' }
    expect(verifyChain(chain.slice(0, 5), sha256Hex)).toMatchObject({ ok: true })
    expect(verifyChain(chain.slice(0, 5), sha256Hex, printed)).toEqual({
      ok: false,
      seq: 6,
      id: null,
      reason: 'cut',
    })
    const rewritten = sealRows(
      written(6).map((row) => ({ ...row, action: 'other' })),
      GENESIS,
      sha256Hex,
    )
    expect(verifyChain(rewritten, sha256Hex, printed)).toEqual({ ok: false, seq: 6, id: 105n, reason: 'cut' })
    expect(verifyChain(chain, sha256Hex, printed)).toMatchObject({ ok: true })
  })
})

test('any change to any body is found at that row', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.string(), (at, body) => {
      fc.pre(body !== chain[at]?.body)
      expect(verifyChain(swap(at, { body }), sha256Hex)).toMatchObject({ ok: false, seq: at + 1 })
    }),
  )
})

test('a body is the same text whatever the order of its keys, and has to be JSON', () => {
  expect(canonicalBody({ b: 1, a: ['é', null] })).toBe('{"a":["é",null],"b":1}')
  expect(() => canonicalBody(undefined)).toThrow(TypeError)
  expect(() => canonicalBody({ value: Infinity })).toThrow()
})
