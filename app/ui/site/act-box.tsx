import { daysUntil } from '~/domain/events/calendar-days'
import { openingAt } from '~/domain/events/phases'
import type { Phase } from '~/domain/events/phases'
import { visitorAction } from '~/domain/events/visitor-action'
import type { EventConfig } from '~/domain/setup/event-config'
import { formatDate, formatRange } from '~/i18n/format'
import { say } from '~/i18n/language'
import { useLang, useLocalPath } from '~/i18n/use-t'
import { Emphasis } from './emphasis'
import { SampleTag } from './sample-tag'
import { DaysLeft, hourOf } from './time-left'
import { useContestT } from './use-contest-t'

export type Act = {
  slug: string
  status: string
  opensAt: Date | null
  closesAt: Date | null
  phases: Phase[]
  /** a stage has been published */
  results: boolean
  /** judging has begun, and with it the call is over */
  judging: boolean
  now: Date
  config: EventConfig
}

const actionOf = ({ config, status, opensAt, closesAt, now }: Act) =>
  visitorAction(
    {
      kind: config.kind,
      status,
      opensAt,
      closesAt,
      takesEntries: config.contest !== undefined && config.registration !== undefined,
    },
    now,
  )

/** What this visitor can do now, until when; or what happens next. */
export function ActBox(act: Act) {
  const { slug, status, opensAt, closesAt, config, now, results, judging } = act
  const t = useContestT()
  const to = useLocalPath()
  const action = actionOf(act)
  if (status === 'cancelled') return null
  if (action && closesAt) {
    return (
      <div className="act">
        <Deadline closesAt={closesAt} config={config} now={now} />
        <a className="button button--act" href={to(`/e/${slug}/enter`)}>
          {t(`act.${action}`)}
        </a>
        <p>{t(`event.note.${action}`)}</p>
      </div>
    )
  }
  if (results) {
    return (
      <div className="act">
        <p>{t('event.resultsOut')}</p>
        <a className="button button--act" href={to(`/e/${slug}/results`)}>
          {t('act.results')}
        </a>
        <p>
          <a href={to(`/e/${slug}/gallery`)}>{t('event.gallery')}</a>
        </p>
      </div>
    )
  }
  const opening = openingAt(opensAt, closesAt, now)
  return (
    <div className="act">
      {judging && <p>{t('event.judgingBegan')}</p>}
      {opening === 'open' && closesAt && <Deadline closesAt={closesAt} config={config} now={now} />}
      {opening === 'open' ? (
        config.expo && config.expo.halls.length > 0 ? (
          <ToFloor slug={slug} />
        ) : (
          <Elsewhere config={config} />
        )
      ) : (
        <WhatComes act={act} />
      )}
    </div>
  )
}

function Deadline({ closesAt, config, now }: { closesAt: Date; config: EventConfig; now: Date }) {
  const t = useContestT()
  const lang = useLang()
  const { timezone } = config
  const hour = hourOf(closesAt, timezone)
  const offset = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'shortOffset' })
    .formatToParts(closesAt)
    .find(({ type }) => type === 'timeZoneName')?.value
  const zone = timezone === 'Asia/Shanghai' ? t('zone.beijing') : (offset ?? timezone)
  const time = hour && (lang === 'en' ? `, ${hour}` : hour)
  return (
    <p className="left">
      <span>
        <DaysLeft closesAt={closesAt} timezone={timezone} now={now} />
      </span>
      <time dateTime={closesAt.toISOString()} title={zone}>
        {t('event.deadline', { date: formatDate(closesAt, lang, timezone), time })} <SampleTag path="dates" />
        {hour && <small>{zone}</small>}
      </time>
    </p>
  )
}

/** A fair with a floor: stands are chosen on it. */
function ToFloor({ slug }: { slug: string }) {
  const t = useContestT()
  const to = useLocalPath()
  return (
    <a className="button button--act" href={to(`/e/${slug}/floor`)}>
      {t('event.floor')}
    </a>
  )
}

/** Open, but not on this platform: who to turn to. */
function Elsewhere({ config }: { config: EventConfig }) {
  const t = useContestT()
  const lang = useLang()
  const key = config.registration?.dates ?? config.expo?.applications
  const name = say(key ? config.dates[key]?.name : undefined, lang)
  const office = say(config.contact?.name, lang)
  const email = config.contact?.email
  return (
    <>
      <p>{office ? t('event.elsewhere', { name, office }) : t('event.elsewhereNoContact', { name })}</p>
      {email && (
        <a className="button" href={`mailto:${email}`}>
          {t('event.write', { office })}
        </a>
      )}
    </>
  )
}

function WhatComes({ act: { opensAt, closesAt, phases, config, now } }: { act: Act }) {
  const t = useContestT()
  const lang = useLang()
  const { timezone, dates } = config
  const nameOf = (key: string | undefined) => say(key ? dates[key]?.name : undefined, lang)
  const openKey = config.registration?.dates ?? config.expo?.applications
  const opening = openingAt(opensAt, closesAt, now)
  const year = now.getUTCFullYear()
  if (opening === 'before' && opensAt) {
    return (
      <>
        <p className="left">
          <span>
            <Emphasis text={t('event.daysUntil', { days: daysUntil(opensAt, now, timezone) })} />
          </span>
        </p>
        <p>
          {t('event.startsIn', { name: nameOf(openKey), date: formatDate(opensAt, lang, timezone) })} <SampleTag path="dates" />
        </p>
      </>
    )
  }
  const current = phases.find(({ state }) => state === 'now')
  const next = phases.find(({ state }) => state === 'next')
  if (!current && !next) return <p>{t('event.over')}</p>
  const days = (phase: Phase) => formatRange(phase.start, phase.end, lang, timezone, year)
  return (
    <>
      {opening === 'none' && next && !current && (
        <p className="left">
          <span>
            <Emphasis text={t('event.daysUntil', { days: daysUntil(next.start, now, timezone) })} />
          </span>
          <span>
            {t('event.takesPlace', { date: days(next) })} <SampleTag path="dates" />
          </span>
        </p>
      )}
      {opening === 'closed' && !current && next && (
        <p>{t('event.closedNext', { name: nameOf(openKey), next: nameOf(next.key), date: days(next) })}</p>
      )}
      {current && (
        <p>
          {t('event.nowOn', { name: nameOf(current.key), date: formatDate(current.end, lang, timezone) })} <SampleTag path="dates" />
        </p>
      )}
      {current && next && <p>{t('event.upNext', { next: nameOf(next.key), date: days(next) })}</p>}
    </>
  )
}

/** The same action, within reach of a thumb while one reads. */
export function ActBar(act: Act) {
  const { slug, closesAt, config, now } = act
  const t = useContestT()
  const lang = useLang()
  const to = useLocalPath()
  const action = actionOf(act)
  if (!action || !closesAt) return null
  return (
    <div className="bar">
      <p>
        <DaysLeft closesAt={closesAt} timezone={config.timezone} now={now} />
        <br />
        {t('closesOn', { date: formatDate(closesAt, lang, config.timezone) })}
      </p>
      <a className="button button--act" href={to(`/e/${slug}/enter`)}>
        {t(`act.${action}`)}
      </a>
    </div>
  )
}
