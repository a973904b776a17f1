import { db, transact } from '~/db.server'
import { assignCodes } from '~/domain/entries/precheck/assign-codes.server'
import { entryNumber } from '~/domain/entries/entry-number'
import type { Terms } from '~/domain/entries/terms'
import { drawStations } from '~/domain/judging/measured/draw-stations.server'
import { importMarks } from '~/domain/judging/measured/import-marks.server'
import { recordRun } from '~/domain/judging/measured/record-run.server'
import type { SentRecord } from '~/domain/judging/measured/sent-records'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { done } from '~/domain/outcome'
import { demoId, demoUuid } from './demo-id.server'
import { declareTies, must, open, seatIdOf, seatPanel } from './run-stage.server'
import { clerkId, judgeId, organiserId } from './write-people.server'

const MINUTE = 60_000
const STAGE = 'final'
const TIMEKEEPER = 2

const COMPETITORS = [
  { name: '示例选手 郑一鸣', delegation: 'zhejiang', post: '电脑横机操作工', level: 'senior', theory: '92' },
  { name: '示例选手 孙晓岚', delegation: 'zhejiang', post: '电脑横机挡车工', level: 'intermediate', theory: '85' },
  { name: '示例选手 吴立诚', delegation: 'jiangsu', post: '横机保全工', level: 'technician', theory: '88' },
  { name: '示例选手 冯雪', delegation: 'jiangsu', post: '电脑横机操作工', level: 'intermediate', theory: '79' },
]

/** A skills final in the middle of its practice: theory in, machines drawn, one competitor through, one at the machine. */
export async function makeSkills({ eventId, edition }: Terms, now: Date): Promise<void> {
  const stage = await db.stage.findUniqueOrThrow({ where: { eventId_id: { eventId, id: STAGE } }, select: { state: true } })
  if (stage.state !== 'upcoming') return
  await writeCompetitors(eventId, edition, new Date(now.getTime() - 20 * 24 * 60 * MINUTE))
  const panel = { eventId, stageId: STAGE, judges: 3 }
  // the stage has been open for an hour: what was pressed since then counts
  const opened = new Date(now.getTime() - 60 * MINUTE)
  await seatPanel(panel, { now: opened })
  await db.judgeSeat.updateMany({ where: { eventId, stageId: STAGE, id: seatIdOf(panel, TIMEKEEPER) }, data: { scoring: false } })
  for (const judge of [0, 1]) await declareTies(panel, judge, opened, [])
  const base = { eventId, stageId: STAGE, byId: organiserId, now: opened }
  if ((await db.draw.count({ where: { eventId, stageId: STAGE } })) === 0)
    must(await drawStations({ ...base, stations: 2, firstAt: opened, minutes: 45, reason: '', requestKey: demoId(eventId, 'draw') }))
  await open(panel, opened)
  const entries = await db.entry.findMany({ where: { eventId }, orderBy: { number: 'asc' }, select: { id: true, code: true } })
  must(
    await importMarks({
      ...base,
      criterionId: 'theory-paper',
      file: { name: '理论成绩.csv', sha256: sha256Hex('theory of the demo') },
      marks: entries.map(({ id }, n) => ({ entry: id, value: COMPETITORS[n]?.theory ?? null })),
      requestKey: demoId(eventId, 'theory'),
    }),
  )
  const [first = '', second = ''] = entries.map(({ code }) => code ?? '')
  await recordPractice(panel, first, second, now)
}

async function writeCompetitors(eventId: string, edition: string, at: Date): Promise<void> {
  const rows = COMPETITORS.map((one, n) => ({ ...one, id: demoId(eventId, 'entry', n), number: entryNumber(edition, n + 1) }))
  await transact(async (tx) => {
    await tx.entry.createMany({
      skipDuplicates: true,
      data: rows.map(({ id, number, post, delegation, level }) => ({
        eventId,
        id,
        number,
        groupId: 'operators',
        fields: { post, delegation, level, years: '6' },
        state: 'submitted' as const,
        origin: 'on_behalf' as const,
        startedById: clerkId,
        createdAt: at,
        submittedAt: at,
        submittedVersion: 1,
      })),
    })
    await tx.entryAuthor.createMany({
      skipDuplicates: true,
      data: rows.map(({ id, name }) => ({
        eventId,
        entryId: id,
        id: demoId(id, 'author'),
        role: 'author' as const,
        position: 0,
        name,
        organisation: '示例针织有限公司',
      })),
    })
    await tx.event.update({ where: { id: eventId }, data: { entryCounter: rows.length } })
    const codes = await assignCodes(
      tx,
      eventId,
      rows.map(({ id }) => id),
    )
    for (const [id, code] of codes) await tx.entry.update({ where: { eventId_id: { eventId, id } }, data: { code, state: 'accepted' } })
    return done()
  })
}

/** The first is through all parts and confirmed, the second has begun the first part a minute ago. */
async function recordPractice(panel: { eventId: string; stageId: string }, first: string, second: string, now: Date): Promise<void> {
  const { eventId, stageId } = panel
  let pressed = 0
  const press = (code: string, kind: SentRecord['kind'], minutesAgo: number, given: Partial<SentRecord> = {}): SentRecord => ({
    id: demoUuid(eventId, 'press', (pressed += 1)),
    code,
    kind,
    part: '',
    criterion: null,
    item: '',
    value: null,
    voids: null,
    reason: '',
    confirmed: false,
    waitedMs: minutesAgo * MINUTE,
    deviceAt: new Date(now.getTime() - minutesAgo * MINUTE).toISOString(),
    ...given,
  })
  const records = async (judge: number, list: SentRecord[]) =>
    must(await recordRun({ eventId, stageId, seatId: seatIdOf(panel, judge), personId: judgeId(judge), records: list, receivedAt: now }))
  const part = (name: string) => ({ part: name })
  await records(TIMEKEEPER, [
    press(first, 'start', 55, part('threading')),
    press(first, 'finish', 43, part('threading')),
    press(first, 'start', 40, part('transfer')),
    press(first, 'finish', 22, part('transfer')),
    press(first, 'start', 20, part('mending')),
    press(first, 'finish', 4, part('mending')),
    press(second, 'start', 1, part('threading')),
  ])
  const fault = (name: string, item: string) => ({ part: name, criterion: `${name}-quality`, item, value: '1' })
  await records(0, [
    press(first, 'fault', 44, fault('threading', 'missed')),
    press(first, 'fault', 30, fault('transfer', 'dropped')),
    press(first, 'fault', 28, fault('transfer', 'dropped')),
    press(first, 'confirm', 3),
  ])
  const mark = {
    markId: demoUuid(eventId, 'conduct'),
    code: first,
    criterion: 'conduct',
    value: '26.5',
    markedAt: new Date(now.getTime() - 2 * MINUTE).toISOString(),
  }
  must(await saveMarks({ eventId, stageId, seatId: seatIdOf(panel, 0), personId: judgeId(0), marks: [mark], now }))
}
