import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { TFunction } from 'i18next'
import { sheet } from './files'

interface Handing {
  page: Page
  t: TFunction<'entrant'>
  slug: string
  title: string
  author: string
  school: string
  accessible: () => Promise<void>
}

const concept = '系列从江南雨季的青石板出发，想问成形编织能不能没有一块废料。颜色由纱线并股得到，不另行染色，每一套都可以单独穿着。'

/** Takes a work from the event's page to the receipt. The page stands at the choice of group. Answers the number. */
export async function handInWork({ page, t, slug, title, author, school, accessible }: Handing): Promise<string> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('enter.title'))
  await page.locator('input[name="group"][value="academic"]').check()
  await page.locator('input[name="track"][value="craft"]').check()
  await accessible()
  await page.getByRole('button', { name: t('enter.start') }).click()
  await expect(page).toHaveURL(new RegExp(`/my/${slug}/[a-z0-9]+`))

  await page.locator('[name="field.title"]').fill(title)
  await page.locator('[name="field.concept"]').fill(concept)
  await page.locator('[name="field.looks"]').fill('4')
  await page.locator('[name="field.knit"]').fill('85')
  await page.locator('[name="field.yarn"]').fill('羊毛70%、锦纶30%，2/26Nm')
  await page.locator('[name="field.gauge"]').fill('7针电脑横机')
  await page.locator('[name="field.technique"][value="jacquard"]').check()
  await page.locator('[name="author.0.name"]').fill(author)
  await page.locator('[name="author.0.organisation"]').fill(school)
  await page.locator('[name="author.0.mobile"]').fill('13800138000')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)

  for (const slot of ['board', 'flats', 'craft'] as const) {
    const field = page.locator(`#choose-${slot}-new`)
    await field.setInputFiles(await sheet(slot, `${slug}-${title}`, title))
  }
  for (const slot of ['board', 'flats', 'craft']) {
    await expect(page.locator(`#file-${slot} .file-picture img`)).toBeVisible({ timeout: 60_000 })
    await expect(page.locator(`#file-${slot} progress`)).toHaveCount(0, { timeout: 60_000 })
  }
  await expect(page.getByText(t('editor.complete'))).toBeVisible({ timeout: 30_000 })
  await accessible()

  await page.getByRole('button', { name: t('editor.review') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('submit.title'))
  for (const name of ['originality', 'rights', 'declaration', 'talent_pool', 'direct_contact']) {
    await page.locator(`input[type="checkbox"][name="${name}"]`).first().check()
  }
  await page.locator('[name="signature"]').fill(author)
  await accessible()
  await page.getByRole('button', { name: t('submit.act') }).click()
  await expect(page.locator('#ticket-title')).toHaveText(t('receipt.done'))
  await accessible()

  const receipt = page.waitForEvent('download')
  await page.getByRole('link', { name: t('receipt.download') }).click()
  expect((await receipt).suggestedFilename()).toMatch(/\.pdf$/)
  return (await page.locator('.ticket-number dd').textContent()) ?? ''
}
