import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import type { MessageBatch } from '~/domain/entries/messages/message-batch'
import { writeMessageBatch } from '~/domain/entries/messages/write-message-batch.server'
import { newId } from '~/domain/new-id.server'
import * as notices from '~/routes/console/notices'
import { answerOf, makeHandedIn, makeStaff, send, visit, type Staff } from '#test/support/console'
import { openContest } from '#test/support/contest'

let staff: Staff
let slug: string
beforeAll(async () => {
  slug = await openContest()
  staff = await makeStaff(slug, 'organiser')
})

const params = () => ({ slug })
const act = (query: string, fields: Record<string, string>) =>
  answerOf(() => notices.action({ request: send(`/console/${slug}/notices${query}`, staff, fields), params: params(), context: {} }))

/** What the worker would do: the batches that wait in the queue, written into the outbox. */
async function runBatches(): Promise<number> {
  const jobs = await db.$queryRaw<
    { payload: MessageBatch }[]
  >`select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'message-entrants'`
  for (const { payload } of jobs) await writeMessageBatch(payload)
  return jobs.length
}
const outbox = () => db.notice.findMany({ where: { eventId: slug, template: 'message' }, orderBy: { recipient: 'asc' } })

describe('a message', () => {
  test('is counted, shown as three samples and as words for a group, and not sent', async () => {
    const tag = newId(5)
    const person = await makeHandedIn(slug, { title: '海上', organisation: tag, author: '林知夏' })
    await makeHandedIn(slug, { title: '北窗', organisation: tag, personId: person.startedById })
    await makeHandedIn(slug, { title: '雨脚', organisation: tag, locale: 'en', author: 'Chiara Rossi' })
    const { body, status } = await act(`?school=${tag}`, {
      intent: 'preview',
      subjectZh: '{title}请补寄小样',
      bodyZh: '{name}您好：\n\n请于周五前寄到。',
      subjectEn: 'Swatch for {title}',
      bodyEn: 'Dear {name}, please send it by Friday.',
    })
    expect(status).toBe(200)
    const preview = body.preview as {
      works: number
      people: number
      messages: number
      samples: { subject: string; text: string }[]
      group: { zh: string; en: string }
    }
    expect(preview).toMatchObject({ works: 3, people: 2, messages: 3 })
    expect(preview.samples).toHaveLength(3)
    expect(preview.samples.map(({ subject }) => subject)).toContain('Swatch for 雨脚')
    expect(preview.group.zh).toContain('【您的作品请补寄小样】')
    expect(preview.group.zh + preview.group.en).not.toMatch(/林知夏|海上|Chiara/)
    expect(await outbox()).toEqual([])
  })

  test('goes once to everybody in the filter, in their language, whatever is pressed twice', async () => {
    const tag = newId(5)
    const works = [
      await makeHandedIn(slug, { title: '𠮷日', organisation: tag }),
      await makeHandedIn(slug, { organisation: tag, locale: 'en', title: 'Tide' }),
    ]
    await makeHandedIn(slug, { organisation: '别的学校' })
    const fields = {
      intent: 'send',
      subjectZh: '{title}',
      bodyZh: '请看。',
      subjectEn: 'About {title}',
      bodyEn: 'Please look.',
      expected: '2',
      requestKey: newId(),
    }
    for (let time = 0; time < 2; time += 1) expect((await act(`?school=${tag}`, fields)).to).toContain('sent=2')
    expect(await runBatches()).toBe(1)
    await runBatches()
    const sent = await outbox()
    expect(new Set(sent.map(({ personId }) => personId))).toEqual(new Set(works.map(({ startedById }) => startedById)))
    expect(sent.map(({ subject }) => subject).sort()).toEqual(['About Tide', '𠮷日'])
    expect(await db.ledgerRow.findMany({ where: { eventId: slug, action: 'notice.sent' } })).toHaveLength(1)
  })
})

describe('refused, and what was typed stays', () => {
  test('without words', async () => {
    expect(await act('', { intent: 'preview', subjectZh: '只有标题' })).toMatchObject({
      status: 400,
      body: { typed: { subjectZh: '只有标题' } },
    })
  })

  test('with a field nobody knows', async () => {
    const { status, body } = await act('', { intent: 'preview', subjectZh: '标题', bodyZh: '{作品}' })
    expect(status).toBe(400)
    expect(body.refusal).toContain('{作品}')
  })

  test('to a filter nobody is in', async () => {
    expect(
      await act('?school=nowhere-at-all', { intent: 'send', subjectZh: 'a', bodyZh: 'b', expected: '0', requestKey: newId() }),
    ).toMatchObject({ status: 409 })
  })

  test('when somebody entered between preview and sending: the new count is shown first', async () => {
    const tag = newId(5)
    await makeHandedIn(slug, { organisation: tag })
    await makeHandedIn(slug, { organisation: tag })
    const { status, body } = await act(`?school=${tag}`, {
      intent: 'send',
      subjectZh: '{title}',
      bodyZh: 'b',
      expected: '1',
      requestKey: newId(),
    })
    expect(status).toBe(409)
    expect(body.preview).toMatchObject({ messages: 2 })
  })

  test('too long', async () => {
    expect(await act('', { intent: 'preview', subjectZh: 'a', bodyZh: 'x'.repeat(2_001) })).toMatchObject({ status: 400 })
  })
})

test('a failed message is tried again by its own event alone', async () => {
  const make = (eventId: string, state: 'failed' | 'sent', recipient = 'a@example.com') =>
    db.notice.create({
      data: {
        id: newId(),
        eventId,
        channel: 'email',
        recipient,
        template: 'message',
        locale: 'zh-CN',
        subject: 's',
        text: 't',
        state,
        attempts: 8,
        lastError: 'mailbox full',
      },
    })
  const other = await openContest()
  const [failed, sent, elsewhere, nowhere] = await Promise.all([
    make(slug, 'failed'),
    make(slug, 'sent'),
    make(other, 'failed'),
    make(slug, 'failed', ''),
  ])
  expect((await act('', { intent: 'retry', notice: failed.id })).status).toBe(302)
  expect(await db.notice.findUnique({ where: { id: failed.id } })).toMatchObject({ state: 'queued', attempts: 0 })
  for (const { id } of [failed, sent, elsewhere, nowhere]) expect((await act('', { intent: 'retry', notice: id })).status).toBe(409)
  expect(await db.notice.findUnique({ where: { id: elsewhere.id } })).toMatchObject({ state: 'failed' })
  const page = await answerOf(() =>
    notices.loader({ request: visit(`/console/${slug}/notices?outbox=failed`, staff), params: params(), context: {} }),
  )
  expect((page.body.rows as { id: string }[]).map(({ id }) => id)).toEqual([nowhere.id])
})
