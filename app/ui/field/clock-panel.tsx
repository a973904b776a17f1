import type { Clock } from '~/domain/judging/measured/run-clock'
import { mayRecord } from '~/domain/judging/measured/settle-records'
import { useT } from '~/i18n/use-t'
import { clockText } from './clock-text'
import { useField } from './use-field'

interface Props {
  code: string
  part: string
  /** the part after this one, which a lap begins */
  next: string | null
  nextWaiting: boolean
  clock: Clock | undefined
  minutes: number | null
  absent: boolean
  locked: boolean
  onLap: (next: string) => void
}

/** The big clock of one part and what can be pressed now. */
export function ClockPanel({ code, part, next, nextWaiting, clock, minutes, absent, locked, onLap }: Props) {
  const t = useT('measure')
  const { store } = useField()
  const state = clock?.state ?? 'waiting'
  const may = mayRecord(store.setup.role, 'start') && !locked && !absent
  const press = (kind: 'start' | 'stop' | 'resume' | 'finish') => store.press({ code, kind, part })
  const left = minutes !== null && clock?.startedAt != null && state !== 'finished' ? minutes * 60_000 - clock.elapsedMs : null
  return (
    <div className="field-clock" data-state={absent ? 'absent' : state}>
      <output className="field-time" aria-live="off">
        {clockText(clock?.elapsedMs ?? 0)}
      </output>
      <p role="status">{absent ? t('clock.absent') : t(`clock.${state}`)}</p>
      {left !== null && <p className="quiet">{t('clock.left', { time: clockText(left) })}</p>}
      {clock && clock.stops.length > 0 && (
        <p className="quiet">{t('clock.stops', { count: clock.stops.length, time: clockText(clock.stoppedMs) })}</p>
      )}
      {may && (
        <div className="field-buttons">
          {state === 'waiting' && (
            <button type="button" className="button button--act" onClick={() => press('start')}>
              {t('kind.start')}
            </button>
          )}
          {state === 'running' && (
            <button type="button" className="button" onClick={() => press('stop')}>
              {t('kind.stop')}
            </button>
          )}
          {state === 'stopped' && (
            <button type="button" className="button button--act" onClick={() => press('resume')}>
              {t('kind.resume')}
            </button>
          )}
          {state === 'running' && next !== null && nextWaiting && (
            <button
              type="button"
              className="button"
              onClick={() => {
                store.press({ code, kind: 'finish', part }, { code, kind: 'start', part: next })
                onLap(next)
              }}
            >
              {t('clock.lap')}
            </button>
          )}
          {(state === 'running' || state === 'stopped') && (
            <button type="button" className={state === 'running' ? 'button button--act' : 'button'} onClick={() => press('finish')}>
              {t('kind.finish')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
