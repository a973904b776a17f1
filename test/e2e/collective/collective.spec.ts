import type { Browser, Page } from '@playwright/test'
import { localPath } from '~/i18n/language'
import { expect, test } from '#test/support/e2e'
import { applyContest } from '#test/support/e2e-event'
import { csvOf, heads, work, zipOf } from '#test/support/collective-files'
import { sheet } from '../journey/files'

test.skip(({ lang }) => lang === 'en', 'a long walk, once')

test.setTimeout(300_000)

const titles = ['青石', '回声', '北窗', '潮信', '经纬']

/** A phone of somebody who has no account here. */
async function phone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    baseURL: process.env.E2E_URL,
  })
  return context.newPage()
}

test('a teacher brings five works by a sheet and an archive, two students sign by link on a phone, both are handed in', async ({
  page,
  browser,
  lang,
  words,
  open,
  login,
  inbox,
  accessible,
}) => {
  const slug = await applyContest(`many-${Date.now().toString(36)}`)
  const at = (path: string) => localPath(lang, path)
  const t = words('collective')
  const mails = titles.map((_, n) => `student-${n}-${Date.now().toString(36)}@visitor.example`)
  const rows = titles.map((title, n) =>
    work(n + 1, { 作品名称: title, 作者1姓名: `示例学生${n + 1}`, 作者1邮箱: mails[n] ?? '', ...(n === 4 && { 组别: '少年组' }) }),
  )
  const pictures = await Promise.all(
    (['board', 'flats', 'craft'] as const).map(async (slot) => [slot, (await sheet(slot, `many-${slot}`, '示例')).buffer] as const),
  )
  const names = { board: '效果图', flats: '正反面款式图', craft: '工艺图' }
  const files = titles
    .slice(0, 2)
    .flatMap((title, n) => pictures.map(([slot, body]) => ({ name: `报送/0${n + 1}-${title}/${names[slot]}.jpg`, body })))
  const archive = zipOf([...files, { name: '报送/说明.jpg', body: pictures[0]?.[1] ?? Buffer.alloc(0) }])

  await test.step('the sheet is read, a line put right, the archive matched', async () => {
    await login('designer')
    await open(`/e/${slug}/collective`)
    await accessible()
    await page.locator('[name="organisation"]').fill('示例纺织大学服装学院')
    await page.getByRole('button', { name: t('start.act') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('示例纺织大学服装学院')
    await page.locator('[name="sheet"]').setInputFiles({ name: '报送表.csv', mimeType: 'text/csv', buffer: csvOf([heads, ...rows]) })
    await page.getByRole('button', { name: t('preview.sheetAct') }).click()
    await expect(page.locator('tr.blocked')).toHaveCount(1)
    await expect(page.getByRole('button', { name: t('preview.make', { works: 5 }) })).toBeDisabled()
    await accessible()
    await page.getByRole('link', { name: t('preview.correctNamed', { line: 6 }) }).click()
    await accessible()
    await page.locator('[name="group"]').fill('院校组')
    await page.getByRole('button', { name: t('row.save') }).click()
    await expect(page.locator('tr.blocked')).toHaveCount(0)
    await page.locator('[name="zip"]').setInputFiles({ name: '作品.zip', mimeType: 'application/zip', buffer: archive })
    await page.getByRole('button', { name: t('preview.zipAct') }).click()
    await expect(page.locator('#left')).toContainText('报送/说明.jpg', { timeout: 30_000 })
    await page
      .locator('#left')
      .getByRole('button', { name: t('left.act') })
      .click()
    await expect(page.locator('#left')).toHaveCount(0)
    await accessible()
  })

  await test.step('drafts are made and links sent', async () => {
    await page.getByRole('button', { name: t('preview.make', { works: 5 }) }).click()
    await expect(page.locator('.batch-works > li')).toHaveCount(5, { timeout: 60_000 })
    await accessible()
    await page.getByRole('button', { name: t('works.sendAll') }).click()
    await expect(page.getByRole('status')).toContainText('5')
    await expect(page.getByRole('button', { name: t('works.handIn', { ready: 0 }) })).toBeDisabled()
  })

  for (const n of [0, 1]) {
    await test.step(`student ${n + 1} corrects their data and signs on a phone`, async () => {
      const { links } = await inbox(mails[n] ?? '')
      const link = links.find((one) => one.includes('/sign/')) ?? ''
      const own = await phone(browser)
      await own.goto(link.replace(/^https?:\/\/[^/]+/, ''))
      await expect(own.getByRole('heading', { level: 1 })).toHaveText(titles[n] ?? '')
      await accessible(own)
      const language = new URL(own.url()).pathname.startsWith('/en') ? 'en' : 'zh-CN'
      if (n === 1) {
        await own.locator('.own-data summary').click()
        await own.locator('[name="author.0.organisation"]').fill('示例纺织大学')
        await own.locator('.own-data button').click()
        await expect(own.getByRole('status')).toBeVisible()
      }
      for (const name of ['originality', 'rights', 'declaration'])
        for (const box of await own.locator(`[name="${name}"]`).all()) await box.check()
      await own.locator('[name="signature"]').fill(`示例学生${n + 1}`)
      await own.locator('.part--sign button').click()
      await expect(own).toHaveURL(/signed=1/)
      await expect(own.getByRole('status')).toBeVisible()
      expect(language).toBe('zh-CN')
      await own.context().close()
    })
  }

  await test.step('the teacher hands in what is ready and prints the summary', async () => {
    await page.reload()
    await page.getByRole('button', { name: t('works.handIn', { ready: 2 }) }).click()
    await expect(page.locator('.state--submitted')).toHaveCount(2, { timeout: 30_000 })
    await page.getByRole('link', { name: t('summary.open') }).click()
    await expect(page.getByRole('table')).toContainText('青石')
    await accessible()
    await page.goBack()
    await page
      .locator('[name="scan"]')
      .setInputFiles({ name: '汇总表.jpg', mimeType: 'image/jpeg', buffer: pictures[0]?.[1] ?? Buffer.alloc(0) })
    await page.locator('#summary .send-file button').click()
    await expect(page.locator('#summary a[href$="/scan"]')).toBeVisible()
  })

  await test.step('the organiser finds the batch and its works', async () => {
    await login('organiser')
    await open(`/console/${slug}/collective`)
    await accessible()
    await page.getByRole('link', { name: '示例纺织大学服装学院' }).click()
    await expect(page).toHaveURL(new RegExp(`${at(`/console/${slug}/entries`)}\\?batch=`))
    for (const title of titles.slice(0, 2)) await expect(page.getByText(title).first()).toBeVisible()
  })
})
