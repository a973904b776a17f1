import { localPath } from '~/i18n/language'
import { expect, test } from '#test/support/e2e'

const pages = ['/', '/events', '/e/puyuan-cup-2026', '/e/datang-cup-2026', '/e/jiangxi-week-2026', '/e/world-textile-conference-2026', '/e/ph-value-2027-spring', '/privacy']

for (const path of pages) {
  test(`${path} reads well and is accessible`, async ({ page, open, accessible, lang }) => {
    const response = await open(path)
    expect(response.status()).toBe(200)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    expect((await page.title()).length).toBeGreaterThan(2)
    await accessible()
  })
}

test('the other language is the same page', async ({ page, open, lang }) => {
  await open('/e/puyuan-cup-2026?from=test')
  const other = lang === 'en' ? 'zh-CN' : 'en'
  await page.locator(`a[hreflang="${other}"]`).first().click()
  await expect(page).toHaveURL(new RegExp(`${localPath(other, '/e/puyuan-cup-2026').replaceAll('/', '\\/')}\\?from=test$`))
  await expect(page.locator('html')).toHaveAttribute('lang', other)
})

test('an address that is not there says so and leads home', async ({ page, open, accessible, faults }) => {
  faults.expected.push(/404/)
  const response = await open('/nothing-here')
  expect(response.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await accessible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a visitor finds an event and what to do next', async ({ page, open, lang }) => {
    await open('/')
    const event = localPath(lang, '/e/puyuan-cup-2026')
    await page.locator(`a[href="${event}"]`).first().click()
    await expect(page).toHaveURL(new RegExp(`${event}$`))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const enter = page.locator(`a[href="${localPath(lang, '/e/puyuan-cup-2026/enter')}"]`).filter({ visible: true })
    await expect(enter.first()).toBeVisible()
  })
})
