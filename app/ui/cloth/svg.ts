/** One decimal is finer than a screen shows and keeps the drawings light. */
export const n1 = (value: number): number => +value.toFixed(1)
export const n2 = (value: number): number => +value.toFixed(2)

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// Everything outside XML 1.0's Char production, unpaired surrogates included (with the u flag a pair is one character).
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** Text made safe for XML content and attributes. Characters XML forbids are dropped: they would void the whole file. */
export const escapeXml = (text: string): string => text.replace(forbidden, '').replace(/[&<>"']/g, (character) => entities[character] ?? '')

/** Points in tenths of a pixel: under a scale of 0.1 the numbers need no decimal point. */
export const tenths = (value: number): number => Math.round(value * 10)

/** Path data of an open line through the points, in tenths and relative steps: half as long as absolute decimals. */
export function lineInTenths(points: readonly (readonly [x: number, y: number])[]): string {
  let path = ''
  let px = 0
  let py = 0
  points.forEach(([x, y], i) => {
    const dx = tenths(x) - px
    const dy = tenths(y) - py
    path += i === 0 ? `M${dx} ${dy}` : (i === 1 ? 'l' : dx < 0 ? '' : ' ') + dx + (dy < 0 ? '' : ' ') + dy
    px += dx
    py += dy
  })
  return path
}
