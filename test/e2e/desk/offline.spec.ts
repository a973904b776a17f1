import type { Page } from '@playwright/test'
import { localPath } from '~/i18n/language'
import { expect, test } from '#test/support/e2e'

const DESK = '/judge/example-cup-2026/preliminary'
/** A judge for each language, so that two browsers at once do not mark for the same one. */
const JUDGE = { 'zh-CN': '沈砚秋', en: 'Elena Bianchi' }

// both tests mark for the same judge: one after the other
test.describe.configure({ mode: 'default' })

const codeOf = (page: Page) => page.locator('.desk-marks h1').innerText()

/** Opens the overview, and in it a work that has no mark yet: other tests use the same demo. */
async function toUnmarked(page: Page, nth: number) {
  await page.keyboard.press('o')
  await page.locator('.desk-overview .desk-filters button').nth(1).click()
  await page.locator('.desk-grid button').nth(nth).click()
  await expect(page.locator('.desk-pad')).toBeVisible()
}

/** The judge's marks as the server has them. */
const marksOnServer = (page: Page) =>
  page.evaluate(async (address) => {
    const answer = (await (await fetch(address)).json()) as { marks: Record<string, (string | null)[]> }
    return answer.marks
  }, `${DESK}/marks`)

test('marks given without network survive a closed tab and an ended session, and arrive', async ({
  page,
  context,
  open,
  login,
  lang,
  words,
  faults,
}) => {
  faults.expected.push(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/, /401 \(Unauthorized\)/)
  const t = words('judge')
  await login('judge', JUDGE[lang])
  await open(`${DESK}/desk`)
  await expect(page.locator('.desk-pad')).toBeVisible()
  // the service worker has the page before the network goes
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBeGreaterThan(0)
  await expect.poll(() => page.evaluate(async (path) => Boolean(await caches.match(path)), localPath(lang, `${DESK}/desk`))).toBe(true)

  await toUnmarked(page, 0)
  await context.setOffline(true)
  const code = await codeOf(page)
  for (const key of ['8', '.', '7', '6', '0']) await page.keyboard.press(key)
  await expect(page.locator('.desk-marks h1')).not.toHaveText(code)
  await expect(page.getByRole('status').filter({ hasText: t('desk.kept') })).toBeAttached()
  await page.close()

  // five marks: 8 became 8.5
  // another tab, still without network: the desk opens from what the device keeps
  const again = await context.newPage()
  await again.goto(localPath(lang, `${DESK}/desk`))
  await expect(again.locator('.desk-pad')).toBeVisible()
  await expect(again.locator('.desk-saved')).toContainText(t('desk.offlineWaiting', { count: 5 }))

  // the network is back, the session is not: nothing is lost, and the way back is offered
  const cookies = await context.cookies()
  await context.clearCookies()
  await context.setOffline(false)
  await expect(again.locator('.desk-trouble')).toBeVisible()
  await context.addCookies(cookies)
  await again.getByRole('button', { name: t('desk.signedInAgain') }).click()
  await expect(again.locator('.desk-trouble')).toBeHidden()
  await expect(again.getByRole('status').filter({ hasText: t('desk.saved') })).toBeAttached()
  expect((await marksOnServer(again))[code]).toEqual(['8.5', '7', '6', '10'])
})

test('the desk is worked by keyboard, by touch and by a screen reader', async ({ page, open, login, lang, words, accessible }) => {
  const t = words('judge')
  await login('judge', JUDGE[lang])
  await open(`${DESK}/desk`)
  await expect(page.locator('.desk-pad')).toBeVisible()
  await accessible()
  await page.keyboard.press('o')
  await expect(page.locator('.desk-overview')).toBeVisible()
  await accessible()
  await page.keyboard.press('o')
  await toUnmarked(page, 3)
  const code = await codeOf(page)
  // tab and space on the pad: the focus goes along to the next criterion
  await page.locator('.desk-pad [data-cell="5"]').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.desk-pad [data-cell="5"]')).toBeFocused()
  await expect(page.locator('.desk-criterion').nth(1)).toHaveAttribute('aria-current', 'true')
  await page.locator('.desk-pad [data-cell="9"]').click()
  await page.keyboard.press('Backspace')
  await expect(page.locator('.desk-criterion').nth(1)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('l')
  await expect(page.getByRole('button', { name: t('desk.later'), exact: true })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('l')
  for (const key of ['?', 'n', 'r']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await accessible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await expect(page.locator('.desk-marks h1')).toHaveText(code)
  await expect(page.getByRole('status').filter({ hasText: t('desk.saved') })).toBeAttached()
  expect((await marksOnServer(page))[code]).toEqual(['5', null, null, null])
})
