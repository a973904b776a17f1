import { localPath } from '~/i18n/language'
import { expect, test } from '#test/support/e2e'

test('who types while the page comes alive neither loses a word nor autosave', async ({ page, context, login, lang }) => {
  await login('designer', lang === 'en' ? 'Lin Zhixia' : '林知夏')
  const draft = await page
    .locator(`a[href*="${localPath(lang, '/my/puyuan-cup-2026/')}"]:not([href*="/collective/"])`)
    .first()
    .getAttribute('href')
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  for (let visit = 0; visit < 3; visit += 1) {
    await page.goto(draft ?? '', { waitUntil: 'commit' })
    for (let key = 0; key < 10; key += 1) {
      await page.locator('[name="field.gauge"]').fill(`${key} gg`)
      await page.locator('[name="field.yarn"]').fill(`${key} Nm`)
    }
    await expect(page.locator('.chooser--live').first()).toBeAttached()
    await expect(page.locator('[name="field.gauge"]')).toHaveValue('9 gg')
  }
})

test('a file and a word given before the scripts ran are taken up when they do', async ({ page, login, lang }) => {
  await login('designer', lang === 'en' ? 'Lin Zhixia' : '林知夏')
  const draft = await page
    .locator(`a[href*="${localPath(lang, '/my/puyuan-cup-2026/')}"]:not([href*="/collective/"])`)
    .first()
    .getAttribute('href')
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(draft ?? '', { waitUntil: 'commit' })
  const saved = page.waitForResponse((response) => response.url().includes('/save') && response.request().method() === 'POST')
  const sent = page.waitForResponse((response) => response.url().includes('/files?') && response.request().method() === 'POST')
  await page.locator('[name="field.gauge"]').fill('7 gg')
  // not a picture: the server refuses it by name, and that it does shows that it was sent
  await page
    .locator('.chooser input[type="file"]')
    .first()
    .setInputFiles({ name: 'early.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') })
  letGo()
  expect((await saved).ok()).toBe(true)
  await sent
  await expect(page.getByText('early.jpg')).toBeVisible()
})
