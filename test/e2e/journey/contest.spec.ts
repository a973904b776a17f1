import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { localPath } from '~/i18n/language'
import { expect, test } from '#test/support/e2e'
import { applyContest } from '#test/support/e2e-event'
import { handInWork } from './designer'

const titles = ['青石', '回声']

test.setTimeout(300_000)

test('a contest runs from the call to the published result and the list of finalists', async ({
  page,
  context,
  lang,
  words,
  open,
  login,
  inbox,
  accessible,
}, info) => {
  const slug = await applyContest(`walk-${Date.now().toString(36)}`)
  const at = (path: string) => localPath(lang, path)
  const name = lang === 'en' ? 'Judith Example' : '严示例'
  const designerMail = `new-designer-${Date.now().toString(36)}@visitor.example`
  const judgeMail = `new-judge-${Date.now().toString(36)}@jury.example`

  /** A person who was never here: the code comes by mail, then a name is asked. */
  const register = async (mail: string, personName: string) => {
    const t = words('account')
    await page.locator('[name="contact"]').fill(mail)
    await page.getByRole('button', { name: t('signIn.send') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('code.title'))
    const { code } = await inbox(mail)
    await page.locator('[name="code"]').fill(code ?? '')
    await page.getByRole('button', { name: t('code.submit') }).click()
    await page.locator('[name="name"]').fill(personName)
    await page.getByRole('button', { name: t('name.submit') }).click()
  }

  await test.step('a designer finds the contest, registers and hands in a work', async () => {
    await open(`/e/${slug}`)
    await accessible()
    await page
      .locator(`a[href="${at(`/e/${slug}/enter`)}"]`)
      .filter({ visible: true })
      .first()
      .click()
    await page.getByRole('link', { name: words('entrant')('enter.signIn') }).click()
    await register(designerMail, '示例新人')
    const number = await handInWork({
      page,
      t: words('entrant'),
      slug,
      title: titles[0] ?? '',
      author: '示例新人',
      school: '示例纺织大学',
      accessible,
    })
    expect(number).toMatch(/^2026-\d{4}$/)
    const { links } = await inbox(designerMail)
    expect(links.some((link) => link.includes(`/my/${slug}/`))).toBe(true)
  })

  await test.step('another designer hands in a second one', async () => {
    await login('designer', lang === 'en' ? 'Zhao Tinglan' : '赵听澜')
    await open(`/e/${slug}/enter`)
    await handInWork({
      page,
      t: words('entrant'),
      slug,
      title: titles[1] ?? '',
      author: '赵听澜',
      school: '示例美术学院',
      accessible: async () => undefined,
    })
  })

  await test.step('the organiser prechecks both', async () => {
    await login('organiser')
    await open(`/console/${slug}/precheck`)
    await accessible()
    for (const left of [1, 0]) {
      await page.locator('button[name="decision"][value="accept"]').click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      if (left === 0) await expect(page.getByText(words('console')('precheck.empty'))).toBeVisible()
    }
    await open(`/console/${slug}/entries`)
    for (const title of titles) await expect(page.getByText(title).first()).toBeVisible()
    await accessible()
  })

  let invitation = ''
  await test.step('the organiser invites a judge by mail', async () => {
    const t = words('console')
    await open(`/console/${slug}/stages/preliminary/judges`)
    await page.locator('[name="name"]').fill(name)
    await page.locator('[name="affiliation"]').fill('示例针织研究院')
    await page.locator('[name="contact"]').fill(judgeMail)
    await page.getByRole('button', { name: t('judges.add'), exact: true }).click()
    await expect(page.locator('.seats')).toContainText(name)
    await accessible()
    const { links } = await inbox(judgeMail)
    invitation = links.find((link) => link.includes('/invitation/')) ?? ''
    expect(invitation).not.toBe('')
  })

  await test.step('the judge accepts, reads the rules and declares no ties', async () => {
    await context.clearCookies()
    const t = words('account')
    await page.goto(invitation)
    await page.getByRole('link', { name: t('invitation.signIn') }).click()
    await register(judgeMail, name)
    await page.getByRole('button', { name: t('invitation.accept') }).click()
    await expect(page).toHaveURL(new RegExp(`/judge/${slug}/preliminary`))
    await accessible()
    await page.locator('textarea[name="companies"]').fill('')
    await page.locator('input[name="none"]').check()
    await page.getByRole('button', { name: words('judge')('lobby.declare'), exact: true }).click()
    await expect(page.locator('#start')).toBeVisible()
  })
  const judge = await context.cookies()

  await test.step('the organiser opens the stage', async () => {
    await login('organiser')
    await open(`/console/${slug}/stages/preliminary/judges`)
    const stage = lang === 'en' ? 'Preliminary' : '初评'
    // the call still runs: opening ends it, and asks first
    await page.locator('[name="endsCall"]').check()
    await page
      .getByRole('button', { name: new RegExp(stage, 'i') })
      .last()
      .click()
    await expect(page).toHaveURL(/progress/)
  })

  await test.step('the judge marks both works and signs', async () => {
    await context.clearCookies()
    await context.addCookies(judge)
    await open(`/judge/${slug}/preliminary/desk`)
    await markAll(page, info.project.name === 'zh-1440' ? 'keyboard' : 'touch')
    const t = words('judge')
    await expect(page.getByText(t('desk.saved'))).toBeVisible()
    await page.getByRole('button', { name: t('desk.sign'), exact: true }).click()
    await page.locator('#desk-signature').fill(name)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('desk.signDo') })
      .click()
    await expect(page.getByText(t('desk.lockedTitle'))).toBeVisible()
  })

  await test.step('the organiser closes, looks at the ranking and publishes', async () => {
    const t = words('console')
    await login('organiser')
    await open(`/console/${slug}/stages/preliminary/progress`)
    await accessible()
    await page.locator('button[name="intent"][value="close"]').click()
    await expect(page).toHaveURL(/ranking/)
    await accessible()
    await page.locator('details.sure summary', { hasText: t('publish.do') }).click()
    await page.locator('button[name="intent"][value="publish"]').click()
    await expect(page.getByRole('link', { name: t('publish.see') })).toBeVisible()
  })

  await test.step('the office looks at what the public will see, and passes it', async () => {
    const t = words('content')
    await open(`/console/${slug}/content`)
    await accessible()
    await page.keyboard.press('a')
    await expect(page.getByText(t('done', { count: 1 }))).toBeVisible()
    await open(`/console/${slug}/content?view=list`)
    await accessible()
    await page.locator('input[name="entries"]').check()
    await page.getByRole('button', { name: t('act.passTicked') }).click()
    await expect(page.getByText(t('empty.mine'))).toBeVisible()
  })

  await test.step('everybody sees the result, with names', async () => {
    await context.clearCookies()
    await open(`/e/${slug}/results`)
    await accessible()
    await expect(
      page
        .getByText(titles[0] ?? '')
        .or(page.getByText(titles[1] ?? ''))
        .first(),
    ).toBeVisible()
    await expect(page.getByText('示例新人').or(page.getByText('赵听澜')).or(page.getByText('Zhao Tinglan')).first()).toBeVisible()
    await open(`/e/${slug}/gallery`)
    await accessible()
  })

  await test.step('the first work leaves, the next moves up, and both versions of the result stay readable', async () => {
    const t = words('console')
    await login('organiser')
    await open(`/console/${slug}/stages/preliminary/objections`)
    await accessible()
    await page.locator('#take-out-how').selectOption('withdrawn')
    await page.getByRole('button', { name: t('objections.see') }).click()
    const effects = page.locator('.tie-box tbody tr')
    await expect(effects).toHaveCount(2)
    await expect(effects.filter({ hasText: t('standing.withdrawn') })).toHaveCount(1)
    await accessible()
    await page.locator('#reasonZh').fill('作者退出')
    await page.locator('#reasonEn').fill('The author gave up the place')
    await page.getByRole('button', { name: t('objections.confirm') }).click()
    await expect(page.locator('.tie-box')).toHaveCount(0)
    await context.clearCookies()
    await open(`/e/${slug}/results`)
    await expect(page.locator('.result-correction')).toContainText(lang === 'en' ? 'The author gave up the place' : '作者退出')
    await expect(page.locator('table.ranking tbody tr')).toHaveCount(1)
    await accessible()
    await page.locator('.result-correction a').click()
    await expect(page).toHaveURL(new RegExp(`/results/preliminary/1$`))
    await expect(page.locator('table tbody tr').filter({ hasText: /\d/ })).not.toHaveCount(0)
    await accessible()
  })

  await test.step('the organiser exports the finalists who agreed', async () => {
    const t = words('console')
    await login('organiser')
    for (const format of ['xlsx', 'csv'] as const) {
      await open(`/console/${slug}/talent`)
      await accessible()
      await page.locator('[name="receiver"]').fill('示例针织有限公司')
      await page.locator('[name="purpose"]').fill('2027春季新人合作')
      await page.locator(`#format-${format}`).check()
      await page.locator('.talent-panel button').click()
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: t('talent.download', { format: format.toUpperCase() }) }).click()
      const bytes = readFileSync(await (await download).path())
      if (format === 'csv') {
        expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
        expect(bytes.toString('utf8')).toMatch(/示例新人|赵听澜/)
      } else expect(bytes.subarray(0, 2).toString()).toBe('PK')
    }
  })
})

/** Marks every work on every criterion, by digits or by the pad, and stays until all of it is said to be safe. */
async function markAll(page: Page, way: 'keyboard' | 'touch'): Promise<void> {
  const progress = page.locator('#desk-progress')
  await expect(page.locator('.desk-marks h1')).toBeVisible({ timeout: 30_000 })
  const works = Number(await progress.getAttribute('max'))
  const criteria = await page.locator('.desk-criterion').count()
  for (let work = 0; work < works; work += 1) {
    const code = await page.locator('.desk-marks h1').textContent()
    for (let criterion = 0; criterion < criteria; criterion += 1) {
      const mark = String(6 + ((work + criterion) % 3))
      const row = page.locator('.desk-criterion').nth(criterion)
      if (way === 'keyboard') await page.keyboard.press(mark)
      else {
        if ((await row.getAttribute('aria-current')) === null) await row.locator('h2 button').tap()
        await page.locator(`.desk-pad [data-cell="${mark}"]`).tap()
      }
      await expect(row.locator('output')).toHaveText(mark)
    }
    if (work < works - 1) await expect(page.locator('.desk-marks h1')).not.toHaveText(code ?? '')
  }
  await expect(progress).toHaveAttribute('value', String(works))
}
