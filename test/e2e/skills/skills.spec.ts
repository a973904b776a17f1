import type { Page } from '@playwright/test'
import { expect, test } from '#test/support/e2e'
import { measuredContest } from '#test/support/measured-contest'

test.skip(({ lang }) => lang !== 'en', 'a long walk, once: by phone, where clocks and faults are pressed')

const STAGE = 'final'
const officials = [
  { email: 'judge1@jury.example', label: '001', scoring: true, chair: false },
  { email: 'judge2@jury.example', label: '002', scoring: false, chair: false },
]
const entries = [
  { code: 'K-1001', fields: { post: '挡车工', delegation: 'zhejiang' } },
  { code: 'K-1002', fields: { post: '挡车工', delegation: 'zhejiang' } },
  { code: 'K-1003', fields: { post: '挡车工', delegation: 'zhejiang' } },
]

/** As the desk sends it. */
const post = (page: Page, address: string, data: object) =>
  page.request.post(address, { data, headers: { Origin: process.env.E2E_URL ?? '' } })

test('theory is imported, machines are drawn, a practice is timed on a phone, and the result names the team', async ({
  page,
  context,
  lang,
  open,
  words,
  login,
  accessible,
  faults,
}, info) => {
  faults.expected.push(/status of (400|409)/, /ERR_INTERNET_DISCONNECTED|Failed to fetch/)
  // on a machine that others use as well
  test.setTimeout(240_000)
  const t = words('measure')
  const { slug, names } = await measuredContest({
    series: `skills-${info.project.name.toLowerCase()}-${info.retry}`,
    seed: 'flat-knitting-skills',
    stage: STAGE,
    group: 'operators',
    entries,
    officials,
  })
  const console_ = `/console/${slug}/stages/${STAGE}`

  await test.step('the office draws heats and machines; anybody reads the seed', async () => {
    await login('organiser')
    await open(`${console_}/draw`)
    await page.locator('#stations').fill('2')
    await page.locator('#firstAt').fill('2026-12-12T13:00')
    await page.locator('#minutes').fill('45')
    await page.getByRole('button', { name: t('draw.drawNow') }).click()
    await expect(page.locator('code.hash').first()).toHaveText(/^[0-9a-f]{32}$/)
    await accessible()
    await open(`/e/${slug}/draw/${STAGE}`)
    await expect(page.locator('.draw-places li')).toHaveCount(3)
    await accessible()
  })

  await test.step('the stage opens; a table of marks is previewed with its faults, then imported', async () => {
    await open(`${console_}/judges`)
    // a call that still runs ends when the stage opens, and the page asks first
    const endsCall = page.locator('[name="endsCall"]')
    if (await endsCall.isVisible()) await endsCall.check()
    await page.locator('button[name="intent"][value="open"]').click()
    await expect(page).toHaveURL(/progress/)
    await open(`${console_}/import/theory-paper`)
    const upload = async (rows: string[]) => {
      // 编号,成绩 in GBK, as Excel in Chinese saves it
      const head = Buffer.from('b1e0bac52cb3c9bca80d0a', 'hex')
      await page.locator('#file').setInputFiles({
        name: 'theory.csv',
        mimeType: 'text/csv',
        buffer: Buffer.concat([head, Buffer.from(rows.join('\r\n'), 'latin1')]),
      })
      await page.locator('button[value="preview"]').click()
    }
    await upload(['K-1001,90', 'K-1001,80', 'K-9999,70', 'K-1002,101'])
    await expect(page.locator('#faults li')).toHaveCount(3)
    await accessible()
    await upload(['K-1001,90', 'K-1002,80', '2026-0003,absent'])
    await page.getByRole('button', { name: t('import.apply') }).click()
    await expect(page).toHaveURL(/records/)
    await expect(page.locator('tbody tr').filter({ hasText: 'K-1003' })).toContainText('—')
    await accessible()
  })

  await test.step('a timekeeper times three parts on a phone, part of it without network', async () => {
    await login('judge', names[1])
    await page.setViewportSize({ width: 390, height: 844 })
    await open(`/judge/${slug}/${STAGE}/field`)
    await accessible()
    await page.locator('.field-list button', { hasText: 'K-1001' }).click()
    await page.getByRole('button', { name: t('kind.start'), exact: true }).click()
    await expect(page.locator('.field-clock')).toHaveAttribute('data-state', 'running')
    await expect(page.locator('.field-bar [role="status"]')).toHaveAttribute('data-state', 'saved')
    await context.setOffline(true)
    await page.getByRole('button', { name: t('clock.lap') }).click()
    await expect(page.locator('.field-bar [role="status"]')).toHaveAttribute('data-state', 'kept')
    await page.getByRole('button', { name: t('kind.stop'), exact: true }).click()
    await page.getByRole('button', { name: t('kind.resume'), exact: true }).click()
    await accessible()
    await context.setOffline(false)
    await expect(page.locator('.field-bar [role="status"]')).toHaveAttribute('data-state', 'saved')
    await page.getByRole('button', { name: t('clock.lap') }).click()
    await page.getByRole('button', { name: t('kind.finish'), exact: true }).click()
    await expect(page.locator('.field-clock')).toHaveAttribute('data-state', 'finished')
    await expect(page.locator('.field-bar [role="status"]')).toHaveAttribute('data-state', 'saved')
  })

  await test.step('a referee counts faults, takes one off, notes who stayed away, confirms, and marks the rest', async () => {
    await login('judge', names[0])
    await open(`/judge/${slug}/${STAGE}/field`)
    await page.locator('.field-list button', { hasText: 'K-1001' }).click()
    await page.locator('.field-parts button').first().click()
    const more = page.locator('.field-faults button').nth(1)
    await more.click()
    await more.click()
    await page.locator('.field-faults button').first().click()
    await expect(page.locator('.field-faults output').first()).toHaveText('1')
    await accessible()
    await page.getByRole('button', { name: t('field.confirm') }).click()
    await expect(page.locator('.field-confirmed')).toBeVisible()
    for (const code of ['K-1002', 'K-1003']) {
      const records = ['threading', 'transfer', 'mending'].map((part) => ({ kind: 'absent', part, reason: '弃权' }))
      const sent = [...records, { kind: 'confirm' }].map((record) => ({
        ...record,
        id: crypto.randomUUID(),
        code,
        waitedMs: 0,
        deviceAt: new Date().toISOString(),
      }))
      const reply = (await (await post(page, `/judge/${slug}/${STAGE}/records`, { seat: 'seat001', records: sent })).json()) as {
        replies: { status: string }[]
      }
      expect(reply.replies.map(({ status }) => status)).toEqual(Array(4).fill('saved'))
    }
    const marks = entries.map(({ code }) => ({
      markId: crypto.randomUUID(),
      code,
      criterion: 'conduct',
      value: '25',
      markedAt: new Date().toISOString(),
    }))
    expect((await post(page, `/judge/${slug}/${STAGE}/marks`, { seat: 'seat001', marks })).status()).toBe(200)
    expect((await post(page, `/judge/${slug}/${STAGE}/sign`, { seat: 'seat001', signature: names[0] })).status()).toBe(200)
  })

  await test.step('the office closes and publishes; the result and the team are public', async () => {
    await login('organiser')
    await page.setViewportSize(info.project.use.viewport ?? { width: 1440, height: 900 })
    await open(`${console_}/progress`)
    await page.locator('button[name="intent"][value="close"]').click()
    await expect(page).toHaveURL(/ranking/)
    await page.locator('details.sure summary', { hasText: words('console')('publish.do') }).click()
    await page.locator('button[name="intent"][value="publish"]').click()
    await expect(page.getByRole('link', { name: words('console')('publish.see') })).toBeVisible()
    await context.clearCookies()
    await open(`/e/${slug}/results`)
    await expect(page.locator('table.ranking').first()).toContainText('K-1001')
    await expect(page.locator('table.ranking').last()).toContainText(lang === 'en' ? 'Zhejiang' : '浙江')
    await accessible()
  })
})
