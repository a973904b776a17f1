import { describe, expect, test } from 'vitest'
import { idsOf, svgFaults } from '#test/support/svg-faults'
import { drawFlat } from './flat'
import { drawGarment, garment, shapes } from './garment'
import { knitStyles } from './knit-chart'
import type { PaletteName } from './palettes'
import { palettes } from './palettes'

describe.each(shapes)('%s', (shape) => {
  test.each(Object.keys(palettes) as PaletteName[])('in %s can be drawn, front and back', (palette) => {
    for (const back of [false, true])
      for (const neck of ['turtle', 'crew', 'vee', undefined] as const) {
        const svg = garment({ slug: 'w1', palette, shape, back, neck })
        expect(svgFaults(svg)).toEqual([])
        expect(svg.length).toBeLessThan(160 * 1024)
      }
  })

  test('is the same twice and another for another slug', () => {
    const draw = (slug: string) => garment({ slug, palette: 'moss', shape })
    expect(draw('a')).toBe(draw('a'))
    expect(draw('a')).not.toBe(draw('b'))
  })

  test('has a flat of the same outline', () => {
    const coloured = drawGarment({ slug: 'w1', palette: 'tea', shape })
    const { svg } = drawFlat({ slug: 'w1', palette: 'tea', shape })
    expect(svgFaults(`<svg>${svg}</svg>`)).toEqual([])
    const outlines = [...svg.matchAll(/<path d="([^"]+)" fill="#fff" stroke/g)].map(([, d]) => d ?? '')
    expect(outlines.length).toBeGreaterThan(1)
    for (const d of outlines) expect(coloured).toContain(d)
  })
})

test.each(knitStyles)('the style %s can be asked for', (style) => {
  expect(svgFaults(garment({ slug: 'a', palette: 'tea', shape: 'vest', style }))).toEqual([])
})

test('front and back, and one design laid down twice, share no id', () => {
  const design = { slug: 'a', palette: 'tea', shape: 'pullover' } as const
  const drawings = [drawGarment(design), drawGarment({ ...design, back: true }), drawGarment(design, 'again')]
  const ids = drawings.flatMap(idsOf)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a viewBox crops, and takes nothing but four numbers', () => {
  const design = { slug: 'a', palette: 'tea', shape: 'sock' } as const
  expect(garment({ ...design, viewBox: '200 250 80 60' })).toContain('viewBox="200 250 80 60"')
  expect(() => garment({ ...design, viewBox: '0 0 1 1" onload="x' })).toThrow(RangeError)
})

test('a hostile title is escaped', () => {
  const svg = garment({ slug: 'a', palette: 'tea', shape: 'vest', title: '<img onerror="x">&' })
  expect(svg).toContain('aria-label="&lt;img onerror=&quot;x&quot;&gt;&amp;"')
})
