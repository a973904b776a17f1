import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { openStage } from '~/domain/judging/open-stage.server'
import { newId } from '~/domain/new-id.server'
import * as assignment from '~/routes/console/assignment'
import { answerOf, makeStaff, send, visit } from '#test/support/console'
import { makePanel } from '#test/support/panel'

async function setting(perWork: number | 'all' = 2) {
  const panel = await makePanel({ judges: 4, works: 6, open: false })
  const { eventId, stageId } = panel
  const { config } = await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { config: true } })
  const { contest } = config as { contest: object }
  await db.event.update({
    where: { id: eventId },
    data: { config: { contest: { ...contest, stages: [{ id: stageId, panel: { perWork } }] } } },
  })
  const staff = await makeStaff(eventId, 'organiser')
  const params = { slug: eventId, stage: stageId }
  const path = `/console/${eventId}/stages/${stageId}/judges/assignment`
  const look = (query = '', who = staff) => answerOf(() => assignment.loader({ request: visit(path + query, who), params, context: {} }))
  const act = (fields: Record<string, string>) =>
    answerOf(() => assignment.action({ request: send(path, staff, fields), params, context: {} }))
  const digest = async (seed = 1) => ((await look(`?seed=${seed}`)).body.plan as { digest: string }).digest
  const assign = async (seed = 1) => act({ intent: 'assign', seed: String(seed), digest: await digest(seed), requestKey: newId() })
  return { ...panel, look, act, digest, assign, path, params }
}

test('the preview shows loads and what is unmet; assigning leads back with what was done', async () => {
  const { look, assign, digest } = await setting()
  expect((await look()).body).toMatchObject({
    refusal: null,
    perWork: 2,
    works: 6,
    isAssigned: false,
    plan: { pairs: 12, added: 12, taken: 0, unmetCount: 0 },
  })
  expect(((await look()).body.judges as { plan: { planned: number } }[]).map(({ plan }) => plan.planned)).toEqual([3, 3, 3, 3])
  expect(await digest(1)).toBe(await digest(1))
  expect(await digest(1)).not.toBe(await digest(2))
  expect((await assign()).to).toContain('added=12&taken=0')
  expect((await look()).body).toMatchObject({ isAssigned: true, plan: { added: 0, taken: 0 } })
})

test('a preview that is out of date, a bad form and an unknown wish are refused', async () => {
  const { act } = await setting()
  expect(await act({ intent: 'assign', seed: '1', digest: '0'.repeat(64), requestKey: newId() })).toMatchObject({ status: 409 })
  expect(await act({ intent: 'assign', seed: '-1', digest: 'x', requestKey: newId() })).toMatchObject({ status: 400 })
  expect(await act({ intent: 'dance' })).toMatchObject({ status: 400 })
})

test('a pin is set and loosened; a judge leaves an open stage', async () => {
  const { eventId, stageId, judge, works, look, act, assign } = await setting()
  const pin = { seat: judge.seatId, code: works[0]?.code ?? '' }
  expect((await act({ intent: 'pin', ...pin })).status).toBe(302)
  expect((await look()).body).toMatchObject({ pinCount: 1, pins: [{ code: pin.code, label: '001' }] })
  expect(await act({ intent: 'pin', seat: judge.seatId, code: 'K-9999' })).toMatchObject({ status: 409 })
  expect(await act({ intent: 'pin', seat: judge.seatId, code: ' ' })).toMatchObject({ status: 400 })
  expect((await act({ intent: 'loosen', ...pin })).status).toBe(302)
  expect(await act({ intent: 'leave', seat: judge.seatId })).toMatchObject({ status: 409 })
  await assign()
  await openStage({ eventId, stageId, byId: 'office', now: new Date() })
  expect((await act({ intent: 'leave', seat: judge.seatId })).to).toContain('moved=3&missing=0')
  expect((await look()).body.judges).toEqual(expect.arrayContaining([expect.objectContaining({ id: judge.seatId, droppedOut: true })]))
})

test('where everyone sees everything there is nothing to assign', async () => {
  const { look, assign, act } = await setting('all')
  expect((await look()).body).toMatchObject({ refusal: 'everyone-sees-all', perWork: null, plan: null })
  await expect(assign()).rejects.toThrow()
  expect(await act({ intent: 'assign', seed: '1', digest: '0'.repeat(64), requestKey: newId() })).toMatchObject({ status: 409 })
})

test('clerks and strangers do not find it', async () => {
  const { eventId, look } = await setting()
  for (const role of ['clerk', 'judge', 'none'] as const)
    expect([403, 404]).toContain((await look('', await makeStaff(eventId, role))).status)
})
