import { redirect } from '@remix-run/node'
import { editionOfSeries, eventOnPage } from '~/domain/events/public-event.server'
import type { EventOnPage } from '~/domain/events/public-event.server'
import { may } from '~/domain/people/permissions'
import type { EventConfig } from '~/domain/setup/event-config'
import { storedConfig } from '~/domain/setup/stored-config'
import { langOf, localPath } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import { getActor, notFound, rolesOn } from '~/session.server'

export type RequiredEvent = { event: EventOnPage; config: EventConfig; lang: Lang; now: Date }

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/**
 * The event of a public address. The name of a series leads on to the same page of its current edition (302); a draft
 * is there for its staff only; anything else is not found.
 */
export async function requireEvent(request: Request, slug = ''): Promise<RequiredEvent> {
  // anything else is no address of ours, and some of it (NUL) no text the database takes
  if (slug.length > 130 || !SLUG.test(slug)) throw notFound()
  const now = new Date()
  const lang = langOf(request)
  const event = await eventOnPage(slug)
  if (!event) {
    const { pathname, search } = new URL(request.url)
    const [, first, , ...rest] = pathname.replace(/^\/en(?=\/)/, '').split('/')
    const edition = first === 'e' ? await editionOfSeries(slug, now) : null
    if (!edition) throw notFound()
    throw redirect(localPath(lang, ['/e', edition, ...rest].join('/')) + search)
  }
  if (event.status === 'draft' && !(await isStaff(request, slug))) throw notFound()
  return { event, config: storedConfig(event.config), lang, now }
}

async function isStaff(request: Request, slug: string): Promise<boolean> {
  const actor = await getActor(request)
  return actor !== null && may(await rolesOn(actor.personId, slug), 'event.view')
}
