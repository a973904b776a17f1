import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'

type Named = { id: string; name: Localized }

/** Groups and tracks of a contest in their order: what a desk prints beside a work's code. */
export async function groupsAndTracks(eventId: string): Promise<{ groups: Named[]; tracks: Named[] }> {
  const query = { where: { eventId }, orderBy: { position: 'asc' } } as const
  const [groups, tracks] = await Promise.all([db.contestGroup.findMany(query), db.contestTrack.findMany(query)])
  const named = ({ id, nameZh, nameEn }: { id: string; nameZh: string; nameEn: string }) => ({ id, name: { zh: nameZh, en: nameEn } })
  return { groups: groups.map(named), tracks: tracks.map(named) }
}
