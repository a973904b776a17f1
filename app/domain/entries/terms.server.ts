import type { Reader } from '~/db.server'
import { DECIDING } from '~/domain/events/stage-state'
import type { Prisma } from '~/generated/prisma/client'
import type { Terms } from './terms'

/** The parts of a stored event file that concern entrants, in the shape the parser leaves them. */
interface StoredConfig {
  sample?: string[]
  registration?: Terms['registration']
  contest?: Terms['contest']
}

/** What an event asks of its entrants; null when there is no such event or nobody can enter it here. */
export async function termsOf(reader: Reader, eventId: string): Promise<Terms | null> {
  return (await termsOfEvents(reader, [eventId])).get(eventId) ?? null
}

/** The same of several events, by their id. */
export async function termsOfEvents(reader: Reader, eventIds: string[]): Promise<Map<string, Terms>> {
  const events = await reader.event.findMany({ where: { id: { in: eventIds } }, select: asked })
  return new Map(events.map((event) => [event.id, termsIn(event)] as const).filter((pair): pair is [string, Terms] => pair[1] !== null))
}

const asked = {
  id: true,
  seriesSlug: true,
  edition: true,
  organisationId: true,
  status: true,
  nameZh: true,
  nameEn: true,
  timezone: true,
  config: true,
  dates: { select: { key: true, startsAt: true, endsAt: true } },
  stages: {
    where: { type: { in: ['check', ...DECIDING] } },
    orderBy: { position: 'asc' },
    select: { type: true, closesAt: true, frozenAt: true },
  },
} as const satisfies Prisma.EventSelect

function termsIn(event: Prisma.EventGetPayload<{ select: typeof asked }>): Terms | null {
  const { registration, contest, sample = [] } = event.config as unknown as StoredConfig
  const dates = Object.fromEntries(event.dates.map(({ key, startsAt, endsAt }) => [key, { startsAt, endsAt }]))
  const open = registration && dates[registration.dates]
  if (!registration || !contest || !open) return null
  const judgingSince = event.stages
    .filter(({ type }) => type !== 'check')
    .reduce<Date | null>((first, { frozenAt }) => (frozenAt ? earlier(first, frozenAt) : first), null)
  const check = event.stages.find(({ type }) => type === 'check')
  return {
    eventId: event.id,
    seriesSlug: event.seriesSlug,
    edition: event.edition,
    organisationId: event.organisationId,
    status: event.status,
    name: { zh: event.nameZh, en: event.nameEn },
    timezone: event.timezone,
    sample,
    registration,
    contest,
    opensAt: open.startsAt,
    closesAt: earlier(judgingSince, open.endsAt),
    correctionsUntil: earlier(judgingSince, later(check?.closesAt, open.endsAt)),
    judgingSince,
    dates,
  }
}

const earlier = (a: Date | null, b: Date): Date => (a && a < b ? a : b)
const later = (a: Date | null | undefined, b: Date): Date => (a && a > b ? a : b)
