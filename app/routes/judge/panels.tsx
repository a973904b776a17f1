import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { seatsOf } from '~/domain/judging/seats.server'
import { deskState } from '~/domain/judging/votes/passes'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { requireActor } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import judgeCss from '~/ui/styles/judge.css?url'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: judgeCss }]

/** Every panel of the signed-in judge, with what comes next on each. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const lang = langOf(request)
  const t = translator(lang, 'judge')
  const seats = await seatsOf(actor.personId, actor.deskEventId)
  const panels = seats.map((seat) => {
    const { stage, event } = seat
    const at = (date: Date) => formatDateTime(date, lang, event.timezone)
    const time =
      stage.state === 'upcoming'
        ? stage.opensAt && t('panels.from', { time: at(stage.opensAt) })
        : stage.closesAt && t('panels.until', { time: at(stage.closesAt) })
    const todo = !seat.acceptedAt ? t('panels.toAccept') : !seat.declaredAt && seat.scoring ? t('panels.toDeclare') : null
    return {
      path: `/judge/${seat.eventId}/${seat.stageId}`,
      event: `${say(event.name, lang)} ${event.edition}`,
      stage: say(stage.name, lang),
      seat: [t('panels.seat', { label: seat.label }), seat.isChair && t('panels.chair'), !seat.scoring && t('panels.adviser')]
        .filter(Boolean)
        .join(' · '),
      state: seat.lockedAt ? t('panels.signed') : t(`panels.state.${stage.state}`),
      time: time ?? '',
      todo,
      desk: deskState(stage) === 'open' && !todo && seat.scoring && !seat.lockedAt,
    }
  })
  return { panels, page: { title: t('panels.title'), description: t('panels.description') } }
}

export default function Panels() {
  const t = useT('judge')
  const to = useLocalPath()
  const { panels } = useLoaderData<typeof loader>()
  const first = panels.findIndex(({ desk }) => desk)
  return (
    <main className="page" id="content">
      <h1>{t('panels.title')}</h1>
      {panels.length === 0 ? (
        <p className="empty">{t('panels.empty')}</p>
      ) : (
        <ul className="panels">
          {panels.map((panel, at) => (
            <li key={panel.path}>
              <div>
                <h2>
                  <a href={to(panel.path)}>{panel.event}</a>
                </h2>
                <p>
                  {panel.stage} · {panel.seat}
                </p>
              </div>
              <p className="panels-state">
                <strong>{panel.todo ?? panel.state}</strong>
                <span className="quiet">{panel.time}</span>
              </p>
              {panel.desk ? (
                <a className={at === first ? 'button button--act' : 'button'} href={to(`${panel.path}/desk`)}>
                  {t('panels.open')}
                </a>
              ) : (
                <a className="button" href={to(panel.path)}>
                  {panel.todo ? t('panels.prepare') : t('panels.look')}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </main>
  )
}
