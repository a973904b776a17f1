import { db } from '~/db.server'
import { shownFile, workPictures } from './anonymous-work.server'
import { shownAnswers, shownToJudges } from './shown-to-judges'
import type { ShownField, ShownSlot } from './shown-to-judges'

export type PublishedAuthor = {
  name: string
  nameLatin: string | null
  /** school or employer; '' when there is none */
  organisation: string
  independent: boolean
  country: string
}

export type PublishedPicture = { name: string; slot: string; width: number | null; height: number | null }

/** A public work with the people behind it. Until its content is passed it has no title, pictures and answers: pages show its code. */
export type PublishedWork = {
  id: string
  code: string
  /** its content was passed and may be shown */
  cleared: boolean
  /** '' while it was not passed */
  title: string
  group: string
  track: string | null
  authors: PublishedAuthor[]
  instructors: PublishedAuthor[]
  pictures: PublishedPicture[]
  answers: Record<string, string | string[]>
}

/** Fields and files a public work shows, with their labels: those that judges saw, no more. */
export type PublishedLabels = { fields: ShownField[]; slots: ShownSlot[] }

/**
 * Works by entry id, with authors, pictures and answers. The ids have to be those of `publishedStandings`: this is
 * where names leave the house, and it does not ask again. `config` is the event’s document in force.
 */
export async function publishedWorks(
  eventId: string,
  entryIds: readonly string[],
  config: unknown,
): Promise<{ works: Map<string, PublishedWork>; labels: PublishedLabels }> {
  const labels = shownToJudges(config)
  if (entryIds.length === 0) return { works: new Map(), labels }
  const rows = await db.entry.findMany({
    where: { eventId, id: { in: [...entryIds] }, state: 'accepted' },
    select: {
      id: true,
      code: true,
      title: true,
      groupId: true,
      trackId: true,
      fields: true,
      submittedVersion: true,
      contentReview: { select: { state: true, version: true } },
      authors: {
        orderBy: { position: 'asc' },
        select: {
          role: true,
          name: true,
          nameLatin: true,
          organisation: true,
          independent: true,
          country: true,
        },
      },
      files: {
        where: shownFile,
        select: { slot: true, position: true, width: true, height: true, pages: true },
      },
    },
  })
  const slots = labels.slots.map(({ id }) => id)
  const works = rows.map(
    ({ id, code, title, groupId, trackId, fields, authors, files, submittedVersion, contentReview }): PublishedWork => {
      const cleared = contentReview?.state === 'passed' && contentReview.version === (submittedVersion ?? 0)
      const people = (role: string) => authors.filter((author) => author.role === role).map(({ role: _, ...author }) => author)
      return {
        id,
        code: code ?? '',
        cleared,
        title: cleared ? title : '',
        group: groupId,
        track: trackId,
        authors: people('author'),
        instructors: people('instructor'),
        pictures: workPictures(cleared ? files : [], slots).map(({ name, slot, width, height }) => ({
          name,
          slot,
          width,
          height,
        })),
        answers: cleared ? shownAnswers(labels.fields, fields) : {},
      }
    },
  )
  return { works: new Map(works.map((work) => [work.id, work])), labels }
}
