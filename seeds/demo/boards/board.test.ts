import { describe, expect, test } from 'vitest'
import { svgFaults } from '#test/support/svg-faults'
import { board, boardSlots } from './board'
import { drawWork } from './work'

describe.each(boardSlots)('%s', (slot) => {
  test('can be drawn, is marked as a sample and keeps to its size', () => {
    for (let seed = 0; seed < 24; seed++) {
      const svg = board({ seed, slot, title: '山外小雪' })
      expect(svgFaults(svg)).toEqual([])
      expect(svg).toContain('示例作品')
      expect(svg.length).toBeLessThan(320 * 1024)
    }
  })

  test('is the same twice and another for another seed', () => {
    const draw = (seed: number) => board({ seed, slot, title: '潮声' })
    expect(draw(7)).toBe(draw(7))
    expect(draw(7)).not.toBe(draw(8))
  })

  test.each(['<script>alert(1)</script>&"', '\u202e\u0000\ud800', '', '𠮷'.repeat(80)])('takes the title %j', (title) => {
    expect(svgFaults(board({ seed: 3, slot, title, leak: title }))).toEqual([])
  })

  test('bears a name only when asked to', () => {
    for (let seed = 0; seed < 12; seed++) {
      expect(board({ seed, slot, title: '潮声' })).not.toContain('林示例')
      expect(board({ seed, slot, title: '潮声', leak: '林示例' })).toContain('林示例')
    }
  })
})

test('2,343 works differ in garment, chart or yarn, and every palette, shape and style is among them', () => {
  const works = Array.from({ length: 2343 }, (_, seed) => drawWork(seed))
  const flats = new Set(works.map((_, seed) => board({ seed, slot: 'flats', title: '' }) + board({ seed, slot: 'craft', title: '' })))
  expect(flats.size).toBe(2343)
  expect(new Set(works.map((work) => work.style)).size).toBe(6)
  expect(new Set(works.map((work) => work.main.shape)).size).toBe(5)
  expect(new Set(works.map((work) => work.palette[0])).size).toBe(8)
}, 60_000)
