import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { noticeStep } from '~/domain/notices/send-notice.server'
import { metrics } from '~/metrics.server'
import { enqueue, enqueueMany } from '~/queue.server'

const inTurn = (key: string) =>
  db.$queryRaw<{ name: string; lane: string | null }[]>`
    select "task_identifier" as name, "queue_name" as lane from graphile_worker.jobs
    where "key" like ${`%${key}%`} order by "priority", "run_at", "id"`

test('sealing and codes go before messages, pictures and PDFs, whatever came first', async () => {
  const key = newId()
  await db.$transaction(async (tx) => {
    await enqueueMany(
      tx,
      'process-file',
      [1, 2, 3].map((n) => ({ payload: { eventId: 'e', fileId: `${n}` }, key: `${key}-${n}` })),
    )
    await enqueue(tx, 'send-notice', { noticeId: 'n' }, { key: `${key}-notice` })
    await enqueue(tx, 'seal-ledger', { eventId: 'e' }, { key: `${key}-seal` })
    await enqueue(tx, 'send-code', { noticeId: 'c' }, { key: `${key}-code` })
  })
  const rows = await inTurn(key)
  expect(rows.map(({ name }) => name)).toEqual(['send-code', 'seal-ledger', 'send-notice', 'process-file', 'process-file', 'process-file'])
  // no more than two pictures at once: a hand is free for the rest
  for (const { name, lane } of rows) expect(lane).toEqual(name === 'process-file' ? expect.stringMatching(/^process-file-[01]$/) : null)
})

test('a sign-in code is sent by the job that waits for nothing', async () => {
  const to = { kind: 'email' as const, value: `${newId()}@example.com` }
  const [id = ''] = await db.$transaction((tx) =>
    noticeStep(tx, { to, notice: { template: 'code', code: '123456', minutes: 10, purpose: 'sign-in' } }),
  )
  expect(await inTurn(id)).toMatchObject([{ name: 'send-code' }])
})

test('a job that gave up shows in the metrics', async () => {
  const key = newId()
  const dead = async () => Number(/jingwei_jobs\{job="tell-results",state="dead"\} (\d+)/.exec(await metrics().metrics())?.[1] ?? 0)
  await db.$transaction((tx) => enqueue(tx, 'tell-results', { eventId: 'e', stageId: 's', version: 1 }, { key, maxAttempts: 1 }))
  const before = await dead()
  await db.$executeRaw`update graphile_worker._private_jobs set "attempts" = 1 where "key" = ${key}`
  expect(await dead()).toBe(before + 1)
})
