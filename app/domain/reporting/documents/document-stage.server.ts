import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import { DECIDING } from '~/domain/events/stage-state'
import { noticeOf } from '~/domain/judging/objections/queries.server'
import { say, type Lang } from '~/i18n/language'

/** A stage as letters about it need it. */
export interface DocumentStage {
  eventId: string
  id: string
  name: Localized
  event: Localized
  organisation: Localized
  /** 主办单位 as the config lists them */
  hosts: Localized[]
  timezone: string
  opensAt: Date | null
  closesAt: Date | null
  publishedAt: Date | null
  version: number
  /** works the stage judged */
  judged: number
  notice: { from: Date; to: Date } | null
  /** what comes for finalists: making, or the stage that decides next */
  next: { name: Localized; opensAt: Date | null; closesAt: Date | null } | null
}

export async function documentStage(eventId: string, stageId: string): Promise<DocumentStage | null> {
  const stage = await db.stage.findUnique({
    where: { eventId_id: { eventId, id: stageId } },
    include: {
      event: {
        select: {
          nameZh: true,
          nameEn: true,
          timezone: true,
          config: true,
          organisation: { select: { nameZh: true, nameEn: true } },
        },
      },
    },
  })
  if (!stage) return null
  const version = stage.publishedVersion ?? 0
  const [judged, notice, next] = await Promise.all([
    db.resultRow.count({ where: { eventId, stageId, version } }),
    noticeOf(db, eventId, stageId),
    db.stage.findFirst({
      where: { eventId, position: { gt: stage.position }, type: { in: ['make', ...DECIDING] } },
      orderBy: { position: 'asc' },
    }),
  ])
  // stored only after it was parsed
  const { bodies } = stage.event.config as unknown as { bodies?: Record<string, Localized[]> }
  return {
    eventId,
    id: stageId,
    name: { zh: stage.nameZh, en: stage.nameEn },
    event: { zh: stage.event.nameZh, en: stage.event.nameEn },
    organisation: { zh: stage.event.organisation.nameZh, en: stage.event.organisation.nameEn },
    hosts: bodies?.主办单位 ?? [],
    timezone: stage.event.timezone,
    opensAt: stage.opensAt,
    closesAt: stage.closesAt,
    publishedAt: stage.publishedAt,
    version,
    judged,
    notice,
    next: next && {
      name: { zh: next.nameZh, en: next.nameEn },
      opensAt: next.opensAt,
      closesAt: next.closesAt,
    },
  }
}

/** A work of a published result with the people behind it: their names are public by then. */
export interface ListedWork {
  rank: number | null
  code: string
  title: string
  /** its group and track, as far as works were ranked apart by them */
  category: string
  standing: 'place' | 'alternate' | 'none'
  awards: string[]
  authors: string[]
  /** authors with their schools or employers */
  people: string[]
}

/** The works in force of a published stage by category and rank; those that left it are not among them. */
export async function publishedList({ eventId, id: stageId, version }: DocumentStage, lang: Lang): Promise<ListedWork[]> {
  const named = { select: { nameZh: true, nameEn: true } } as const
  const rows = await db.resultRow.findMany({
    where: {
      eventId,
      stageId,
      version,
      standing: { in: ['place', 'alternate', 'none'] },
      entry: { state: 'accepted' },
    },
    orderBy: [{ entry: { group: { position: 'asc' } } }, { category: 'asc' }, { rank: { sort: 'asc', nulls: 'last' } }, { entryId: 'asc' }],
    take: 5_000,
    select: {
      rank: true,
      category: true,
      standing: true,
      awards: {
        where: { recipients: 'author' },
        orderBy: { tier: 'asc' },
        select: { nameZh: true, nameEn: true },
      },
      entry: {
        select: {
          code: true,
          title: true,
          groupId: true,
          trackId: true,
          group: named,
          track: named,
          authors: {
            where: { role: 'author' },
            orderBy: { position: 'asc' },
            select: { name: true, organisation: true },
          },
        },
      },
    },
  })
  const text = (row: { nameZh: string; nameEn: string } | null) => (row ? say({ zh: row.nameZh, en: row.nameEn }, lang) : '')
  return rows.map(({ entry, awards, category, standing, rank }) => ({
    rank,
    code: entry.code ?? '',
    title: entry.title,
    category: [
      category.includes(entry.groupId) ? text(entry.group) : '',
      entry.trackId && category.includes(entry.trackId) ? text(entry.track) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    standing: standing as ListedWork['standing'],
    awards: awards.map(text),
    authors: entry.authors.map(({ name }) => name),
    people: entry.authors.map(({ name, organisation }) =>
      !organisation ? name : lang === 'en' ? `${name} (${organisation})` : `${name}（${organisation}）`,
    ),
  }))
}
