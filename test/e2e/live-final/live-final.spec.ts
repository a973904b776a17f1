import type { Browser, BrowserContext, Page } from '@playwright/test'
import { localPath } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import { expect, test } from '#test/support/e2e'
import { joinDatabase, makeEvening, sessionOf } from '#test/support/e2e-final'

test.skip(({ lang }) => lang === 'en', 'a long walk, once')

test.beforeAll(async () => {
  await joinDatabase()
})

async function signIn(
  browser: Browser,
  lang: Lang,
  personId: string,
  strong = false,
): Promise<{ context: BrowserContext; page: Page; go: (path: string) => Promise<unknown> }> {
  const context = await browser.newContext({ baseURL: process.env.E2E_URL, locale: lang })
  await context.addCookies([await sessionOf(personId, strong)])
  const page = await context.newPage()
  return { context, page, go: (path) => page.goto(localPath(lang, path)) }
}

const codeOn = (page: Page) => page.locator('.desk-marks h1')

/** The three criteria of the work on the table, by keyboard, the same mark each. */
async function mark(page: Page, key: string) {
  for (let n = 0; n < 3; n += 1) {
    await expect(page.locator('.desk-criterion').nth(n)).toHaveAttribute('aria-current', 'true')
    await page.keyboard.press(key)
  }
}

test('a final: every tablet shows the called work, one goes offline and comes back, the hall sees the total, and paper fills a gap', async ({
  browser,
  page: hall,
  lang,
  words,
  accessible,
  faults,
  viewport,
}) => {
  test.setTimeout(300_000)
  faults.expected.push(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK_CHANGED/)
  const t = words('live')
  const judge = words('judge')
  const { eventId, stageId, panel, owner, colleague, hallKey, order, works } = await makeEvening(3)
  const [first = '', second = ''] = order
  const base = `/judge/${eventId}/${stageId}`
  const live = `/console/${eventId}/stages/${stageId}/live`

  await hall.goto(localPath(lang, `/e/${eventId}/hall/${stageId}?key=${hallKey}`))
  await expect(hall.locator('.hall-waiting')).toBeVisible()
  await accessible(hall)
  const tablets = await Promise.all(panel.map(({ personId }) => signIn(browser, lang, personId)))
  const [chair, offline, third] = tablets
  if (!chair || !offline || !third) throw new Error('three tablets')
  for (const { page, go } of tablets) {
    if (viewport && viewport.width > 800) await page.setViewportSize({ width: 1180, height: 820 })
    await go(`${base}/desk`)
    await expect(page.getByText(judge('call.wait'))).toBeVisible()
  }
  await expect.poll(() => offline.page.evaluate(async () => (await caches.keys()).length)).toBeGreaterThan(0)

  // the organiser moves the second work to the front by dragging it, and back by a button
  const office = await signIn(browser, lang, owner, true)
  await office.go(live)
  await accessible(office.page)
  const rows = office.page.locator('.live-order li')
  await expect(rows.first()).toContainText(first)
  await rows.nth(1).dragTo(rows.first())
  await expect(rows.first()).toContainText(second)
  await office.page.getByRole('button', { name: t('order.up', { code: first }) }).click()
  await expect(rows.first()).toContainText(first)

  // and calls the first
  await office.page
    .locator('.live-now')
    .getByRole('button', { name: t('now.call', { code: first }) })
    .click()
  for (const { page } of tablets) await expect(codeOn(page)).toHaveText(first)
  await expect(hall.getByRole('heading', { level: 1 })).toHaveText(first)
  await expect(hall.locator('.hall-picture img')).toBeVisible()
  await accessible(hall)

  // two mark it; the third tablet has lost the network and marks all the same
  await offline.context.setOffline(true)
  await mark(offline.page, '9')
  await expect(offline.page.locator('.desk-saved')).toContainText(judge('desk.offlineWaiting', { count: 3 }))
  await mark(chair.page, '8')
  await mark(third.page, '7')
  await expect(hall.locator('.hall-marking b')).toHaveText('2 / 3')
  await expect(hall.locator('.hall-total')).toHaveCount(0)

  // it comes back: its marks arrive, and the hall counts them
  await offline.context.setOffline(false)
  await expect(hall.locator('.hall-marking b')).toHaveText('3 / 3')

  // the chair shows the total
  await chair.go(`${base}/chair`)
  await accessible(chair.page)
  await chair.page.getByRole('button', { name: t('now.reveal'), exact: true }).click()
  await expect(hall.locator('.hall-total strong')).toHaveText('80.00')
  await expect(hall.locator('.hall-score dd')).toHaveText('90 80 70'.replaceAll(' ', ''))
  await accessible(hall)
  for (const { name } of works) await expect(hall.locator('body')).not.toContainText(name)
  await expect(third.page.getByText(judge('call.revealed'))).toBeVisible()

  // the next one: two on tablets, and the third judge's on paper
  await chair.page.getByRole('button', { name: t('now.call', { code: second }) }).click()
  await expect(codeOn(third.page)).toHaveText(second)
  await chair.go(`${base}/desk`)
  await expect(codeOn(chair.page)).toHaveText(second)
  await mark(chair.page, '8')
  await mark(offline.page, '8')
  const paper = `/console/${eventId}/stages/${stageId}/paper?seat=${panel[2]?.seatId ?? ''}&work=${second}`
  const other = await signIn(browser, lang, colleague, true)
  const typeIn = async ({ page, go }: typeof office, values: string[]) => {
    await go(paper)
    for (const [n, value] of values.entries()) await page.locator('.paper-sheet input.num').nth(n).fill(value)
    await page.getByRole('button', { name: t('paper.save') }).click()
  }
  await typeIn(office, ['7', '6', '5'])
  await expect(office.page.getByText(t('paper.savedFirst'))).toBeVisible()
  await typeIn(other, ['7', '8', '5'])
  await expect(other.page.getByText(t('paper.savedSecond'))).toBeVisible()
  await accessible(other.page)
  await expect(other.page.getByText(t('paper.differs', { count: 1 }))).toBeVisible()
  await other.page.locator('.paper-settle .choice').filter({ hasText: '8' }).click()
  await other.page.getByLabel(t('paper.reason')).fill('评委当场确认')
  await other.page.getByRole('button', { name: t('paper.take'), exact: true }).click()
  await expect(other.page.getByText(t('paper.savedMarks', { count: 3 }))).toBeVisible()
  await expect(hall.locator('.hall-marking b')).toHaveText('3 / 3')

  // 7 × 5 + 8 × 3 + 5 × 2 = 69, with 80 and 80
  await office.go(live)
  await office.page.getByRole('button', { name: t('now.revealForChair') }).click()
  await expect(hall.locator('.hall-total strong')).toHaveText('76.33')
  for (const { context } of [...tablets, office, other]) await context.close()
})
