import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { loader as robots } from '~/routes/site/robots'
import { loader as sitemap } from '~/routes/site/sitemap'
import { makeEvent } from '#test/support/factories'
import { judgedCup } from '#test/support/published-cup'

beforeAll(() => {
  for (const name of ['SESSION_SECRET', 'CODE_SECRET']) process.env[name] ??= 'for-tests-only-'.repeat(3)
  process.env.SEAL_KEY ??= `${'A'.repeat(43)}=`
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
})

const listed = async () => (await sitemap()).text()

test('the sitemap lists public events in both languages with their alternates, and no draft', async () => {
  const open = await makeEvent()
  const draft = await makeEvent()
  await db.event.update({ where: { id: draft.id }, data: { status: 'draft' } })
  const xml = await listed()
  expect(xml).toMatch(new RegExp(`<loc>[^<]*/e/${open.id}</loc><lastmod>\\d{4}-`))
  expect(xml).toMatch(new RegExp(`<loc>[^<]*/en/e/${open.id}</loc>`))
  expect(xml).toMatch(new RegExp(`hreflang="en" href="[^"]*/en/e/${open.id}"`))
  expect(xml).not.toContain(draft.id)
})

test('results and works are listed once they are published, works that were not selected never', async () => {
  const { slug, finalist, alternate, unselected, publish } = await judgedCup()
  const before = await listed()
  expect(before).toContain(`/e/${slug}/rulebook/preliminary<`)
  expect(before).not.toContain(`/e/${slug}/results`)
  expect(before).not.toContain(`/e/${slug}/works/`)
  await publish()
  const after = await listed()
  for (const path of ['results', 'gallery', `works/${finalist.code}`, `works/${alternate.code}`])
    expect(after).toContain(`/en/e/${slug}/${path}<`)
  expect(after).not.toContain(`/e/${slug}/works/${unselected.code}`)
  await db.event.update({ where: { id: slug }, data: { status: 'draft' } })
  expect(await listed()).not.toContain(slug)
})

test('robots are kept out of what is behind a sign-in, in both languages, and shown the sitemap', async () => {
  const text = await robots().text()
  for (const path of ['/account', '/my', '/judge', '/console', '/en/account', '/en/my', '/en/judge', '/en/console'])
    expect(text).toContain(`Disallow: ${path}\n`)
  expect(text).not.toContain('Disallow: /e\n')
  expect(text).toMatch(/^Sitemap: https?:\/\/[^\n]+\/sitemap\.xml$/m)
})
