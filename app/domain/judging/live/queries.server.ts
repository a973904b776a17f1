import type { Readable } from 'node:stream'
import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import { storage } from '~/gateways/storage.server'
import type { StageState } from '~/generated/prisma/enums'
import { shownFile, shownOf, workPictures } from '../anonymous-work.server'
import { worksInStage } from '../works-in-stage.server'
import type { ScoreLine } from './shown-score'
import { type SeatStanding, workScore } from './work-score.server'

export interface BoardTurn {
  entry: string
  code: string
  title: string
  group: string
  calledAt: Date | null
  revealedAt: Date | null
}

/** What whoever leads the final sees: the order, the work that is called and who has marked it. No marks. */
export interface LiveBoard {
  version: number
  seed: number
  drawnAt: Date
  hallKey: string
  namesShown: boolean
  called: string | null
  turns: BoardTurn[]
  /** works that came into the stage or left it since the order was drawn */
  changed: number
  seats: { id: string; label: string; name: string; standing: SeatStanding }[]
}

/** The board of a live stage; null while no order is drawn. */
export async function liveBoard(eventId: string, stageId: string): Promise<LiveBoard | null> {
  const show = await db.liveShow.findUnique({
    where: { eventId_stageId: { eventId, stageId } },
    include: { turns: { orderBy: { position: 'asc' }, include: { entry: { select: { code: true, title: true, groupId: true } } } } },
  })
  if (!show) return null
  const [present, score] = await Promise.all([
    worksInStage(db, eventId, stageId).then((where) => db.entry.findMany({ where, select: { id: true } })),
    show.calledEntryId ? workScore(db, { eventId, stageId, entryId: show.calledEntryId, now: new Date() }) : null,
  ])
  const drawn = new Set(show.turns.map(({ entryId }) => entryId))
  const inStage = new Set(present.map(({ id }) => id))
  return {
    version: show.version,
    seed: show.seed,
    drawnAt: show.drawnAt,
    hallKey: show.hallKey,
    namesShown: show.namesShown,
    called: show.calledEntryId,
    turns: show.turns.map(({ entryId, entry, calledAt, revealedAt }) => ({
      entry: entryId,
      code: entry.code ?? '',
      title: entry.title,
      group: entry.groupId,
      calledAt,
      revealedAt,
    })),
    changed: [...inStage].filter((id) => !drawn.has(id)).length + [...drawn].filter((id) => !inStage.has(id)).length,
    seats: score?.seats ?? [],
  }
}

/** What tablets follow: the called work and which totals are out. `recused` says whom it must not be shown to. */
export interface TabletState {
  called: { code: string; recused: string[] } | null
  revealed: { code: string; recused: string[] }[]
}

/** The state of all tablets of a live stage, read once for all of them. */
export async function tabletState(eventId: string, stageId: string): Promise<TabletState> {
  const show = await db.liveShow.findUnique({
    where: { eventId_stageId: { eventId, stageId } },
    select: {
      calledEntryId: true,
      turns: {
        where: { calledAt: { not: null } },
        select: {
          entryId: true,
          revealedAt: true,
          entry: { select: { code: true, recusals: { where: { stageId }, select: { seatId: true } } } },
        },
      },
    },
  })
  if (!show) return { called: null, revealed: [] }
  const works = show.turns.map(({ entryId, revealedAt, entry }) => ({
    entryId,
    revealedAt,
    code: entry.code ?? '',
    recused: entry.recusals.map(({ seatId }) => seatId),
  }))
  const called = works.find(({ entryId }) => entryId === show.calledEntryId)
  return {
    called: called ? { code: called.code, recused: called.recused } : null,
    revealed: works.flatMap(({ revealedAt, code, recused }) => (revealedAt ? [{ code, recused }] : [])),
  }
}

/** What the hall's screen shows. Names only where they are read out; a score only once it was revealed. */
export interface HallState {
  event: Localized
  stage: Localized
  state: StageState
  /** works whose total is out, and all */
  done: number
  of: number
  work: {
    code: string
    title: string
    place: number
    group: Localized
    track: Localized | null
    /** names read out; empty while the work is shown without them */
    authors: string[]
    /** whether there is a picture to show */
    picture: boolean
    marked: number
    expected: number
    score: { total: string; lines: ScoreLine[] } | null
  } | null
}

/** The hall of a live stage for whoever has its key; null for anyone else. */
export async function hallState(eventId: string, stageId: string, key: string): Promise<HallState | null> {
  const show = await db.liveShow.findFirst({
    where: { eventId, stageId, hallKey: key },
    select: {
      calledEntryId: true,
      namesShown: true,
      stage: { select: { nameZh: true, nameEn: true, state: true, event: { select: { nameZh: true, nameEn: true } } } },
      turns: { orderBy: { position: 'asc' }, select: { entryId: true, revealedAt: true } },
    },
  })
  if (!show) return null
  const { stage, turns, calledEntryId, namesShown } = show
  const at = turns.findIndex(({ entryId }) => entryId === calledEntryId)
  return {
    event: { zh: stage.event.nameZh, en: stage.event.nameEn },
    stage: { zh: stage.nameZh, en: stage.nameEn },
    state: stage.state,
    done: turns.filter(({ revealedAt }) => revealedAt).length,
    of: turns.length,
    work:
      calledEntryId === null
        ? null
        : await hallWork(eventId, stageId, calledEntryId, { place: at + 1, revealed: Boolean(turns[at]?.revealedAt), namesShown }),
  }
}

type OnScreen = { place: number; revealed: boolean; namesShown: boolean }

async function hallWork(
  eventId: string,
  stageId: string,
  entryId: string,
  { place, revealed, namesShown }: OnScreen,
): Promise<NonNullable<HallState['work']>> {
  const named = { select: { nameZh: true, nameEn: true } }
  const [entry, score] = await Promise.all([
    db.entry.findUniqueOrThrow({
      where: { eventId_id: { eventId, id: entryId } },
      select: {
        code: true,
        title: true,
        group: named,
        track: named,
        files: { where: shownFile, take: 1, select: { id: true } },
        // not even read where they are not shown
        ...(namesShown
          ? { authors: { where: { role: 'author' as const }, orderBy: { position: 'asc' as const }, select: { name: true } } }
          : {}),
      },
    }),
    workScore(db, { eventId, stageId, entryId, now: new Date() }),
  ])
  const name = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }): Localized => ({ zh: nameZh, en: nameEn })
  const authors = 'authors' in entry ? (entry.authors as { name: string }[]) : []
  return {
    code: entry.code ?? '',
    title: entry.title,
    place,
    group: name(entry.group),
    track: entry.track && name(entry.track),
    authors: authors.map((author) => author.name),
    picture: entry.files.length > 0,
    ...howMany(score.seats),
    score: revealed && score.total !== null ? { total: score.total, lines: score.lines } : null,
  }
}

const howMany = (seats: readonly { standing: SeatStanding }[]) => ({
  marked: seats.filter(({ standing }) => standing === 'done').length,
  expected: seats.filter(({ standing }) => standing !== 'aside').length,
})

/** The picture of the work that stands in the hall, as a stream of WebP: of no other work, and for nobody without the key. */
export async function hallPicture(eventId: string, stageId: string, key: string, code: string): Promise<Readable | null> {
  const [show, { slots }] = await Promise.all([
    db.liveShow.findFirst({
      where: { eventId, stageId, hallKey: key, called: { code } },
      select: {
        called: {
          select: { files: { where: shownFile, orderBy: { position: 'asc' }, select: { slot: true, position: true, viewKey: true } } },
        },
      },
    }),
    shownOf(eventId),
  ])
  const files = show?.called?.files ?? []
  const [first] = workPictures(
    files,
    slots.map(({ id }) => id),
  )
  const file = files.find(({ slot }) => slot === first?.slot)
  return file?.viewKey ? storage().get(file.viewKey) : null
}
