import type { Readable } from 'node:stream'
import { db } from '~/db.server'
import { DECIDING } from '~/domain/events/stage-state'
import { storage } from '~/gateways/storage.server'
import type { MakingAnswer, PieceKind, PieceState } from '~/generated/prisma/enums'
import { shownOf } from '../anonymous-work.server'
import { versionRows } from '../publication/version-rows.server'
import { worksInStage } from '../works-in-stage.server'
import { makingStages } from './making-stage.server'
import type { LabelRead } from './read-label'

export interface PieceFound {
  token: string
  entryId: string
  code: string
  kind: PieceKind
  number: number
  state: PieceState
}

const piece = {
  token: true,
  entryId: true,
  kind: true,
  number: true,
  state: true,
  stageId: true,
  entry: { select: { code: true } },
} as const

/** The piece a label speaks of, in one stage: by its token, by its short name, or the only one of a work. */
export async function findPiece(eventId: string, stageId: string, read: LabelRead): Promise<PieceFound | null> {
  const where =
    'token' in read
      ? { token: read.token }
      : { entry: { code: read.code }, ...('kind' in read ? { kind: read.kind, number: read.number } : {}) }
  const rows = await db.piece.findMany({ where: { eventId, stageId, droppedAt: null, ...where }, take: 2, select: piece })
  const [row] = rows
  return row && rows.length === 1
    ? { token: row.token, entryId: row.entryId, kind: row.kind, number: row.number, state: row.state, code: row.entry.code ?? '' }
    : null
}

/** What anyone may learn from a label: the code, what kind of thing it is, and where it is. */
export async function labelled(eventId: string, token: string): Promise<(PieceFound & { stageId: string }) | null> {
  const row = await db.piece.findFirst({ where: { eventId, token, droppedAt: null }, select: piece })
  return (
    row && {
      token: row.token,
      entryId: row.entryId,
      kind: row.kind,
      number: row.number,
      state: row.state,
      stageId: row.stageId,
      code: row.entry.code ?? '',
    }
  )
}

/** Where a judge's tablet goes from a label: the open stage on whose panel the person marks this work. */
export async function deskOf(eventId: string, personId: string, entryId: string): Promise<string | null> {
  const seats = await db.judgeSeat.findMany({
    where: {
      eventId,
      personId,
      removedAt: null,
      scoring: true,
      declaredAt: { not: null },
      stage: { state: 'open' },
      recusals: { none: { entryId } },
    },
    select: { stageId: true },
  })
  for (const { stageId } of seats)
    if (await db.entry.count({ where: { AND: [await worksInStage(db, eventId, stageId), { id: entryId }] } })) return stageId
  return null
}

export interface ListedPiece extends PieceFound {
  title: string
  movedAt: Date | null
  last: { condition: string; photo: string | null; by: string } | null
}

const MOST = 2_000

/** Pieces of a stage in the order of codes, with what was last noted of each. */
export async function listedPieces(eventId: string, stageId: string): Promise<ListedPiece[]> {
  const rows = await db.piece.findMany({
    where: { eventId, stageId, droppedAt: null },
    orderBy: [{ entry: { code: 'asc' } }, { kind: 'asc' }, { number: 'asc' }],
    take: MOST,
    select: {
      ...piece,
      movedAt: true,
      entry: { select: { code: true, title: true } },
      moves: {
        where: { OR: [{ condition: { not: '' } }, { photoKey: { not: null } }] },
        orderBy: { movedAt: 'desc' },
        take: 1,
        select: { id: true, condition: true, photoKey: true, byId: true },
      },
    },
  })
  const people = await db.person.findMany({
    where: { id: { in: rows.flatMap(({ moves }) => moves.map(({ byId }) => byId)) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ entry, moves: [move], stageId: _stage, ...row }) => ({
    ...row,
    code: entry.code ?? '',
    title: entry.title,
    last: move ? { condition: move.condition, photo: move.photoKey && move.id, by: nameOf.get(move.byId) ?? '' } : null,
  }))
}

/** Pieces of some works in every stage, in the order of codes: what labels are made of. */
export async function piecesOfWorks(eventId: string, entryIds: readonly string[]): Promise<(PieceFound & { stageId: string })[]> {
  const rows = await db.piece.findMany({
    where: { eventId, entryId: { in: [...entryIds] }, droppedAt: null },
    orderBy: [{ entry: { code: 'asc' } }, { kind: 'asc' }, { number: 'asc' }],
    select: piece,
  })
  return rows.map(({ entry, ...row }) => ({ ...row, code: entry.code ?? '' }))
}

/** The photo of one scan, as a stream of WebP. */
export async function piecePhoto(eventId: string, stageId: string, moveId: string): Promise<Readable | null> {
  const move = await db.pieceMove.findFirst({ where: { eventId, stageId, id: moveId }, select: { photoKey: true } })
  return move?.photoKey ? storage().get(move.photoKey) : null
}

export interface MakingRow {
  entry: string
  code: string
  title: string
  group: string
  rank: number | null
  answer: MakingAnswer | null
  /** withdrawn, and nobody could be named for the place */
  open: boolean
  /** slots of the form with a file: 效果图, 工艺图 */
  files: string[]
  pieces: { kind: PieceKind; state: PieceState }[]
}

/**
 * A stage of making as the office sees it: every work that has a place or had one, from what was handed in to what has
 * come, and for a place nobody could be named for, the alternates that share the rank. Null for other stages.
 */
export async function makingBoard(eventId: string, stageId: string) {
  const making = (await makingStages(db, eventId)).find(({ id }) => id === stageId)
  if (!making) return null
  const version = making.from?.publishedVersion ?? null
  const rows = making.from && version !== null ? await versionRows(db, eventId, making.from.id, version) : []
  const answers = await db.making.findMany({ where: { eventId, stageId } })
  const answerOf = new Map(answers.map((answer) => [answer.entryId, answer]))
  const listed = rows.filter(({ entry, standing }) => standing === 'place' || answerOf.has(entry))
  const ids = listed.map(({ entry }) => entry)
  const [{ slots }, files, pieces] = await Promise.all([
    shownOf(eventId),
    db.entryFile.findMany({
      where: { eventId, entryId: { in: ids }, state: 'ready' },
      distinct: ['entryId', 'slot'],
      select: { entryId: true, slot: true },
    }),
    db.piece.findMany({
      where: { eventId, stageId, entryId: { in: ids }, droppedAt: null },
      select: { entryId: true, kind: true, state: true },
    }),
  ])
  const works = listed.map(({ entry, code, title, group, rank }): MakingRow => {
    const given = answerOf.get(entry)
    return {
      entry,
      code,
      title,
      group,
      rank,
      answer: given?.answer ?? null,
      open: given?.answer === 'withdrawn' && given.replacedVersion === null,
      files: files.filter(({ entryId }) => entryId === entry).map(({ slot }) => slot),
      pieces: pieces.filter(({ entryId }) => entryId === entry),
    }
  })
  const alternates = rows
    .filter(({ standing }) => standing === 'alternate')
    .map(({ entry, code, title, group, rank }) => ({ entry, code, title, group, rank }))
  return { making, slots, works, alternates }
}

/** What the makers of a work are asked in a stage of making: null where the work has no place to make something for. */
export async function askedToMake(eventId: string, entryId: string) {
  for (const making of await makingStages(db, eventId)) {
    const given = await db.making.findUnique({
      where: { eventId_stageId_entryId: { eventId, stageId: making.id, entryId } },
      select: { answer: true },
    })
    const { from } = making
    const place = from?.publishedVersion
      ? await db.resultRow.count({ where: { eventId, stageId: from.id, version: from.publishedVersion, entryId, standing: 'place' } })
      : 0
    if (place === 0 && !given) continue
    const pieces = await db.piece.findMany({
      where: { eventId, stageId: making.id, entryId, droppedAt: null },
      orderBy: [{ kind: 'asc' }, { number: 'asc' }],
      select: { kind: true, number: true, state: true },
    })
    return {
      stageId: making.id,
      name: { zh: making.nameZh, en: making.nameEn },
      closesAt: making.closesAt,
      settled: making.settled,
      answer: given?.answer ?? null,
      pieces,
    }
  }
  return null
}

/** A stage whose pieces are scanned: one of making, or one judges see on site. Null for other stages. */
export async function stageOfPieces(eventId: string, stageId: string) {
  const stage = await db.stage.findUnique({
    where: { eventId_id: { eventId, id: stageId } },
    select: { type: true, nameZh: true, nameEn: true },
  })
  if (!stage || !['make', ...DECIDING].includes(stage.type)) return null
  return { name: { zh: stage.nameZh, en: stage.nameEn }, making: stage.type === 'make' }
}
