/**
 * What would keep an SVG string from being drawn: tags that do not balance, bare ampersands or angle brackets,
 * characters XML forbids, numbers that are not, ids that repeat or are missing. An empty list means none.
 */
export function svgFaults(svg: string): string[] {
  const faults: string[] = []
  if (/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(svg)) faults.push('forbidden character')
  if (/\b(NaN|undefined|Infinity|null)\b/.test(svg.replace(/aria-label="[^"]*"/, ''))) faults.push('not a number')

  const open: string[] = []
  const between = svg.replace(/<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g, (_, close, name, attributes, empty) => {
    if (/&(?!(amp|lt|gt|quot|#39);)/.test(String(attributes))) faults.push(`bare & in <${name}>`)
    if (close) {
      if (open.pop() !== name) faults.push(`</${name}> closes another element`)
    } else if (!empty) open.push(String(name))
    return ''
  })
  if (open.length) faults.push(`<${open.join('>, <')}> stays open`)
  if (/[<>]|&(?!(amp|lt|gt|quot|#39);)/.test(between)) faults.push('bare < > or & in text')

  const ids = idsOf(svg)
  if (new Set(ids).size !== ids.length) faults.push('an id repeats')
  for (const [, id] of svg.matchAll(/(?:url\(|href=")#([\w-]+)/g)) if (id && !ids.includes(id)) faults.push(`#${id} is missing`)
  return faults
}

export const idsOf = (svg: string): string[] => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '')
