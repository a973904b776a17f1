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
