import { localPath } from '~/i18n/language'
import { expect, test } from '#test/support/e2e'
import { joinDatabase, ownerOf, sessionOf } from '#test/support/e2e-final'

test.skip(({ lang }) => lang === 'en', 'a long walk, once')

test.beforeAll(async () => {
  await joinDatabase()
})

test('an organiser sees who would judge what, draws again, applies it, and judges find their own works', async ({
  page,
  context,
  lang,
  words,
  accessible,
}) => {
  const [{ db }, { makePanel }] = await Promise.all([import('~/db.server'), import('#test/support/panel')])
  const { eventId, stageId, judge } = await makePanel({ judges: 4, works: 8, open: false, status: 'draft' })
  const { config } = await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { config: true } })
  const { contest } = config as { contest: object }
  const stages = [{ id: stageId, panel: { perWork: 2 } }]
  await db.event.update({ where: { id: eventId }, data: { config: { contest: { ...contest, stages } } } })
  const t = words('console')
  const given = () => db.workAssignment.groupBy({ by: ['seatId'], where: { eventId }, _count: true })

  await context.addCookies([await sessionOf(await ownerOf(eventId), true)])
  await page.goto(localPath(lang, `/console/${eventId}/stages/${stageId}/judges/assignment`))
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(t('assign.preview'))
  await accessible()
  await page.getByLabel(t('assign.seed')).fill('7')
  await page.getByRole('button', { name: t('assign.again') }).click()
  await expect(page).toHaveURL(/seed=7/)
  // looking gives nobody anything
  expect(await given()).toEqual([])

  await page.getByRole('button', { name: t('assign.do') }).click()
  await expect(page.getByRole('status')).toContainText(t('assign.done', { added: 16, taken: 0 }))
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(t('assign.asItIs'))
  await accessible()
  // every work twice, everybody as many
  expect((await given()).map(({ _count }) => _count)).toEqual([4, 4, 4, 4])

  const { openStage } = await import('~/domain/judging/open-stage.server')
  expect(await openStage({ eventId, stageId, byId: 'office', now: new Date() })).toMatchObject({ ok: true })
  await context.clearCookies()
  await context.addCookies([await sessionOf(judge.personId)])
  const works = await page.request.get(`/judge/${eventId}/${stageId}/works`)
  expect(await works.json()).toMatchObject({ total: 4 })
})
