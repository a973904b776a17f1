import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { localPath } from '~/i18n/language'
import { expect, test } from '#test/support/e2e'
import { joinDatabase, ownerOf, sessionOf } from '#test/support/e2e-final'

test.skip(({ lang }) => lang === 'en', 'a long walk, once')

test.beforeAll(async () => {
  await joinDatabase()
})

/** A cup of its own, judged, whose public notice runs as soon as the result is out; somebody who reads them, and who decides. */
async function judged() {
  const [{ db }, { makePerson }, { judgedCup }] = await Promise.all([
    import('~/db.server'),
    import('#test/support/factories'),
    import('#test/support/published-cup'),
  ])
  const cup = await judgedCup((source) => source.replaceAll('濮院', '示例').replaceAll('Puyuan', 'Example'))
  const day = 86_400_000
  await db.stage.updateMany({
    where: { eventId: cup.slug, id: 'notice' },
    data: { opensAt: new Date(Date.now() - day), closesAt: new Date(Date.now() + day) },
  })
  return { ...cup, reader: (await makePerson({ name: '季青' })).id, owner: await ownerOf(cup.slug) }
}

test('an objection with its evidence is decided on what it changes: the alternate moves up, and everybody concerned reads it', async ({
  browser,
  lang,
  words,
  accessible,
}) => {
  const cup = await judged()
  const { slug, stageId, finalist, alternate } = cup
  const [site, console_] = [words('site'), words('console')]
  const as = async (personId: string, strong = false): Promise<{ page: Page; go: (path: string) => Promise<unknown> }> => {
    const context = await browser.newContext({ baseURL: process.env.E2E_URL, locale: lang })
    await context.addCookies([await sessionOf(personId, strong)])
    const page = await context.newPage()
    return { page, go: (path) => page.goto(localPath(lang, path)) }
  }
  const text = '该作品与2024年已发表的作品雷同，对比图见附件。'
  const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#8a5' } })
    .png()
    .toBuffer()

  const office = await as(cup.owner, true)
  await office.go(`/console/${slug}/stages/${stageId}/ranking`)
  await office.page.locator('details.sure summary', { hasText: console_('publish.do') }).click()
  await office.page.locator('button[name="intent"][value="publish"]').click()
  await expect(office.page.getByRole('link', { name: console_('publish.see') })).toBeVisible()

  const reader = await as(cup.reader)
  await reader.go(`/e/${slug}/works/${finalist.code}/object`)
  await accessible(reader.page)
  await reader.page.locator('#text').fill(text)
  await reader.page.locator('#evidence').setInputFiles([
    { name: '对比图.png', mimeType: 'image/png', buffer: picture },
    { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('不是图片') },
  ])
  await reader.page.getByRole('button', { name: site('object.send') }).click()
  // what is not taken is named, and nothing that was typed is lost
  await expect(reader.page.getByRole('alert')).toContainText('说明.txt')
  await expect(reader.page.locator('#text')).toHaveValue(text)
  await reader.page.locator('#evidence').setInputFiles([{ name: '对比图.png', mimeType: 'image/png', buffer: picture }])
  await reader.page.getByRole('button', { name: site('object.send') }).click()
  await expect(reader.page.locator('#own')).toContainText(text)

  const desk = `/console/${slug}/stages/${stageId}/objections`
  await office.go(desk)
  await expect(office.page.locator('.objections li').first()).toContainText('季青')
  const download = office.page.waitForEvent('download')
  await office.page.getByRole('link', { name: '对比图.png' }).click()
  expect((await download).suggestedFilename()).toBe('对比图.png')

  // before anything is decided the page says who moves
  await office.page.getByRole('link', { name: console_('objections.effects') }).click()
  const effects = office.page.locator('.tie-box tbody tr')
  await expect(effects.filter({ hasText: finalist.code }).locator('td').last()).toContainText(console_('standing.disqualified'))
  await expect(effects.filter({ hasText: alternate.code }).locator('td').first()).toContainText(console_('standing.alternate'))
  await expect(effects.filter({ hasText: alternate.code }).locator('td').last()).toContainText(console_('standing.place'))
  await accessible(office.page)
  await office.page.locator('#objector-reason').fill('经核实，雷同属实。')
  await office.page.locator('#reasonZh').fill('与已发表作品雷同')
  await office.page.locator('#reasonEn').fill('The work had been published before')
  await office.page.getByRole('button', { name: console_('objections.confirm') }).click()
  await expect(office.page.locator('.tie-box')).toHaveCount(0)

  await reader.go(`/e/${slug}/results`)
  const rows = reader.page.locator('table.ranking tbody tr')
  await expect(rows.first()).toContainText(alternate.code)
  await expect(rows.filter({ hasText: finalist.code })).toHaveCount(0)
  await expect(reader.page.locator('.result-correction')).toContainText('与已发表作品雷同')
  await expect(reader.page.locator('main')).not.toContainText('季青')
})
