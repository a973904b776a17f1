import type { CSSProperties } from 'react'
import type { Phase } from '~/domain/events/phases'
import type { Dates } from '~/domain/events/section'
import { formatRange } from '~/i18n/format'
import { say } from '~/i18n/language'
import { useLang, useT } from '~/i18n/use-t'
import { SampleTag } from './sample-tag'

type PhaseLine = {
  phases: Phase[]
  /** what stood before a postponement, by key, oldest first */
  oldDates: { key: string; start: Date; end: Date }[]
  dates: Dates
  timezone: string
  cancelled: boolean
  now: Date
}

/** One weft, a knot for each phase: past is filled, now is ringed and named, what is to come is hollow. */
export function PhaseLine({ phases, oldDates, dates, timezone, cancelled, now }: PhaseLine) {
  const t = useT('site')
  const lang = useLang()
  const year = now.getUTCFullYear()
  const days = ({ start, end }: { start: Date; end: Date }) => formatRange(start, end, lang, timezone, year)
  // one date says no more here than beside the cloth
  if (phases.length === 0 || (phases.length === 1 && oldDates.length === 0 && !cancelled)) return null
  return (
    <section className="schedule" aria-labelledby="schedule">
      <h2 id="schedule" className="visually-hidden">
        {t('event.phases')}
      </h2>
      <ol className="phases" style={{ '--phases': Math.min(7, phases.length) } as CSSProperties}>
        {phases.map((phase) => {
          const { key, state, share } = phase
          const olds = oldDates.filter((old) => old.key === key && (cancelled || days(old) !== days(phase)))
          const current = state === 'now' && !cancelled
          return (
            <li
              key={key}
              className={cancelled ? 'off' : state === 'past' ? 'done' : state}
              aria-current={current ? 'step' : undefined}
              style={current ? ({ '--share': Math.min(0.9, Math.max(0.12, share)) } as CSSProperties) : undefined}
            >
              {current && (
                <>
                  <i />
                  <span className="mark">{t('event.now')}</span>
                </>
              )}
              <h3>{say(dates[key]?.name, lang)}</h3>
              {!cancelled && state !== 'now' && (
                <span className="visually-hidden">{t(state === 'past' ? 'event.past' : 'event.next')}</span>
              )}
              {!cancelled &&
                olds.map((old) => (
                  <p key={old.start.toISOString()}>
                    <span className="visually-hidden">{t('event.was')}</span>
                    <del>{days(old)}</del>
                  </p>
                ))}
              <p>{cancelled ? <del>{days(phase)}</del> : days(phase)}</p>
              {dates[key]?.note && <p>{say(dates[key]?.note, lang)}</p>}
            </li>
          )
        })}
      </ol>
      <SampleTag path="dates" text={t('tag.dates')} />
    </section>
  )
}
