import type { BrowserContext } from '@playwright/test'
import { localPath } from '~/i18n/language'
import { expect, test } from '#test/support/e2e'
import { learnAddresses, signedIn } from '../access/people'
import { roles, table } from '../access/table'
import type { Role } from '../access/table'

test('every screen is accessible, speaks its language and keeps to its width', async ({ browser, lang, viewport, accessible, faults }) => {
  test.setTimeout(480_000)
  faults.expected.push(/status of 404/) // the page of a link that never was
  const contexts = new Map<Role, BrowserContext>()
  for (const role of roles) contexts.set(role, await signedIn(browser, role))
  const { addressOf } = await learnAddresses(contexts)

  for (const [file, { address, get }] of Object.entries(table)) {
    const role = (['visitor', 'designer', 'judge', 'owner'] as const).find((one) => get[one] === 'ok') ?? 'visitor'
    const context = contexts.get(role)
    if (!file.endsWith('.tsx') || !context) continue
    await test.step(`${file} as ${role}`, async () => {
      const page = await context.newPage()
      if (viewport) await page.setViewportSize(viewport)
      await page.goto(localPath(lang, addressOf(address)))
      await expect.soft(page.locator('html'), file).toHaveAttribute('lang', lang)
      await expect.soft(page.getByRole('heading', { level: 1 }).first(), file).toBeVisible({ timeout: 20_000 })
      expect.soft(await page.title(), file).not.toBe('')
      await accessible(page)
      await page.close()
    })
  }
  for (const context of contexts.values()) await context.close()
})
