import type { Browser, BrowserContext } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Role } from './table'

/** Whom the one-click page calls by which name. */
const people: Record<Exclude<Role, 'visitor'>, { group: string; name: string }> = {
  designer: { group: 'designer', name: '林知夏' },
  stranger: { group: 'designer', name: '陈𠮷宁' },
  judge: { group: 'judge', name: '沈砚秋' },
  clerk: { group: 'clerk', name: '何佳禾' },
  organiser: { group: 'organiser', name: '许秋白' },
  owner: { group: 'organiser', name: '顾以宁' },
}

/** A browser of its own in which this person has signed in by one click. */
export async function signedIn(browser: Browser, role: Role): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: process.env.E2E_URL, extraHTTPHeaders: { Origin: process.env.E2E_URL ?? '' } })
  if (role === 'visitor') return context
  const page = await context.newPage()
  const { group, name } = people[role]
  await page.goto('/demo')
  await page.locator(`section[aria-labelledby="${group}-title"] button`).filter({ hasText: name }).first().click()
  // a page that is closed on its way to the next sometimes never closes
  await page.waitForURL((url) => url.pathname !== '/demo')
  await page.close()
  return context
}

/** Real addresses of the demo: an entry of the designer, a work on the panel’s table, a published one. */
export async function learnAddresses(contexts: ReadonlyMap<Role, BrowserContext>) {
  const known = new Map<string, string>()
  const page = await contexts.get('designer')?.newPage()
  if (!page) throw new Error('nobody is signed in')
  const ids = async (selector: string) =>
    page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  await page.goto('/my')
  known.set('made', (await ids('a[href^="/my/example-final-2026/"]'))[0]?.split('/')[3]?.split('?')[0] ?? '')
  const own = (await ids('a[href^="/my/puyuan-cup-2026/"]:not([href*="/collective/"])')).map(
    (href) => href.split('/')[3]?.split('?')[0] ?? '',
  )
  for (const id of new Set(own)) {
    await page.goto(`/my/puyuan-cup-2026/${id}`)
    known.set((await page.locator('#entry-form').count()) > 0 ? 'draft' : 'submitted', id)
  }
  await page.goto(`/my/puyuan-cup-2026/${known.get('draft') ?? ''}`)
  known.set('file', (await ids('a[href^="/my/"][href*="/files/"]'))[0]?.split('/files/')[1]?.split('?')[0] ?? '')
  // the same form again is the same batch
  const opened = await page.request.post('/e/puyuan-cup-2026/collective', {
    form: { organisation: '示例纺织大学', requestKey: 'access' },
    maxRedirects: 0,
  })
  known.set('batch', (opened.headers().location ?? '').split('/').at(-1) ?? '')
  const sheet = {
    name: 'sheet.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('组别,赛道,作品名称,作者1姓名\n院校组,濮韵匠心,潮间带,学生甲\n'),
  }
  await page.request.post(`/my/puyuan-cup-2026/collective/${known.get('batch') ?? ''}`, { multipart: { sheet } })
  await page.goto('/e/example-cup-2025/gallery')
  known.set('publishedWork', (await ids('a[href*="/works/"]'))[0] ?? '')
  await page.goto(known.get('publishedWork') ?? '')
  const pictures = await page.locator('img[src*="/works/"]').evaluateAll((all) => all.map((one) => one.getAttribute('src') ?? ''))
  known.set('publishedPicture', pictures[0] ?? '')
  await page.goto('/')
  const covers = await page.locator('img[src*="/covers/"]').evaluateAll((all) => all.map((one) => one.getAttribute('src') ?? ''))
  known.set('coverSize', covers[0]?.split('/').at(-1) ?? '')
  await page.close()
  const owner = await contexts.get('owner')?.newPage()
  await owner?.goto('/console/example-cup-2026/entries')
  const judged =
    (await owner
      ?.locator('a[href*="/console/example-cup-2026/entries/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) ?? []
  known.set('judged', judged.map((href) => /entries\/([a-z0-9]{12})/.exec(href)?.[1]).find((id) => id !== undefined) ?? '')
  await owner?.goto('/console/example-final-2026/stages/final/live')
  const hall = (await owner?.locator('a[href*="/hall/"]').first().getAttribute('href')) ?? ''
  known.set('hallKey', hall.split('key=')[1] ?? '')
  await owner?.close()
  known.set('call', 'puyuan-cup-2026').set('judging', 'example-cup-2026').set('published', 'example-cup-2025')
  known.set('final', 'example-final-2026').set('measured', 'example-skills-2026').set('fair', 'ph-value-2027-spring')
  for (const [name, value] of known) expect(value, name).not.toBe('')
  return { known, addressOf: (pattern: string) => pattern.replace(/\{(\w+)\}/g, (_, name: string) => known.get(name) ?? '') }
}
