import type { BodyRole } from '~/domain/events/section'
import type { EventConfig } from '~/domain/setup/event-config'
import { say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'

type Facts = {
  config: EventConfig
  status: string
  live: { start: Date; end: Date } | undefined
  url: string
  image: string
  lang: Lang
}

const statuses: Record<string, string> = { cancelled: 'EventCancelled', postponed: 'EventRescheduled' }
const organising: BodyRole[] = ['主办单位', '承办单位']

/** The event as schema.org has it, for search engines. Illustrative dates are not passed off as facts. */
export function eventData({ config, status, live, url, image, lang }: Facts): Record<string, unknown> {
  const { place, bodies, owner } = config
  const hosts = organising.flatMap((role) => bodies[role] ?? [])
  const where = [place?.city, place?.venue].map((name) => say(name, lang)).filter(Boolean)
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: say(config.name, lang),
    ...(config.lead ? { description: say(config.lead, lang) } : {}),
    ...(live && !config.sample.includes('dates') ? { startDate: live.start.toISOString(), endDate: live.end.toISOString() } : {}),
    eventStatus: `https://schema.org/${statuses[status] ?? 'EventScheduled'}`,
    ...(where.length > 0
      ? {
          location: {
            '@type': 'Place',
            name: where.at(-1),
            address: { '@type': 'PostalAddress', addressLocality: say(place?.city, lang) },
          },
        }
      : {}),
    organizer: (hosts.length > 0 ? hosts : [owner.name]).map((name) => ({
      '@type': 'Organization',
      name: say(name, lang),
    })),
    image: [image],
    url,
    inLanguage: lang,
  }
}
