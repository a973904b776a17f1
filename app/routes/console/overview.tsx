import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countedNames } from '~/domain/entries/names/queries.server'
import { may } from '~/domain/people/permissions'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { eventOverview } from '~/domain/reporting/overview.server'
import { todosOf } from '~/domain/reporting/todo'
import { formatNumber, formatRange } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, say } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import { requireStaff } from '~/session.server'
import { DayThreads } from '~/ui/console/day-threads'
import { pageMeta } from '~/ui/page-meta'

export const meta = pageMeta

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  const { roles } = await requireStaff(request, slug, 'event.view')
  const lang = langOf(request)
  const now = new Date()
  const [frame, overview, schools] = await Promise.all([eventFrame(slug), eventOverview(slug, now), countedNames(slug)])
  const { entries } = overview
  return {
    page: { title: `${translator(lang, 'console')('nav.overview')} · ${say(frame.name, lang)}` },
    slug,
    name: say(frame.name, lang),
    hasContest: frame.groups.length > 0,
    todos: todosOf(overview, now)
      .filter(({ permission }) => may(roles, permission))
      .map(({ kind, count, path, stage }) => ({ kind, count, path, stage: stage ? say(stage, lang) : '' })),
    entries,
    handedIn: entries.submitted + entries.returned + entries.accepted + entries.rejected + entries.withdrawn,
    queued: overview.notices.queued,
    dates: overview.dates.map(({ key, name, startsAt, endsAt }) => ({
      key,
      name: say(name, lang),
      now: startsAt <= now,
      range: formatRange(startsAt, endsAt, lang, frame.timezone, now.getFullYear()),
    })),
    days: overview.days,
    schools: { count: schools.length, first: schools.slice(0, 8).map(({ name, count }) => ({ name, count })) },
  }
}

const states = ['submitted', 'returned', 'accepted', 'rejected', 'withdrawn', 'draft'] as const

export default function Overview() {
  const { slug, name, hasContest, todos, entries, handedIn, queued, dates, days, schools } = useLoaderData<typeof loader>()
  const t = useT('console')
  const lang = useLang()
  const to = useLocalPath()
  const base = `/console/${slug}`
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('overview.title')}</h1>
          <p>{name}</p>
        </div>
      </header>
      {todos.length === 0 ? (
        <p className="all-quiet">{t('overview.quiet')}</p>
      ) : (
        <ul className="todos">
          {todos.map((todo) => (
            <li key={todo.kind + todo.stage}>
              <a href={to(base + todo.path)}>
                <b>{formatNumber(todo.count, lang)}</b>
                <span>{t(`todo.${todo.kind}`, { count: todo.count, stage: todo.stage })}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {queued > 0 && (
        <p className="small quiet">
          <a href={to(`${base}/notices?outbox=queued#outbox`)}>{t('overview.queued', { count: queued })}</a>
        </p>
      )}
      <div className="columns">
        <div>
          {hasContest && (
            <>
              <h2>
                {t('nav.entries')} <small>{formatNumber(handedIn, lang)}</small>
              </h2>
              <DayThreads days={days} />
              <dl className="tally">
                {states.map((state) => (
                  <div key={state}>
                    <dt>
                      <span className={`state state--${state}`}>{t(`entryState.${state}`)}</span>
                    </dt>
                    <dd>
                      <a href={to(`${base}/entries?state=${state}`)}>{formatNumber(entries[state], lang)}</a>
                    </dd>
                  </div>
                ))}
              </dl>
              {schools.count > 0 && (
                <>
                  <h2>
                    {t('overview.schools')} <small>{formatNumber(schools.count, lang)}</small>
                  </h2>
                  <ol className="next-dates">
                    {schools.first.map(({ name: school, count }) => (
                      <li key={school}>
                        <a href={to(`${base}/entries?school=${encodeURIComponent(school)}`)}>
                          <bdi>{school}</bdi>
                        </a>
                        <span className="num">{formatNumber(count, lang)}</span>
                      </li>
                    ))}
                  </ol>
                  <p className="small">
                    <a href={to(`${base}/names`)}>{t('nav.names')}</a>
                  </p>
                </>
              )}
            </>
          )}
        </div>
        <div className="aside">
          <h2>{t('overview.next')}</h2>
          {dates.length === 0 ? (
            <p className="quiet small">{t('overview.noDates')}</p>
          ) : (
            <ol className="next-dates">
              {dates.map((date) => (
                <li key={date.key} className={date.now ? 'now' : undefined}>
                  <span>
                    {date.name}
                    {date.now && <small>{t('overview.now')}</small>}
                  </span>
                  <span className="num">{date.range}</span>
                </li>
              ))}
            </ol>
          )}
        </div>
      </div>
    </>
  )
}
