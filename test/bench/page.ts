import { gzipSync } from 'node:zlib'
import { launchOnOwnDatabase } from '#test/support/bench-server'

const PAGES = ['/', '/en', '/events', '/e/puyuan-cup-2026', '/en/e/puyuan-cup-2026']

/** What a first visit to a public page loads, from the production build: every script it names or preloads, and the styles. */
export async function* run(): AsyncIterable<object> {
  const server = await launchOnOwnDatabase()
  try {
    for (const page of PAGES) {
      const origin = `http://127.0.0.1:${server.port}`
      const began = performance.now()
      const html = await (await fetch(origin + page)).text()
      const firstMs = Math.round(performance.now() - began)
      const repeated = await timesOf(origin + page)
      yield {
        bench: 'page',
        page,
        htmlKB: kb(weight([html])),
        scriptKB: kb(
          weight([...inline(html), ...(await loaded(origin, addresses(html, /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.js)"/g)))]),
        ),
        styleKB: kb(weight(await loaded(origin, addresses(html, /<link\b[^>]*?\bhref="([^"]+\.css)"/g)))),
        firstMs,
        ...repeated,
      }
    }
  } finally {
    await server.stop()
  }
}

const addresses = (html: string, pattern: RegExp) => [...new Set([...html.matchAll(pattern)].map(([, address]) => address ?? ''))]
const inline = (html: string) =>
  [...html.matchAll(/<script\b(?![^>]*\bsrc=)(?![^>]*application\/ld\+json)[^>]*>([\s\S]+?)<\/script>/g)].map(([, text]) => text ?? '')
const weight = (texts: string[]) => texts.reduce((sum, text) => sum + gzipSync(text).length, 0)
const kb = (bytes: number) => Math.round(bytes / 102.4) / 10

/** The files at these addresses and the modules they import. */
async function loaded(origin: string, from: string[]): Promise<string[]> {
  const found = new Map<string, string>()
  const open = from.map((address) => new URL(address, origin).href)
  for (let url = open.pop(); url !== undefined; url = open.pop()) {
    if (found.has(url)) continue
    const text = await (await fetch(url)).text()
    found.set(url, text)
    if (!url.endsWith('.js')) continue
    for (const [, address] of text.matchAll(/(?:\bfrom|^import|;import)\s*"([^"]+\.js)"/g)) open.push(new URL(address ?? '', url).href)
  }
  return [...found.values()]
}

async function timesOf(url: string) {
  const times: number[] = []
  for (let n = 0; n < 100; n += 1) {
    const began = performance.now()
    await (await fetch(url)).text()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { p50ms: Math.round(times[50] ?? 0), p95ms: Math.round(times[95] ?? 0) }
}
