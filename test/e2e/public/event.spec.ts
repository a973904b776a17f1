import { localPath } from '~/i18n/language'
import { expect, test } from '#test/support/e2e'

const addresses = ['/', '/events', '/e/puyuan-cup-2026', '/e/puyuan-cup-2026/rulebook/preliminary']

for (const path of addresses) {
  test(`${path} needs no script at all`, async ({ page, open }) => {
    const scripts: string[] = []
    page.on('response', (response) => {
      if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.push(response.url())
    })
    await open(path)
    await page.waitForLoadState('networkidle')
    expect(scripts).toEqual([])
  })
}

test('the rulebook is one link from its checksum, and can be read and taken away', async ({ page, open, accessible }) => {
  await open('/e/puyuan-cup-2026')
  await page.locator('a[href$="/rulebook/preliminary"]').click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('code.hash')).toHaveText(/^[0-9a-f]{64}$/)
  await accessible()
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').click()])
  expect(file.suggestedFilename()).toBe('puyuan-cup-2026-preliminary.yaml')
})

test('the event list can be searched and filtered without losing either', async ({ page, open, lang }) => {
  await open('/events')
  await page.getByRole('searchbox').fill(lang === 'en' ? 'Datang' : '大唐')
  await page.getByRole('searchbox').press('Enter')
  await expect(page.locator('.event-rows li')).toHaveCount(1)
  await page.locator(`nav a[href^="${localPath(lang, '/events/contests')}?"]`).click()
  await expect(page).toHaveURL(/\/events\/contests\?q=/)
  await expect(page.locator('.event-rows li')).toHaveCount(1)
  await page.locator(`nav a[href^="${localPath(lang, '/events/expos')}?"]`).click()
  await expect(page.locator('.empty')).toBeVisible()
})

test('the picture for chats is there and has the size chats expect', async ({ page, open }) => {
  await open('/e/puyuan-cup-2026')
  const address = await page.locator('meta[property="og:image"]').getAttribute('content')
  const { pathname, search } = new URL(address ?? '')
  const picture = await page.request.get(pathname + search)
  expect(picture.status()).toBe(200)
  expect(picture.headers()['cache-control']).toContain('immutable')
  const bytes = await picture.body()
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
})

test('the way to act stays within reach while one reads on a phone', async ({ page, open, viewport }) => {
  test.skip((viewport?.width ?? 0) > 900, 'a wide window shows the box beside the title')
  await open('/e/puyuan-cup-2026')
  await page.locator('#awards').scrollIntoViewIfNeeded()
  await expect(page.locator('.bar a.button--act')).toBeInViewport()
})
