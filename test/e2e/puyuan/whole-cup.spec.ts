import type { Browser } from '@playwright/test'
import { localPath } from '~/i18n/language'
import { csvOf, heads, work, zipOf } from '#test/support/collective-files'
import { expect, test } from '#test/support/e2e'
import { beginNotice, fillSheet, openEvening, runEvening, worksByNumber } from '#test/support/e2e-cup'
import { applyContest } from '#test/support/e2e-event'
import { joinDatabase, sessionOf } from '#test/support/e2e-final'
import { furnishPanel } from '#test/support/e2e-works'
import { unzip } from '#test/support/unzip'
import { sheet } from '../journey/files'

test.skip(({ lang }) => lang === 'en', 'a long walk, once')
test.setTimeout(300_000)

test.beforeAll(async () => {
  await joinDatabase()
})

const WORKS = 60
const KEPT = 24
const PLACES = 20

/** Votes of three judges: the first 23 in by all, 24 and 25 at the border with equal votes, the others out. Places count from 0. */
const voteOf = (place: number, judge: number): string => (place < KEPT - 1 ? '2' : place <= KEPT ? (judge === 2 ? '1' : '2') : '0')

/** Marks that put works in the order of their places, all totals different: 3 × 0.5 every second work, 2 × 0.5 between. */
const marksOf = (place: number, top = 9) => ({
  design: String(top - 0.5 * Math.floor(place / 2)),
  craft: '7',
  low: String(6 - 0.5 * (place % 2)),
})
const preliminaryMarks = (place: number) => {
  const { design, craft, low } = marksOf(place)
  return { design, craft, colour: low, market: '7' }
}
const finalMarks = (place: number) => {
  const { design, craft, low } = marksOf(place, 8.5)
  return { design, craft, stage: low, market: '7', faithful: '7' }
}

const named = (list: readonly { code: string }[], valueOf: (place: number) => Record<string, string>) =>
  Object.fromEntries(list.map(({ code }, place) => [code, valueOf(place)]))

async function tablet(browser: Browser, personId: string) {
  const context = await browser.newContext({ baseURL: process.env.E2E_URL, locale: 'zh-CN', viewport: { width: 1180, height: 820 } })
  await context.addCookies([await sessionOf(personId)])
  return { context, page: await context.newPage() }
}

test('the whole cup: sixty works, votes, a border work deliberated, marks, an objection that moves the ranking, a final with a tablet offline, awards and certificates', async ({
  page,
  browser,
  context,
  lang,
  words,
  open,
  login,
  inbox,
  faults,
}) => {
  faults.expected.push(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK_CHANGED/)
  const [office, live, judge, jury] = [words('console'), words('live'), words('judge'), words('jury')]
  const slug = await applyContest(`whole-${Date.now().toString(36)}`, (source) =>
    source
      .replace(
        'panel: { judges: 7, perWork: all, advisers: 1 }',
        `panel: { judges: 3, perWork: all }\n      first: { vote: [in, hold, out], keep: ${KEPT} }`,
      )
      .replace('quota: { places: 1, alternates: 1, per: group }', `quota: { places: ${PLACES}, alternates: 3, per: group }`),
  )
  const first = { eventId: slug, stageId: 'preliminary' }
  const stage = `/console/${slug}/stages/preliminary`

  await test.step('a school brings its works by a sheet and an archive; they are signed, handed in and accepted', async () => {
    const t = words('collective')
    const slots = { board: '效果图', flats: '正反面款式图', craft: '工艺图' } as const
    const files = await Promise.all(
      Object.entries(slots).map(async ([slot, name]) => ({
        name: `报送/01/${name}.jpg`,
        body: (await sheet(slot as keyof typeof slots, `whole-${slot}`, '示例')).buffer,
      })),
    )
    const mail = `student-${slug}@visitor.example`
    await login('designer')
    await open(`/e/${slug}/collective`)
    await page.locator('[name="organisation"]').fill('示例纺织大学')
    await page.getByRole('button', { name: t('start.act') }).click()
    const rows = [work(1, { 作品名称: '潮间带', 作者1姓名: '示例学生甲', 作者1邮箱: mail })]
    await page.locator('[name="sheet"]').setInputFiles({ name: '报送表.csv', mimeType: 'text/csv', buffer: csvOf([heads, ...rows]) })
    await page.getByRole('button', { name: t('preview.sheetAct') }).click()
    await page.locator('[name="zip"]').setInputFiles({ name: '作品.zip', mimeType: 'application/zip', buffer: zipOf(files) })
    await page.getByRole('button', { name: t('preview.zipAct') }).click()
    const make = page.getByRole('button', { name: t('preview.make', { works: 1 }) })
    await expect(make).toBeEnabled({ timeout: 30_000 })
    await make.click()
    await expect(page.locator('.batch-works > li')).toHaveCount(1, { timeout: 60_000 })
    await page.getByRole('button', { name: t('works.sendAll') }).click()
    await expect(page.getByRole('status')).toContainText('1')
    const { links } = await inbox(mail)
    const student = await browser.newPage({ baseURL: process.env.E2E_URL })
    await student.goto((links.find((one) => one.includes('/sign/')) ?? '').replace(/^https?:\/\/[^/]+/, ''))
    for (const name of ['originality', 'rights', 'declaration'])
      for (const box of await student.locator(`[name="${name}"]`).all()) await box.check()
    await student.locator('[name="signature"]').fill('示例学生甲')
    await student.locator('.part--sign button').click()
    await expect(student).toHaveURL(/signed=1/)
    await student.context().close()
    const handIn = page.getByRole('button', { name: t('works.handIn', { ready: 1 }) })
    await expect(async () => {
      await page.reload()
      await expect(handIn).toBeEnabled({ timeout: 1_000 })
    }).toPass({ timeout: 60_000 })
    await handIn.click()
    await expect(page.locator('.state--submitted')).toHaveCount(1, { timeout: 30_000 })
    // sixty of them bring a browser nothing but time: the other fifty-nine are put there as precheck leaves them
    await furnishPanel(slug, first.stageId, WORKS - 1, 2)
    await login('organiser')
    await open(`/console/${slug}/precheck`)
    await page.locator('button[name="decision"][value="accept"]').click()
    await expect(page.getByText(office('precheck.empty'))).toBeVisible()
    expect(await worksByNumber(slug)).toHaveLength(WORKS)
  })

  const works = await worksByNumber(slug)
  const codeAt = (place: number) => works[place]?.code ?? ''

  await test.step('the stage opens; a judge votes by key, the others’ votes arrive as from their desks', async () => {
    await login('organiser')
    await open(`${stage}/judges`)
    const endsCall = page.locator('[name="endsCall"]')
    if (await endsCall.isVisible()) await endsCall.check()
    await page.locator('button[name="intent"][value="open"]').click()
    await expect(page).toHaveURL(/progress/)
    await login('judge', '沈砚秋')
    await open(`/judge/${slug}/preliminary/desk`)
    const shown = page.locator('.desk-marks h1')
    const code = await shown.innerText()
    const voted = voteOf(
      works.findIndex((one) => one.code === code),
      0,
    )
    await page.keyboard.press(voted === '2' ? '1' : '3')
    await expect(shown).not.toHaveText(code)
    await expect(page.getByRole('status').filter({ hasText: judge('desk.saved') })).toBeAttached()
    for (const n of [0, 1, 2]) await fillSheet({ ...first, judge: n, values: named(works, (place) => ({ vote: voteOf(place, n) })) })
  })

  await test.step('two works lie across the line; the panel decides between them', async () => {
    await login('organiser')
    await open(`${stage}/progress`)
    await page.locator('button[value="end-voting"]').click()
    await expect(page.locator('tr.near')).toHaveCount(2)
    await page.locator('.tie-box a').click()
    await page.locator('[name="codes"]').fill(`${codeAt(KEPT)} ${codeAt(KEPT - 1)}`)
    await page.locator('[name="text"]').fill('后者的组织更完整')
    await page.locator('button[value="put"]').click()
    for (const seat of [1, 2]) {
      await page.locator('.motion select[name="seat"]').selectOption({ index: seat })
      await page.getByRole('radio', { name: jury('motion.voice.yes'), exact: true }).check()
      await page.locator('.motion [name="reason"]').fill('同意')
      await page.locator('button[value="voice"]').click()
      await expect(page.locator('.motion')).toContainText('同意')
    }
    await page.locator('[name="conclusion"]').fill('入围')
    await page.locator('button[value="conclude"]').click()
    await expect(page.locator('.motion')).toHaveAttribute('data-state', 'passed')
    await open(`${stage}/votes`)
    await page.locator('button[value="keep-works"]').click()
    await expect(page.locator('.ranking-head')).toContainText(jury('keep.toRanking'))
  })

  // the border work that was kept stands in the place of the one that was not
  const kept = [...works.slice(0, KEPT - 1), ...works.slice(KEPT, KEPT + 1)]

  await test.step('what is kept is marked, the result published', async () => {
    for (const n of [0, 1, 2]) await fillSheet({ ...first, judge: n, values: named(kept, preliminaryMarks) })
    await open(`${stage}/progress`)
    await page.locator('button[value="close"]').click()
    await expect(page).toHaveURL(/ranking/)
    await page.locator('details.sure summary', { hasText: office('publish.do') }).click()
    await page.locator('button[name="intent"][value="publish"]').click()
    await expect(page.getByRole('link', { name: office('publish.see') })).toBeVisible()
  })

  const out = kept[1]?.code ?? ''
  const up = kept[PLACES]?.code ?? ''

  await test.step('somebody objects in the notice period; upheld, the work leaves and the first alternate moves up', async () => {
    await beginNotice(slug)
    await login('designer', '陈𠮷宁')
    await open(`/e/${slug}/works/${out}/object`)
    await page.locator('textarea[name="text"]').fill('与2024年公开发表的作品雷同，见附上的链接。')
    await page.locator('main form button').first().click()
    await expect(page.locator('#own')).toContainText('雷同')
    await login('organiser')
    await open(`${stage}/objections`)
    await page.getByRole('link', { name: office('objections.effects') }).click()
    const effects = page.locator('.tie-box tbody tr')
    await expect(effects.filter({ hasText: up })).toContainText(office('standing.place'))
    await page.locator('#objector-reason').fill('经核查属实')
    await page.locator('#reasonZh').fill('作品与已发表作品雷同')
    await page.locator('#reasonEn').fill('The work copies a published one')
    await page.locator('button[value="uphold"]').click()
    await expect(page.locator('.tie-box')).toHaveCount(0)
    await open(`/e/${slug}/results`)
    await expect(page.locator('.result-correction')).toContainText('作品与已发表作品雷同')
    await expect(page.locator('table.ranking')).not.toContainText(out)
  })

  const evening = await openEvening(slug, 'preliminary', 'final')
  const [winner] = evening.order
  expect(evening.order).toHaveLength(PLACES)
  expect(evening.order.map(({ code }) => code)).toContain(up)

  await test.step('twenty works in the final: a tablet loses the network, its marks come later, the chair shows the total in the hall', async () => {
    await context.clearCookies()
    const hall = await browser.newPage({ baseURL: process.env.E2E_URL })
    await hall.goto(localPath(lang, `/e/${slug}/hall/final?key=${evening.hallKey}`))
    const [chair, offline] = [await tablet(browser, evening.panel[0] ?? ''), await tablet(browser, evening.panel[1] ?? '')]
    for (const { page: desk } of [chair, offline]) {
      await desk.goto(`/judge/${slug}/final/desk`)
      await expect(desk.getByText(judge('call.wait'))).toBeVisible()
    }
    await login('organiser')
    await open(`/console/${slug}/stages/final/live`)
    const call = live('now.call', { code: winner?.code ?? '' })
    await page.locator('.live-now').getByRole('button', { name: call }).click()
    for (const { page: desk } of [chair, offline]) await expect(desk.locator('.desk-marks h1')).toHaveText(winner?.code ?? '')
    await offline.context.setOffline(true)
    for (const { page: desk } of [offline, chair])
      for (let n = 0; n < 5; n += 1) {
        await expect(desk.locator('.desk-criterion').nth(n)).toHaveAttribute('aria-current', 'true')
        await desk.keyboard.press('9')
      }
    await expect(offline.page.locator('.desk-saved')).toContainText(judge('desk.offlineWaiting', { count: 5 }))
    const nines = { design: '9', craft: '9', stage: '9', market: '9', faithful: '9' }
    await fillSheet({ eventId: slug, stageId: 'final', judge: 2, values: { [winner?.code ?? '']: nines }, sign: false })
    await expect(hall.locator('.hall-marking b')).toHaveText('2 / 3')
    await offline.context.setOffline(false)
    await expect(hall.locator('.hall-marking b')).toHaveText('3 / 3', { timeout: 30_000 })
    await chair.page.goto(`/judge/${slug}/final/chair`)
    await chair.page.getByRole('button', { name: live('now.reveal'), exact: true }).click()
    await expect(hall.locator('.hall-total strong')).toHaveText('90.00')
    // the other nineteen as they go, one after the other
    await runEvening(slug, 'final', evening.order.slice(1), finalMarks)
    await expect(hall.getByRole('heading', { level: 1 })).toHaveText(evening.order.at(-1)?.code ?? '')
    for (const one of [hall.context(), chair.context, offline.context]) await one.close()
  })

  await test.step('awards by rank; certificates come as one archive, and anybody verifies one by its number', async () => {
    await open(`/console/${slug}/stages/final/progress`)
    await page.locator('button[value="close"]').click()
    await expect(page).toHaveURL(/ranking/)
    await page.locator('details.sure summary', { hasText: office('publish.do') }).click()
    await page.locator('button[name="intent"][value="publish"]').click()
    await expect(page.getByRole('link', { name: office('publish.see') })).toBeVisible()
    const papers = words('papers')
    await open(`/console/${slug}/papers`)
    await page.getByRole('button', { name: papers('makeLabel', { what: papers('kind.certificates') }) }).click()
    const link = page.locator('#orders a[href*="/papers/"]').first()
    await expect(link).toBeVisible({ timeout: 60_000 })
    const archive = await page.request.get((await link.getAttribute('href')) ?? '')
    const names = [...unzip(await archive.body()).keys()]
    expect(names).toHaveLength(PLACES)
    const gold = names.find((name) => name.includes('-gold-'))
    const number = /-([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4})\.pdf$/.exec(gold ?? '')?.[1] ?? ''
    await context.clearCookies()
    await open(`/verify/${number}`)
    await expect(page.getByText('金奖').first()).toBeVisible()
    await expect(page.locator('main')).toContainText(number)
    await open(`/e/${slug}/results`)
    await expect(page.locator('table.ranking tbody tr').first()).toContainText(winner?.code ?? '')
  })
})
