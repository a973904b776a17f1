import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { db, transact } from '~/db.server'
import { checkNotices } from '~/domain/entries/precheck/check-notices.server'
import type { Terms } from '~/domain/entries/terms'
import { termsOf } from '~/domain/entries/terms.server'
import { noticesStep } from '~/domain/notices/send-notice.server'
import { done } from '~/domain/outcome'
import { LAST_EDITION } from '~/domain/reporting/demo-unfinished.server'
import { applyEvent } from '~/domain/setup/apply-event.server'
import { makeFinal } from './make-final.server'
import { makeSkills } from './make-skills.server'
import { closeAndPublish, declareTies, markWorks, open, seatPanel, sign } from './run-stage.server'
import { shiftDates, sizedEdition } from './shift-dates'
import type { EditionSize } from './shift-dates'
import { planWorks } from './works'
import type { PlannedWork, WorkState } from './works'
import { entryIdOf } from './work-rows.server'
import { writeWorks } from './write-works.server'
import { castId, writeCast, writeStaff } from './write-people.server'

/** What a first start makes. */
export const SMALL: EditionSize = { works: 16, judges: 6, seed: 1 }
const CALL = 'puyuan-cup-2026'
const PREVIOUS = LAST_EDITION
const FINAL = 'example-final-2026'
const SKILLS = 'example-skills-2026'
const PREVIOUS_JUDGES = 5
const HOUR = 3_600_000

export interface MakeDemo extends EditionSize {
  now: Date
  /** what is being done, for whoever waits */
  tell: (line: string) => void
}

const isSmall = (size: EditionSize) => size.works === SMALL.works && size.judges === SMALL.judges && size.seed === SMALL.seed

/** People of the one-click page and the example events: what a start makes before it listens. */
export async function makeDemoEvents(size: EditionSize, now: Date): Promise<string> {
  const example = await readFile(resolve('seeds/demo/example-cup-2026.yaml'), 'utf8')
  const today = now.toISOString().slice(0, 10)
  const slug = await apply(shiftDates(isSmall(size) ? example : sizedEdition(example, size), today), now)
  for (const file of [PREVIOUS, FINAL, SKILLS])
    await apply(shiftDates(await readFile(resolve(`seeds/demo/${file}.yaml`), 'utf8'), today), now)
  await writeCast(Math.max(size.judges, PREVIOUS_JUDGES), now)
  await writeStaff()
  return slug
}

/**
 * Makes a demo in which every screen is alive: a call that is open, an edition being judged, a final on its evening, a
 * skills contest at the machines, and an edition whose results are published. The same size and seed make the same demo; making it again changes nothing, and one that was
 * interrupted goes on where it stood.
 */
export async function makeDemo({ now, tell, ...size }: MakeDemo): Promise<{ event: string; works: number }> {
  const slug = await makeDemoEvents(size, now)
  await makeJudging(slug, size, now, tell)
  await makeCall(size, now, tell)
  await makeFinal(await known(FINAL), now, telling(tell, FINAL))
  await makeSkills(await known(SKILLS), now)
  await makePrevious(now, tell)
  return { event: slug, works: size.works }
}

async function apply(source: string, now: Date): Promise<string> {
  // an edition that stands keeps its dates: judging may be under way
  const applied = await applyEvent({ source, actorId: null, now, expectedVersion: null })
  if (applied.ok) return applied.value.slug
  if (applied.reason === 'stale') return slugIn(source)
  throw new Error(`an example event cannot be applied: ${JSON.stringify(applied)}`)
}

const slugIn = (source: string) => `${/^series: (.+)$/m.exec(source)?.[1] ?? ''}-${/^edition: (.+)$/m.exec(source)?.[1] ?? ''}`

async function known(eventId: string): Promise<Terms> {
  const terms = await termsOf(db, eventId)
  if (!terms) throw new Error(`${eventId} takes no entries`)
  return terms
}

const telling = (tell: MakeDemo['tell'], eventId: string) => (count: number, of: number) => tell(`${eventId}: ${count} of ${of} works`)

/** An edition in the middle of its judging: judges at every point of the way, from invited to signed. */
async function makeJudging(eventId: string, { works: count, judges, seed }: EditionSize, now: Date, tell: MakeDemo['tell']): Promise<void> {
  const terms = await known(eventId)
  const works = planWorks({
    edition: 'judging',
    seed,
    count,
    special: { 0: { cast: 'student' }, 1: { cast: 'professional' }, 2: { cast: 'abroad' }, 3: { cast: 'team' } },
  })
  await writeWorks({ terms, seed, works, now, tell: telling(tell, eventId) })
  const panel = { eventId, stageId: 'preliminary', judges }
  const opened = new Date(now.getTime() - 60 * HOUR)
  await seatPanel(panel, { now: opened, lastInvited: judges > 4 })
  await open(panel, opened)
  const qualityOf = qualities(terms, seed, works)
  // 甲 is half way, 乙 stands aside from some, 丙 has signed, 丁 has begun, 戊 has only accepted, 己 was invited
  const shares = [0.5, 0.8, 1, 0.3, 0]
  for (let judge = 0; judge < Math.min(judges, 5); judge += 1) {
    const share = shares[judge] ?? 0
    if (share === 0) continue
    await declareTies(panel, judge, opened)
    await markWorks(panel, { judge, share, qualityOf, from: opened, to: new Date(now.getTime() - HOUR) })
    if (judge === 2) await sign(panel, judge, new Date(now.getTime() - HOUR / 2))
    tell(`${eventId}: judge ${judge + 1} of ${judges}`)
  }
}

const qualities = (terms: Terms, seed: number, works: readonly PlannedWork[]) => {
  const known = new Map(works.map(({ index, quality }) => [entryIdOf(terms, seed, index), quality]))
  return (entryId: string) => known.get(entryId) ?? 6
}

const special = {
  0: { cast: 'student', state: 'draft' },
  1: { cast: 'student', state: 'submitted' },
  2: { cast: 'professional', state: 'accepted' },
  3: { cast: 'professional', state: 'returned', leak: true },
  4: { cast: 'abroad', state: 'draft' },
  5: { cast: 'abroad', state: 'submitted' },
  6: { cast: 'team', state: 'submitted' },
} as const

const callState = (index: number): WorkState => {
  const place = index % 14
  if (place === 13) return 'rejected'
  if (place === 12) return 'withdrawn'
  return place === 7 || place === 9 ? 'accepted' : 'submitted'
}

/** The open call: drafts, entries that wait for precheck with their usual faults, returned ones, one from the post. */
async function makeCall({ works: count, judges, seed }: EditionSize, now: Date, tell: MakeDemo['tell']): Promise<void> {
  if (!(await db.event.count({ where: { id: CALL } }))) return
  const terms = await known(CALL)
  if (now < terms.opensAt) return
  const works = planWorks({
    edition: 'call',
    seed,
    count: Math.max(14, count),
    special,
    stateOf: callState,
    leakOf: (index) => index === 8 || (index < 60 && index % 17 === 10),
    onBehalfOf: (index) => index % 14 === 11,
  })
  await writeWorks({ terms, seed, works, now, tell: telling(tell, CALL) })
  await flagDuplicates(seed, works)
  await tellDecisions(terms, seed)
  await seatPanel({ eventId: CALL, stageId: 'preliminary', judges }, { now })
}

/** Two works that look alike, as precheck flags them: the same person handed one in twice. */
async function flagDuplicates(seed: number, works: readonly PlannedWork[]): Promise<void> {
  const pair = [8, 10]
    .filter((index) => index < works.length)
    .map((index) => entryIdOf({ eventId: CALL }, seed, index))
    .sort()
  const [entryAId, entryBId] = pair
  if (!entryAId || !entryBId) return
  await db.duplicateFlag.createMany({
    skipDuplicates: true,
    data: [{ eventId: CALL, entryAId, entryBId, kind: 'look_alike', distance: 4 }],
  })
}

/** The people of the one-click page have been told what precheck decided. */
async function tellDecisions(terms: Terms, seed: number): Promise<void> {
  const decided = [
    { index: 2, decision: 'accept' as const, reasons: [] },
    { index: 3, decision: 'return' as const, reasons: ['name-on-work' as const] },
  ]
  for (const { index, decision, reasons } of decided) {
    const entryIds = [entryIdOf(terms, seed, index)]
    if (
      await db.notice.count({
        where: { eventId: CALL, personId: castId('professional'), template: `entry-${decision === 'accept' ? 'accepted' : 'returned'}` },
      })
    )
      continue
    await transact(async (tx) => {
      await noticesStep(
        tx,
        await checkNotices(tx, { eventId: CALL, entryIds, decision, reasons, note: '', correctionsUntil: terms.correctionsUntil }),
      )
      return done()
    })
  }
}

/** The previous edition, judged to its end: finalists, winners, a gallery, and people who agreed to be found. */
async function makePrevious(now: Date, tell: MakeDemo['tell']): Promise<void> {
  const eventId = PREVIOUS
  const terms = await known(eventId)
  const works = planWorks({
    edition: 'previous',
    seed: 1,
    count: 10,
    special: { 0: { cast: 'student' }, 1: { cast: 'professional' }, 2: { cast: 'abroad' } },
  })
  await writeWorks({ terms, seed: 1, works, now, tell: telling(tell, eventId) })
  const qualityOf = qualities(terms, 1, works)
  for (const stageId of ['preliminary', 'final']) {
    const panel = { eventId, stageId, judges: PREVIOUS_JUDGES }
    const stage = await db.stage.findUniqueOrThrow({ where: { eventId_id: { eventId, id: stageId } } })
    if (stage.state === 'published') continue
    const opened = stage.opensAt ?? now
    const closed = stage.closesAt ?? now
    await seatPanel(panel, { now: opened })
    await open(panel, opened)
    for (let judge = 0; judge < PREVIOUS_JUDGES; judge += 1) {
      await declareTies(panel, judge, opened)
      await markWorks(panel, { judge, share: 1, qualityOf, from: opened, to: closed })
      await sign(panel, judge, closed)
    }
    await closeAndPublish(panel, { closed, published: new Date(closed.getTime() + 24 * HOUR) })
  }
}
