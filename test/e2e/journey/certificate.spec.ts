import { readFileSync } from 'node:fs'
import { expect, test } from '#test/support/e2e'

test('who won finds the certificate beside the work, and anybody can verify it by its number', async ({
  page,
  context,
  open,
  login,
  accessible,
  words,
}, info) => {
  test.skip(info.project.name !== 'zh-1440', 'a journey that matters once')
  await login('organiser')
  await open('/e/example-cup-2025/results')
  const winner = page.locator('table.ranking tbody tr').filter({ hasText: '金奖' }).first()
  const author = (await winner.locator('.people').textContent()) ?? ''
  await login('designer', /林知夏|陈𠮷宁|赵听澜|Marta Rossi/.exec(author)?.[0] ?? '没有这个人')
  await open('/my')
  const works = page.locator('.works li').filter({ hasText: '金奖' })
  await works.getByRole('heading').getByRole('link').click()
  await accessible()
  const download = page.waitForEvent('download')
  const link = page.locator('a[href*="/certificates/"]').first()
  const number = /certificates\/([A-Z0-9-]+)/i.exec((await link.getAttribute('href')) ?? '')?.[1] ?? ''
  await link.evaluate((one: HTMLAnchorElement) => (one.download = 'certificate.pdf'))
  await link.click()
  expect(
    readFileSync(await (await download).path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await context.clearCookies()
  await open(`/verify/${number}`)
  await expect(page.getByText('金奖').first()).toBeVisible()
  await expect(page.getByText(words('site')('verify.title'), { exact: false }).first()).toBeVisible()
  await accessible()
})
