import canonicalize from 'canonicalize'
import { db } from '~/db.server'
import type { Reader } from '~/db.server'
import { boothsImpact } from '~/domain/booths/impact.server'
import { entriesImpact } from '~/domain/entries/impact.server'
import type { Change } from '~/domain/events/change'
import type { Obstacle } from '~/domain/events/impact'
import { judgingImpact } from '~/domain/judging/impact.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { slugOf } from './event-config'
import type { EventConfig } from './event-config'
import { planChanges } from './plan-changes'
import { reachOf } from './reach.server'
import type { Reach } from './reach.server'

/** What applying a config would do. `version` is the one in force, null for a new event; no changes means nothing to do. */
export type EventPlan = {
  slug: string
  version: number | null
  changes: Change[]
  obstacles: Obstacle[]
  reach: Reach
}

/** Asks the database what applying `config` would change, whom that touches and what stands in its way. Writes nothing. */
export async function planEvent(config: EventConfig, reader: Reader = db): Promise<EventPlan> {
  const slug = slugOf(config)
  const event = await reader.event.findUnique({
    where: { id: slug },
    select: { config: true, configVersion: true, configHash: true },
  })
  const unchanged = event?.configHash === configHash(config)
  const changes = unchanged ? [] : planChanges((event?.config ?? null) as EventConfig | null, config)
  const question = { reader, eventId: slug, changes, fileRules: config.contest?.entry.files ?? [] }
  const obstacles = [
    ...(unchanged ? [] : await ownershipObstacles(reader, config)),
    ...(await entriesImpact(question)),
    ...(await judgingImpact(question)),
    ...(unchanged ? [] : await boothsImpact({ reader, eventId: slug, expo: config.expo })),
  ]
  return {
    slug,
    version: event?.configVersion ?? null,
    changes,
    obstacles,
    reach: await reachOf(reader, slug),
  }
}

/** SHA-256 of the canonical config: the same meaning, the same hash, whatever the comments and the layout. */
export const configHash = (config: EventConfig): string => sha256Hex(canonicalize(JSON.parse(JSON.stringify(config))) ?? '')

async function ownershipObstacles(reader: Reader, config: EventConfig): Promise<Obstacle[]> {
  const slug = slugOf(config)
  const owned = { organisation: { select: { slug: true } } } as const
  const event = await reader.event.findUnique({ where: { id: slug }, select: owned })
  const series = await reader.series.findUnique({ where: { slug: config.series }, select: owned })
  const at = (path: string, reason: Obstacle['reason'], id: string): Obstacle => ({
    path,
    reason,
    id,
    rows: [id],
    count: 1,
  })
  const owner = event?.organisation.slug
  const seriesOwner = series?.organisation.slug
  if (owner && owner !== config.owner.id) return [at('owner.id', 'owner-changed', owner)]
  if (seriesOwner && seriesOwner !== config.owner.id) return [at('series', 'series-of-another', seriesOwner)]
  if (!config.parent) return []
  const above = await eventsAbove(reader, config.parent)
  if (above.length === 0) return [at('parent', 'parent-unknown', config.parent)]
  return above.includes(slug) ? [at('parent', 'parent-circle', config.parent)] : []
}

/** The event and the umbrellas above it, from below; empty when there is no such event. */
async function eventsAbove(reader: Reader, id: string): Promise<string[]> {
  const chain: string[] = []
  let next: string | null = id
  while (next && !chain.includes(next)) {
    const event: { parentId: string | null } | null = await reader.event.findUnique({
      where: { id: next },
      select: { parentId: true },
    })
    if (!event) break
    chain.push(next)
    next = event.parentId
  }
  return chain
}
