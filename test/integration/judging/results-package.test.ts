import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { closeStage } from '~/domain/judging/close-stage.server'
import { publishResults } from '~/domain/judging/publish-results.server'
import { takeOut } from '~/domain/judging/publication/take-out.server'
import { recomputeFolder } from '~/domain/judging/recompute-folder.server'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { decideTie } from '~/domain/judging/ties/decide-tie.server'
import { action } from '~/routes/console/results-package'
import { answerOf, makeStaff, send } from '#test/support/console'
import { makePanel, sentMark } from '#test/support/panel'
import { unzip } from '#test/support/unzip'

const folder = mkdtempSync(join(tmpdir(), 'results-package-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(() => {
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
})

/** Five judges, seven works; works 2 and 4 of the academic group are tied and the chair parts them; the first is disqualified afterwards. */
async function published() {
  const panel = await makePanel({ judges: 5, works: 7 })
  const { eventId, stageId, works, judge } = panel
  const base = [9, 5, 7.5, 6, 7.5, 4, 3]
  for (const [n, seat] of panel.panel.entries()) {
    const marks = works.flatMap(({ code }, w) =>
      ['design', 'craft', 'colour'].map((criterion, c) =>
        sentMark(code, criterion, String(Math.min(10, (base[w] ?? 5) + (w === 2 || w === 4 ? 0 : ((n + c) % 3) / 2)))),
      ),
    )
    await saveMarks({ eventId, stageId, ...seat, marks, now: new Date() })
  }
  const stage = { eventId, stageId, byId: 'office', now: new Date() }
  expect(await closeStage({ ...stage, unsignedBecause: 'absence' })).toMatchObject({ ok: true })
  const places = new Map([
    [works[4]?.id ?? '', '1'],
    [works[2]?.id ?? '', '2'],
  ])
  expect(await decideTie({ ...stage, category: 'academic', rank: 2, places, seatId: judge.seatId, reason: '复看' })).toMatchObject({
    ok: true,
  })
  expect(await publishResults(stage)).toMatchObject({ ok: true })
  const out = { entryId: works[0]?.id ?? '', leaving: 'disqualified' as const, version: 1, reason: { zh: '抄袭', en: 'Copied' } }
  expect(await takeOut({ ...stage, ...out })).toMatchObject({ ok: true, value: { version: 2 } })
  return { ...panel, staff: await makeStaff(eventId, 'organiser') }
}

test('recomputing the downloaded package gives the published totals and ranks to the digit', async () => {
  const { eventId, stageId, staff, works } = await published()
  const path = `/console/${eventId}/stages/${stageId}/results-package.zip`
  const params = { slug: eventId, stage: stageId }
  const archive = Buffer.from(await (await action({ request: send(path, staff), params, context: {} })).arrayBuffer())
  const files = unzip(archive)
  expect([...files.keys()]).toEqual([
    'README.md',
    'rulebook.yaml',
    'entries.csv',
    'scores.csv',
    'chair.csv',
    'results.csv',
    'ids.csv',
    'ledger.jsonl',
  ])
  for (const [name, body] of files) writeFileSync(join(folder, name), body)
  const again = await recomputeFolder(folder)
  if (!again.ok) throw new Error(again.problems.join('\n'))
  const rows = await db.resultRow.findMany({
    where: { eventId, stageId, version: 2, standing: { not: 'disqualified' } },
    include: { entry: { select: { code: true } } },
  })
  const inForce = rows.map(({ entry, category, rank, total, judges }) => ({ entry: entry.code, category, rank, total, judges }))
  const order = (a: { category: string; rank: number | null }, b: { category: string; rank: number | null }) =>
    a.category < b.category ? -1 : a.category > b.category ? 1 : (a.rank ?? 0) - (b.rank ?? 0)
  expect(again.output.results.map(({ entry, category, rank, total, judges }) => ({ entry, category, rank, total, judges }))).toEqual(
    inForce.sort(order),
  )
  expect(inForce.find(({ entry }) => entry === works[4]?.code)).toMatchObject({ rank: 1, total: '75.00' })
  expect(again.output.rulebookHash).toBe((await db.stage.findFirstOrThrow({ where: { eventId, id: stageId } })).rulebookHash)
  // one judge’s marks without the others’: a package that lost a line gives other figures
  writeFileSync(
    join(folder, 'scores.csv'),
    String(files.get('scores.csv'))
      .split('\r\n')
      .filter((line) => !line.includes(',J2,'))
      .join('\r\n'),
  )
  const lacking = await recomputeFolder(folder)
  expect(lacking.ok && lacking.output.results.every(({ judges }) => judges === 4)).toBe(true)

  const everything = [...files.values()].join('\n')
  const names = await db.judgeSeat.findMany({ where: { eventId }, select: { name: true } })
  for (const { name } of [...names, ...works]) expect(everything).not.toContain(name)
  expect(
    String(files.get('ledger.jsonl'))
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { action: string }).action),
  ).toEqual(expect.arrayContaining(['stage.opened', 'mark.given', 'tie.decided', 'results.published', 'results.corrected']))
  const named = unzip(
    Buffer.from(await (await action({ request: send(`${path}?judges=named`, staff), params, context: {} })).arrayBuffer()),
  )
  expect(String(named.get('scores.csv'))).toContain(names[0]?.name)
})

test('of a stage that is not published there is no package, nor for a clerk', async () => {
  const { eventId, stageId } = await makePanel({})
  const get = async (role: 'organiser' | 'clerk') => {
    const staff = await makeStaff(eventId, role)
    return answerOf(() => action({ request: send('/', staff), params: { slug: eventId, stage: stageId }, context: {} }))
  }
  expect(await get('organiser')).toMatchObject({ status: 404 })
  expect(await get('clerk')).toMatchObject({ status: 403 })
})
