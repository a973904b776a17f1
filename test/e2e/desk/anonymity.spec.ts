import { gunzipSync, inflateSync } from 'node:zlib'
import type { BrowserContext, Page, Response } from '@playwright/test'
import { expect, test } from '#test/support/e2e'
import { signedIn } from '../access/people'

const EVENT = 'example-cup-2026'
/** Pages on which these names stand by right: the one-click page of the demo, and other events, which may be published. */
const openToAll = (path: string) =>
  path.startsWith('/demo') || (path.startsWith('/e/') && path !== `/e/${EVENT}` && !path.startsWith(`/e/${EVENT}/`))

test.skip(({ lang }) => lang === 'en', 'the same answers are searched in both languages')

test('nothing a judge can reach names who made a work', async ({ browser, faults }) => {
  test.setTimeout(240_000)
  faults.expected.push(/status of 404/)
  const owner = await signedIn(browser, 'owner')
  const secrets = await identifying(owner)
  await owner.close()
  expect(secrets.length).toBeGreaterThan(40)

  const judge = await signedIn(browser, 'judge')
  const reached = new Map<string, Buffer>()
  const page = await judge.newPage()
  const keep = async (response: Response) => {
    const body = await response.body().catch(() => Buffer.alloc(0))
    reached.set(`${response.url()} ${JSON.stringify(await response.allHeaders())}`, body)
  }
  const waiting: Promise<void>[] = []
  page.on('response', (response) => waiting.push(keep(response)))
  await workTheDesk(page)
  await walk(page)
  await Promise.all(waiting)
  for (const [url, text] of await cachedByTheDevice(page)) reached.set(`cache ${url}`, Buffer.from(text))
  const pictures = [...reached.keys()].filter((address) => address.includes('/files/'))
  expect(pictures.length, 'pictures of works were among what was searched').toBeGreaterThan(10)

  const leaks: string[] = []
  for (const [address, body] of reached) {
    const path = new URL(address.replace(/^cache /, '').split(' ')[0] ?? '').pathname
    if (openToAll(path.replace(/^\/en(?=\/|$)/, ''))) continue
    const text = `${decodeURIComponent(path)} ${address} ${readable(body)}`
    for (const secret of secrets) if (text.includes(secret)) leaks.push(`${secret} in ${address.slice(0, 160)}`)
  }
  expect(leaks).toEqual([])
  await judge.close()
})

/** Whatever the office's own list says of people: names, schools, teachers, contacts, entry numbers. */
async function identifying(owner: BrowserContext): Promise<string[]> {
  const answer = await owner.request.post(`/console/${EVENT}/entries.xlsx?format=csv`, { headers: { Origin: process.env.E2E_URL ?? '' } })
  expect(answer.status()).toBe(200)
  const [heads = [], ...rows] = cells(await answer.text())
  const wanted = ['报名号', '作者', '拉丁字母姓名', '院校或单位', '指导教师', '手机', '邮箱']
  const columns = heads.flatMap((head, at) => (wanted.some((name) => head.includes(name)) ? [at] : []))
  expect(columns.length).toBeGreaterThanOrEqual(6)
  const found = rows.flatMap((row) => columns.flatMap((at) => (row[at] ?? '').split(/[、，,;；/\n]/)))
  return [...new Set(found.map((text) => text.trim()).filter((text) => text.length >= 2))]
}

const cells = (csv: string): string[][] =>
  csv
    .replace(/^\uFEFF/, '')
    .split(/\r\n(?=")/)
    .map((line) =>
      [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)/g)].map(([, quoted, plain]) => (quoted ?? plain ?? '').replaceAll('""', '"')),
    )

/** Goes through every work as a judge does: large, next, overview. */
async function workTheDesk(page: Page): Promise<void> {
  await page.goto(`/judge/${EVENT}/preliminary/desk`)
  await expect(page.locator('.desk-pad')).toBeVisible()
  for (let n = 0; n < 16; n += 1) {
    await page.keyboard.press('ArrowRight')
    await page.waitForLoadState('networkidle')
  }
  await page.keyboard.press('o')
  await expect(page.locator('.desk-overview')).toBeVisible()
  await page.waitForLoadState('networkidle')
}

/** Follows every link of the house from the judge's pages and the event's, and asks for what machines ask for. */
async function walk(page: Page): Promise<void> {
  const seeds = [
    '/judge',
    `/judge/${EVENT}/preliminary`,
    '/account',
    '/my',
    '/',
    `/e/${EVENT}`,
    `/e/${EVENT}/results`,
    `/e/${EVENT}/gallery`,
    '/sitemap.xml',
    ...['works', 'marks', 'notes'].map((part) => `/judge/${EVENT}/preliminary/${part}`),
  ]
  const queue = [...seeds]
  const seen = new Set(queue)
  for (let path = queue.shift(); path !== undefined && seen.size < 250; path = queue.shift()) {
    const response = await page.goto(path).catch(() => null) // a download has no page
    if (!response?.headers()['content-type']?.includes('html')) continue
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((link) => (link.getAttribute('href') ?? '').split('#')[0] ?? ''))
    for (const link of links) {
      const elsewhere = link.startsWith('/en') || openToAll(link) || link.includes('sign-out')
      if (elsewhere || seen.has(link)) continue
      seen.add(link)
      queue.push(link)
    }
  }
}

/** What the service worker keeps for a desk without network. */
const cachedByTheDevice = (page: Page) =>
  page.evaluate(async () => {
    const kept: [string, string][] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) kept.push([request.url, (await (await cache.match(request))?.text()) ?? ''])
    }
    return kept
  })

/** The text of an answer, with what a PDF or a compressed part of a picture would hide. */
function readable(body: Buffer): string {
  const parts = [body.toString('utf8'), body.toString('utf16le')]
  for (let at = body.indexOf('stream\n'); at >= 0; at = body.indexOf('stream\n', at + 1)) {
    for (const open of [inflateSync, gunzipSync]) {
      try {
        parts.push(open(body.subarray(at + 7)).toString('latin1'))
      } catch {
        // not compressed this way
      }
    }
  }
  return parts.join('\n')
}
