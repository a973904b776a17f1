import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayOpenEvents, staffedEvents } from '~/domain/reporting/staffed-events.server'
import { formatNumber, formatRange } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, say } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import { forbidden, requireActor } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!actor.audiences.includes('console')) throw forbidden()
  const lang = langOf(request)
  const [events, mayOpen] = await Promise.all([staffedEvents(actor.personId, new Date()), mayOpenEvents(actor.personId)])
  const year = new Date().getFullYear()
  return {
    page: { title: translator(lang, 'console')('events.title') },
    mayOpen,
    events: events.map(
      ({ id, name, edition, organisation, status, timezone, handedIn, waiting, startsAt, endsAt, opensAt, closesAt, hasContest }) => ({
        id,
        edition,
        status,
        hasContest,
        handedIn,
        waiting,
        name: say(name, lang),
        organisation: say(organisation, lang),
        entriesOpen: opensAt && closesAt ? formatRange(opensAt, closesAt, lang, timezone, year) : null,
        when: startsAt && endsAt ? formatRange(startsAt, endsAt, lang, timezone, year) : null,
      }),
    ),
  }
}

export default function Events() {
  const { events, mayOpen } = useLoaderData<typeof loader>()
  const t = useT('console')
  const lang = useLang()
  const to = useLocalPath()
  return (
    <main className="page" id="content">
      <div className="workbench-head">
        <div>
          <h1>{t('events.title')}</h1>
          <p>{t('events.lead', { count: events.length })}</p>
        </div>
        {mayOpen && (
          <div className="end">
            <a className="button" href={to('/console/new')}>
              {t('events.new')}
            </a>
          </div>
        )}
      </div>
      {events.length === 0 ? (
        <p className="empty">{t('events.none')}</p>
      ) : (
        <div className="table-scroll" tabIndex={0}>
          <table className="dense stacked">
            <thead>
              <tr>
                <th scope="col">{t('events.name')}</th>
                <th scope="col">{t('events.status')}</th>
                <th scope="col">{t('events.call')}</th>
                <th scope="col">{t('events.when')}</th>
                <th scope="col" className="num">
                  {t('nav.entries')}
                </th>
                <th scope="col" className="num">
                  {t('events.waiting')}
                </th>
              </tr>
            </thead>
            <tbody>
              {events.map((event) => (
                <tr key={event.id}>
                  <th scope="row" className="wrap">
                    <a href={to(`/console/${event.id}`)}>{event.name}</a>
                    <small>
                      {event.edition} · {event.organisation}
                    </small>
                  </th>
                  <td>{t(`eventStatus.${event.status}`)}</td>
                  <td className="less">{event.entriesOpen ?? '—'}</td>
                  <td>{event.when ?? '—'}</td>
                  <td className="num" data-label={event.hasContest ? t('nav.entries') : undefined}>
                    {event.hasContest ? <a href={to(`/console/${event.id}/entries`)}>{formatNumber(event.handedIn, lang)}</a> : '—'}
                  </td>
                  <td className="num" data-label={event.hasContest ? t('events.waiting') : undefined}>
                    {event.hasContest ? <a href={to(`/console/${event.id}/precheck`)}>{formatNumber(event.waiting, lang)}</a> : '—'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  )
}
