import type { BrowserContext, Page } from '@playwright/test'
import { signedIn } from '../access/people'
import { expect, test } from '#test/support/e2e'
import { applyFair } from '#test/support/e2e-event'

test.skip(({ lang }) => lang !== 'zh-CN', 'once: two people, one fair')

/** Somebody with a company, at the plan of the fair. */
async function exhibitor(context: BrowserContext, slug: string, company: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`/e/${slug}/exhibit`)
  await page.locator('#nameZh').fill(company)
  await page.locator('#taxNumber').fill('91330483MA28A0000X')
  await page.locator('form .button--act').click()
  await page.waitForURL(`**/e/${slug}/floor`)
  return page
}

test('a stand is found, held, submitted at its quote and confirmed; two who want one stand: one has it', async ({
  browser,
  words,
  faults,
  accessible,
}, info) => {
  faults.expected.push(/status of 409/)
  const [b, x] = [words('booths'), words('exhibitor')]
  const slug = await applyFair(`fair-${info.retry}-${info.project.name.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
  const contexts = [await signedIn(browser, 'designer'), await signedIn(browser, 'stranger')] as const
  const first = await exhibitor(contexts[0], slug, '示例毛衫有限公司')
  const second = await exhibitor(contexts[1], slug, '样本针织有限公司')
  const take = (page: Page) => page.getByRole('button', { name: b('panel.take', { minutes: 20 }) })

  await test.step('arrow keys lead from stand to stand, Enter opens one', async () => {
    const stand = (number: string) => first.locator(`a.stand[aria-label^="${number}"]`)
    await stand('Y302').focus()
    await first.keyboard.press('ArrowRight')
    await expect(stand('Y303')).toBeFocused()
    await first.keyboard.press('ArrowDown')
    await expect(stand('Y403')).toBeFocused()
    await first.keyboard.press('Enter')
    await expect(first.locator('#stand-title')).toHaveText('Y403')
    await accessible(first)
  })

  await test.step('a block is put together and both ask for it; one has it, the other is shown what is free nearby', async () => {
    await first.getByRole('link', { name: b('panel.add', { number: 'Y402' }) }).click()
    await expect(first.locator('#stand-title')).toHaveText('Y402 + Y403')
    await second.goto(`/e/${slug}/floor?booth=Y403`)
    await Promise.all([take(first).click(), take(second).click()])
    await Promise.all([first.waitForURL(`**/e/${slug}/stands`), second.waitForURL(`**/e/${slug}/stands`)])
    await expect(first.locator('.claim, .notice').first()).toBeVisible()
    await expect(second.locator('.claim, .notice').first()).toBeVisible()
    const won = [await first.locator('.claim').count(), await second.locator('.claim').count()]
    expect(won.toSorted()).toEqual([0, 1])
    const [winner, loser] = won[0] === 1 ? [first, second] : [second, first]
    await expect(loser.getByRole('alert')).toContainText('Y403')
    await expect(loser.getByRole('alert').getByRole('link').first()).toBeVisible()
    await accessible(loser)
    await expect(winner.locator('.clock')).toHaveText(/^(19|20):\d\d$/)
    await winner.getByRole('button', { name: x('stands.submit') }).click()
    await expect(winner.getByText(x('stands.reserved'))).toBeVisible()
    await accessible(winner)
  })

  await test.step('the office sees who, and confirms', async () => {
    const office = await (await signedIn(browser, 'owner')).newPage()
    await office.goto(`/console/${slug}/booths`)
    await accessible(office)
    await office.getByRole('button', { name: new RegExp(`^${b('board.confirm')} `) }).click()
    await expect(office.getByRole('cell', { name: b('board.statusName.CONFIRMED') })).toBeVisible()
    await office.context().close()
  })
  for (const context of contexts) await context.close()
})
