import { db } from '~/db.server'
import type { Localized } from './localized'

export type PublishedAnnouncement = {
  id: string
  eventId: string
  eventName: Localized
  kind: 'call' | 'postponed' | 'cancelled' | 'notice' | 'results' | 'news'
  title: Localized
  publishedAt: Date
  timezone: string
  city: Localized
}

type Row = {
  id: string
  eventId: string
  kind: PublishedAnnouncement['kind']
  titleZh: string
  titleEn: string
  publishedAt: Date
  timezone: string
  nameZh: string
  nameEn: string
  city: Localized | null
}

/** What was made public about any event, the latest first. Drafts announce nothing. */
export async function latestAnnouncements(limit: number, now: Date): Promise<PublishedAnnouncement[]> {
  const rows = await db.$queryRaw<Row[]>`
    select a."id", a."eventId", a."kind", a."titleZh", a."titleEn", a."publishedAt", e."timezone", e."nameZh", e."nameEn",
      e."config"->'place'->'city' as "city"
    from "Announcement" a join "Event" e on e."id" = a."eventId"
    where e."status" <> 'draft' and a."publishedAt" <= ${now}
    order by a."publishedAt" desc, a."id" limit ${limit}`
  return rows.map(({ titleZh, titleEn, nameZh, nameEn, city, ...rest }) => ({
    ...rest,
    title: { zh: titleZh, en: titleEn },
    eventName: { zh: nameZh, en: nameEn },
    city: city ?? { zh: '', en: '' },
  }))
}
