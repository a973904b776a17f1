import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idsOf, svgFaults } from '#test/support/svg-faults'
import { cover, weaves } from './cover'
import { knitStyles } from './knit-chart'
import type { Palette, PaletteName } from './palettes'
import { palettes } from './palettes'

const size = { width: 1600, height: 1131 }
const names = Object.keys(palettes) as PaletteName[]
const kilobytes = { knit: 60, jacquard: 40, weave: 50, drape: 160 }

describe.each(weaves)('%s', (kind) => {
  test.each(names)('in %s can be drawn and keeps to its size', (palette) => {
    const svg = cover({ slug: 'puyuan-cup-2026', palette, kind, ...size })
    expect(svgFaults(svg)).toEqual([])
    expect(svg.length).toBeLessThan(kilobytes[kind] * 1024)
  })

  test('is the same twice and another for another slug', () => {
    const draw = (slug: string) => cover({ slug, palette: 'indigo', kind, ...size })
    expect(draw('a')).toBe(draw('a'))
    expect(draw('a')).not.toBe(draw('b'))
  })

  test('any slug can be drawn at any size', () => {
    const anySize = fc.integer({ min: 16, max: 2400 })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), anySize, anySize, (slug, width, height) => {
        expect(svgFaults(cover({ slug, palette: 'tea', kind, width, height }))).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})

test.each(knitStyles)('the knit style %s can be asked for', (style) => {
  const svg = cover({ slug: 'a', palette: 'moss', kind: 'knit', style, ...size })
  expect(svgFaults(svg)).toEqual([])
})

test('covers of two slugs share no id, so they can stand on one page', () => {
  for (const kind of weaves) {
    const [a, b] = ['a', 'b'].map((slug) => idsOf(cover({ slug, palette: 'snow', kind, ...size })))
    expect(a?.filter((id) => b?.includes(id))).toEqual([])
  }
})

test('a hostile title is read out, not run', () => {
  const title = `"><script>alert('x')</script>&\u0000\ud800𠮷`
  const svg = cover({ slug: 'a', palette: 'lotus', kind: 'weave', title, ...size })
  expect(svgFaults(svg)).toEqual([])
  expect(svg).toContain('aria-label="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;𠮷"')
})

test('five colours of its own are used, and nothing else gets into the drawing', () => {
  const own: Palette = ['#101010', '#202020', '#303030', '#404040', '#505050']
  expect(cover({ slug: 'a', palette: own, kind: 'knit', style: 'blocks', ...size })).toContain('#404040')
  const hostile: Palette = ['#101010', '#202020', '#303030', '#404040', '"/><script>']
  expect(() => cover({ slug: 'a', palette: hostile, kind: 'knit', ...size })).toThrow(RangeError)
  expect(() => cover({ slug: 'a', palette: 'toString' as PaletteName, kind: 'knit', ...size })).toThrow(RangeError)
})

test.each([0, -1, NaN])('a width of %d is refused', (width) => {
  expect(() => cover({ slug: 'a', palette: 'tea', kind: 'drape', width, height: 100 })).toThrow(RangeError)
})

test.each([
  '<svg><g></svg>',
  '<svg>&</svg>',
  '<svg a="&x"/>',
  '<svg><use href="#a"/></svg>',
  '<svg x="NaN"/>',
  '<svg><a id="b"/><a id="b"/></svg>',
])('the check itself sees the fault in %s', (svg) => expect(svgFaults(svg)).not.toEqual([]))
