import type { Readable } from 'node:stream'
import { db } from '~/db.server'
import { storage } from '~/gateways/storage.server'
import type { SeatKey } from './marks-sql.server'
import { shownAnswers, shownToJudges } from './shown-to-judges'
import { worksOfSeat } from './works-of-seat.server'

/**
 * Everything a judge sees of a work, and the only way to it. Never the authors, the entry number, what a file was
 * called, nor an instant; works the judge stands aside for or was not given are absent from all three answers.
 */
export interface AnonymousWork {
  code: string
  /** ids of the config */
  group: string
  track: string | null
  title: string
  /** the picture that stands for the work in lists: `board-1`; null while there is none */
  cover: string | null
}

export interface AnonymousDetails {
  code: string
  /** by field id: only fields shown to judges */
  answers: Record<string, string | string[]>
  /** pictures in the order of the form; `name` is `board-1`, sizes in pixels of what was handed in */
  pictures: {
    name: string
    slot: string
    width: number | null
    height: number | null
    pages: number | null
  }[]
}

/** One page of the works of a stage for one seat, by group and code, and how many there are in all. */
export async function anonymousWorks(
  { eventId, stageId, seatId }: SeatKey,
  page: { skip: number; take: number },
): Promise<{ works: AnonymousWork[]; total: number }> {
  const where = await worksOfSeat(db, { eventId, stageId, seatId })
  const [total, rows, slots] = await Promise.all([
    db.entry.count({ where }),
    db.entry.findMany({
      where,
      orderBy: [{ group: { position: 'asc' } }, { code: 'asc' }],
      ...page,
      select: {
        code: true,
        groupId: true,
        trackId: true,
        title: true,
        files: { where: shownFile, select: { slot: true, position: true } },
      },
    }),
    slotOrder(eventId),
  ])
  const works = rows.map(({ code, groupId, trackId, title, files }) => ({
    code: code ?? '',
    group: groupId,
    track: trackId,
    title,
    cover: workPictures(files, slots)[0]?.name ?? null,
  }))
  return { works, total }
}

/** Answers and pictures of some works, by code; codes that are not this judge's are left out without a word. */
export async function anonymousDetails({ eventId, stageId, seatId }: SeatKey, codes: string[]): Promise<AnonymousDetails[]> {
  const [rows, { fields, slots }] = await Promise.all([
    db.entry.findMany({
      where: {
        ...(await worksOfSeat(db, { eventId, stageId, seatId })),
        code: { in: codes },
      },
      orderBy: { code: 'asc' },
      select: {
        code: true,
        fields: true,
        files: {
          where: shownFile,
          select: { slot: true, position: true, width: true, height: true, pages: true },
        },
      },
    }),
    shownOf(eventId),
  ])
  return rows.map(({ code, fields: answers, files }) => ({
    code: code ?? '',
    answers: shownAnswers(fields, answers),
    pictures: workPictures(
      files,
      slots.map(({ id }) => id),
    ),
  }))
}

const NAME = /^([\p{L}\p{N}]{1,20}-\d{1,12})-([a-z0-9-]{1,60})-([1-9]\d{0,2})(-thumb)?\.webp$/u

/** The picture behind `K-0417-board-1.webp` or `…-thumb.webp`, as a stream of WebP; null when this seat has none. */
export async function anonymousPicture({ eventId, stageId, seatId }: SeatKey, name: string): Promise<Readable | null> {
  const [, code, slot, number, thumb] = NAME.exec(name) ?? []
  if (code === undefined || slot === undefined) return null
  const file = await db.entryFile.findFirst({
    where: {
      eventId,
      slot,
      ...shownFile,
      entry: { ...(await worksOfSeat(db, { eventId, stageId, seatId })), code },
    },
    orderBy: { position: 'asc' },
    skip: Number(number) - 1,
    select: { viewKey: true, thumbKey: true },
  })
  const seat = file && (await db.judgeSeat.count({ where: { eventId, stageId, id: seatId, removedAt: null } }))
  const key = thumb ? file?.thumbKey : file?.viewKey
  return seat && key ? storage().get(key) : null
}

/** A file that can be looked at. */
export const shownFile = { state: 'ready', viewKey: { not: null }, thumbKey: { not: null } } as const

/** Which answers and files of the event judges see, with their labels. */
export async function shownOf(eventId: string) {
  const { config } = await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { config: true } })
  return shownToJudges(config)
}

const slotOrder = async (eventId: string) => (await shownOf(eventId)).slots.map(({ id }) => id)

type FileRow = {
  slot: string
  position: number
  width?: number | null
  height?: number | null
  pages?: number | null
}

/** Files under neutral names: the slot and a number, counted again from 1 whatever was uploaded before. */
export function workPictures(files: readonly FileRow[], slots: readonly string[]): AnonymousDetails['pictures'] {
  return slots.flatMap((slot) =>
    files
      .filter((file) => file.slot === slot)
      .sort((a, b) => a.position - b.position)
      .map(({ width = null, height = null, pages = null }, at) => ({
        name: `${slot}-${at + 1}`,
        slot,
        width,
        height,
        pages,
      })),
  )
}
