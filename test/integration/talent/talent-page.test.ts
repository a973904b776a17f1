import { describe, expect, test } from 'vitest'
import { newId } from '~/domain/new-id.server'
import { action, loader } from '~/routes/console/talent'
import { action as fileOf } from '~/routes/console/talent-export'
import { agree, makeExport, makeStaff, origin, stageId, talentContest } from '#test/support/talent-contest'
import type { Contest } from '#test/support/talent-contest'

const get = (cookie: string, path: string) => new Request(origin + path, { headers: { Cookie: cookie } })
const sent = (cookie: string, path: string) => new Request(origin + path, { method: 'POST', headers: { Cookie: cookie } })
const statusOf = async (answer: Promise<unknown>) => {
  try {
    const got = await answer
    return got instanceof Response ? got.status : ((got as { init?: { status?: number } | null }).init?.status ?? 200)
  } catch (thrown) {
    return thrown instanceof Response ? thrown.status : String(thrown)
  }
}

describe('the pages', () => {
  const post = (contest: Contest, cookie: string, fields: Record<string, string>) => {
    const body = new URLSearchParams({
      stage: stageId,
      receiver: '示例针织有限公司',
      purpose: '秋冬毛衫联名选人',
      format: 'csv',
      requestKey: newId(),
      ...fields,
    })
    return action({
      request: new Request(`${origin}/console/${contest.eventId}/talent`, { method: 'POST', headers: { Cookie: cookie }, body }),
      params: { slug: contest.eventId },
      context: {},
    })
  }

  test('a clerk may not, somebody else’s staff do not find it', async () => {
    const contest = await talentContest()
    const other = await talentContest()
    const open = (cookie: string) =>
      loader({ request: get(cookie, `/console/${contest.eventId}/talent`), params: { slug: contest.eventId }, context: {} })
    const fetchFile = (cookie: string) =>
      fileOf({
        request: sent(cookie, `/console/${contest.eventId}/talent/csv?export=x`),
        params: { slug: contest.eventId, format: 'csv' },
        context: {},
      })
    for (const [role, contestOf, status] of [
      ['clerk', contest, 403],
      ['owner', other, 404],
    ] as const) {
      const { cookie } = await makeStaff(contestOf, role)
      expect(await statusOf(open(cookie))).toBe(status)
      expect(await statusOf(fetchFile(cookie))).toBe(status)
      expect(await statusOf(post(contest, cookie, {}))).toBe(status)
    }
  })

  test('what was typed is kept when something is missing', async () => {
    const contest = await talentContest()
    const { cookie } = await makeStaff(contest)
    const bad: [Record<string, string>, string][] = [
      [{ receiver: ' ' }, 'receiver'],
      [{ purpose: 'ab' }, 'purpose'],
      [{ purpose: '长'.repeat(301) }, 'purpose'],
      [{ format: 'pdf' }, 'format'],
    ]
    for (const [fields, at] of bad) {
      const answer = (await post(contest, cookie, fields)) as unknown as {
        data: { wrong: object; values: object }
        init: { status: number }
      }
      expect(answer.init.status).toBe(400)
      expect(Object.keys(answer.data.wrong)).toEqual([at])
      expect(answer.data.values).toMatchObject({ stage: stageId, ...fields })
    }
    expect(await statusOf(post(contest, cookie, {}))).toBe(409)
  })

  test('the page counts, the file holds what the page said and no cell is a formula', async () => {
    const contest = await talentContest()
    const { cookie } = await makeStaff(contest)
    for (const one of contest.people.slice(0, 2)) await agree(contest, one)
    await agree(contest, contest.people[0], 'direct_contact')
    const page = await loader({
      request: get(cookie, `/console/${contest.eventId}/talent`),
      params: { slug: contest.eventId },
      context: {},
    })
    expect(page.counts).toEqual({ people: 2, contacts: 1, works: 2, others: 1 })
    expect(page.rows.map(({ agreed, place }) => [agreed, place])).toEqual([
      ['contact', '1'],
      ['pool', '2'],
      ['none', '候补'],
    ])
    const answer = (await post(contest, cookie, { contacts: 'yes' })) as Response
    const exportId = new URL(answer.headers.get('Location') ?? '', origin).searchParams.get('exported') ?? ''
    const file = await fileOf({
      request: sent(cookie, `/console/${contest.eventId}/talent/csv?export=${exportId}`),
      params: { slug: contest.eventId, format: 'csv' },
      context: {},
    })
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(text).toContain(`"'@SUM(1)学院"`)
    expect(text).toContain('author-0@example.com')
    expect(text).not.toMatch(/author-1@|林知夏|落选者/)
  })

  test('an XLSX is one', async () => {
    const contest = await talentContest()
    const { cookie, personId } = await makeStaff(contest)
    await agree(contest, contest.people[0])
    const exportId = await makeExport(contest, personId, { format: 'xlsx', now: new Date() })
    const file = await fileOf({
      request: sent(cookie, `/console/${contest.eventId}/talent/xlsx?export=${exportId}&lang=en`),
      params: { slug: contest.eventId, format: 'xlsx' },
      context: {},
    })
    expect(file.headers.get('Content-Disposition')).toContain('.xlsx')
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })

  test('a format there is not, and an export there is not', async () => {
    const contest = await talentContest()
    const { cookie } = await makeStaff(contest)
    for (const format of ['pdf', 'csv']) {
      expect(
        await statusOf(
          fileOf({
            request: sent(cookie, `/console/${contest.eventId}/talent/${format}?export=x`),
            params: { slug: contest.eventId, format },
            context: {},
          }),
        ),
      ).toBe(404)
    }
  })
})
