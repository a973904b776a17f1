import { expect, test } from '#test/support/e2e'
import { measuredContest, program, withDatabase } from '#test/support/measured-contest'

test.skip(({ lang }) => lang !== 'en', 'a long walk, once: by phone, where clocks and faults are pressed')

const officials = [
  { email: 'judge1@jury.example', label: '001', scoring: true, chair: true },
  { email: 'judge2@jury.example', label: '002', scoring: false, chair: false },
]

test('a run with a stop; a reading that came late takes two people; a tampered row is found by name', async ({
  page,
  open,
  words,
  login,
  accessible,
}, info) => {
  // on a machine that others use as well
  test.setTimeout(240_000)
  const t = words('measure')
  const machines = [
    { code: 'M-0200', fields: { model: '示例-200' } },
    { code: 'M-0201', fields: { model: '示例-201' } },
  ]
  const { slug, names } = await measuredContest({
    series: `machines-${info.project.name.toLowerCase()}-${info.retry}`,
    seed: 'datang-cup',
    stage: 'live',
    group: 'flat-200',
    entries: machines,
    officials,
  })
  const base = `/console/${slug}/stages/live`
  await login('organiser', '顾以宁')
  await open(`${base}/judges`)
  // a call that still runs ends when the stage opens, and the page asks first
  const endsCall = page.locator('[name="endsCall"]')
  if (await endsCall.isVisible()) await endsCall.check()
  await page.locator('button[name="intent"][value="open"]').click()
  await expect(page).toHaveURL(/progress/)

  await test.step('the timekeeper runs the machine: start, readings, a stop, the end', async () => {
    await login('judge', names[1])
    await page.setViewportSize({ width: 390, height: 844 })
    await open(`/judge/${slug}/live`)
    await page.getByRole('link', { name: t('lobby.open') }).click()
    await page.locator('.field-list button', { hasText: 'M-0200' }).click()
    // no reading before the start
    await expect(page.locator('#reading-energy')).toHaveCount(0)
    await page.getByRole('button', { name: t('kind.start'), exact: true }).click()
    await expect(page.locator('.field-clock')).toHaveAttribute('data-state', 'running')
    await page.locator('#reading-energy').fill('1024.5')
    await page
      .locator('.field-reading', { has: page.locator('#reading-energy') })
      .getByRole('button')
      .click()
    await page.getByRole('button', { name: t('kind.stop'), exact: true }).click()
    await expect(page.locator('.field-clock')).toHaveAttribute('data-state', 'stopped')
    await accessible()
    await page.getByRole('button', { name: t('kind.resume'), exact: true }).click()
    // an unlikely number is asked about first
    await page.locator('#reading-output').fill('110')
    await expect(page.locator('#reading-output-ask')).toBeVisible()
    await page.locator('#reading-output').fill('11')
    await page
      .locator('.field-reading', { has: page.locator('#reading-output') })
      .getByRole('button')
      .click()
    await page.getByRole('button', { name: t('kind.finish'), exact: true }).click()
    await expect(page.locator('.field-clock')).toHaveAttribute('data-state', 'finished')
    await expect(page.locator('.field-bar [role="status"]')).toHaveAttribute('data-state', 'saved')
  })

  await test.step('the chief referee confirms the sheet; nothing is changed on the phone any more', async () => {
    await login('judge', names[0])
    await open(`/judge/${slug}/live/field`)
    await page.locator('.field-list button', { hasText: 'M-0200' }).click()
    await page.getByRole('button', { name: t('field.confirm') }).click()
    await expect(page.locator('.field-confirmed')).toBeVisible()
    await expect(page.locator('.field-bar [role="status"]')).toHaveAttribute('data-state', 'saved')
    await expect(page.locator('#reading-energy')).toHaveCount(0)
  })

  await test.step('one organiser asks for the late reading, another agrees; both values stay', async () => {
    await page.setViewportSize(info.project.use.viewport ?? { width: 1440, height: 900 })
    await login('organiser', '顾以宁')
    await open(`${base}/records`)
    await page.getByRole('link', { name: 'M-0200' }).click()
    await expect(page.locator('#trail tbody tr')).toHaveCount(7)
    await page.locator('#quantity').selectOption('energy')
    await page.locator('#value').fill('1.52')
    await page.locator('#reason').fill('电表末次读数漏记，补录')
    await page.getByRole('button', { name: t('corrections.askNow') }).click()
    await expect(page.locator('#corrections tbody')).toContainText('1.52')
    await expect(page.getByRole('button', { name: t('corrections.agree'), exact: true })).toHaveCount(0)
    await login('organiser', '许秋白')
    await open(`${base}/records`)
    await page.getByRole('button', { name: t('corrections.agree'), exact: true }).click()
    await expect(page.locator('#corrections tbody')).toContainText('顾以宁')
    await expect(page.locator('#corrections tbody')).toContainText(t('corrections.agreed', { name: '许秋白' }))
    await expect(page.locator('table').first().locator('tr', { hasText: 'M-0200' })).toContainText('1.52')
    await accessible()
  })

  await test.step('whoever changes a row behind the application is found', async () => {
    await expect.poll(async () => (await program('ledger', 'verify', slug)).stdout, { timeout: 15_000 }).toMatch(/rows whole/)
    const change = (from: string, to: string) =>
      withDatabase(async (client) => {
        await client.query('begin')
        await client.query('alter table "LedgerRow" disable trigger all')
        const { rows } = await client.query<{ id: string }>(
          `update "LedgerRow" set "body" = replace("body", $2, $3) where "eventId" = $1 and "action" = 'correction.agreed' returning "id"`,
          [slug, from, to],
        )
        await client.query('alter table "LedgerRow" enable trigger all')
        await client.query('commit')
        return rows[0]?.id ?? ''
      })
    const id = await change('"1.52"', '"1.25"')
    const found = await program('ledger', 'verify', slug)
    expect(found).toMatchObject({ code: 1, stdout: '' })
    expect(found.stderr).toContain(`(id ${id}) does not say what was sealed`)
    await change('"1.25"', '"1.52"')
    expect(await program('ledger', 'verify', slug)).toMatchObject({ code: 0 })
  })
})
