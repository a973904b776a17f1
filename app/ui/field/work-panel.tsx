import { useState } from 'react'
import type { FieldWork } from '~/domain/judging/measured/field-works.server'
import { pressesOf, standing } from '~/domain/judging/measured/measurements'
import { readClock } from '~/domain/judging/measured/run-clock'
import { mayRecord } from '~/domain/judging/measured/settle-records'
import { useT } from '~/i18n/use-t'
import { ClockPanel } from './clock-panel'
import { FaultCounters } from './fault-counters'
import { ReadingForms } from './reading-forms'
import { useField, useServerClock } from './use-field'

/** Everything about one entry: a clock for each part, its faults and readings, and the confirmation. */
export function WorkPanel({ work, back }: { work: FieldWork; back: () => void }) {
  const t = useT('measure')
  const { store } = useField()
  const { run, role, faults, readings } = store.setup
  const records = store.records(work.code)
  const kept = standing(records)
  const confirmed = kept.some(({ kind }) => kind === 'confirm')
  const now = useServerClock(store)
  const parts = run?.parts ?? [{ id: '', name: '' }]
  const rule = { stops: run?.stops ?? 'counted', ...(run?.minutes == null ? {} : { minutes: run.minutes }) } as const
  const clocks = new Map(parts.map(({ id }) => [id, readClock(rule, pressesOf(kept, id), now)]))
  const absent = (part: string) => kept.some(({ kind, part: own }) => kind === 'absent' && (own === '' || own === part))
  const unfinished = run !== null && parts.some(({ id }) => !absent(id) && clocks.get(id)?.state !== 'finished')
  const [chosen, setChosen] = useState<string | null>(null)
  const open = parts.find(({ id }) => !absent(id) && clocks.get(id)?.state !== 'finished')?.id ?? parts[0]?.id ?? ''
  const part = chosen ?? open
  const next = parts[parts.findIndex(({ id }) => id === part) + 1]?.id ?? null
  const ofPart = <Row extends { part: string }>(rows: readonly Row[]) => rows.filter((row) => row.part === '' || row.part === part)
  return (
    <section className="field-work">
      <p>
        <button type="button" className="field-back" onClick={back}>
          ← {t('field.all')}
        </button>
      </p>
      <h1>{work.code}</h1>
      {work.heat !== null && <p className="quiet">{t('field.place', { heat: work.heat, station: work.station ?? 0 })}</p>}
      {confirmed && (
        <p className="field-confirmed" role="status">
          {t('field.confirmed')}
        </p>
      )}
      {parts.length > 1 && (
        <div className="field-parts" role="group" aria-label={t('field.parts')}>
          {parts.map(({ id, name }) => (
            <button type="button" key={id} aria-pressed={id === part} onClick={() => setChosen(id)}>
              {name}
              <small>{absent(id) ? t('clock.absent') : t(`clock.${clocks.get(id)?.state ?? 'waiting'}`)}</small>
            </button>
          ))}
        </div>
      )}
      {run && (
        <ClockPanel
          code={work.code}
          part={part}
          next={next}
          nextWaiting={next !== null && clocks.get(next)?.state === 'waiting'}
          clock={clocks.get(part)}
          minutes={run.minutes}
          absent={absent(part)}
          locked={confirmed}
          onLap={(to) => setChosen(to)}
        />
      )}
      <ReadingForms
        code={work.code}
        part={part}
        readings={ofPart(readings)}
        records={kept}
        locked={confirmed}
        started={run === null || clocks.get(part)?.state !== 'waiting'}
      />
      <FaultCounters code={work.code} part={part} faults={ofPart(faults)} records={kept} locked={confirmed || !mayRecord(role, 'fault')} />
      {mayRecord(role, 'confirm') && !confirmed && (
        <div className="field-confirm">
          <p className="quiet">{unfinished ? t('field.notYet') : t('field.confirmText')}</p>
          <button
            type="button"
            className="button button--act"
            disabled={unfinished}
            onClick={() => store.press({ code: work.code, kind: 'confirm' })}
          >
            {t('field.confirm')}
          </button>
        </div>
      )}
      <TakeBack code={work.code} records={records} locked={confirmed} />
      {mayRecord(role, 'absent') && !confirmed && <Absent code={work.code} part={parts.length > 1 ? part : ''} />}
    </section>
  )
}

/** The last thing this official recorded, to be taken back with a reason; it stays readable. */
function TakeBack({ code, records, locked }: { code: string; records: FieldWork['records']; locked: boolean }) {
  const t = useT('measure')
  const { store } = useField()
  const [reason, setReason] = useState('')
  const last = standing(records).findLast((record) => record.kind !== 'fault' && 'mine' in record && record.mine === true)
  if (!last || locked) return null
  return (
    <details className="field-more">
      <summary>{t('field.takeBack', { what: t(`kind.${last.kind}`) })}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() === '') return
          store.press({ code, kind: 'void', part: last.part, voids: last.id, reason: reason.trim() })
          setReason('')
        }}
      >
        <label htmlFor="take-back-reason">{t('field.reason')}</label>
        <input id="take-back-reason" value={reason} maxLength={300} required onChange={(event) => setReason(event.target.value)} />
        <button className="button">{t('field.takeBackNow')}</button>
      </form>
    </details>
  )
}

function Absent({ code, part }: { code: string; part: string }) {
  const t = useT('measure')
  const { store } = useField()
  const [reason, setReason] = useState('')
  return (
    <details className="field-more">
      <summary>{t('field.absent')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') store.press({ code, kind: 'absent', part, reason: reason.trim() })
        }}
      >
        <label htmlFor="absent-reason">{t('field.absentReason')}</label>
        <input id="absent-reason" value={reason} maxLength={300} required onChange={(event) => setReason(event.target.value)} />
        <button className="button">{t('field.absentNow')}</button>
      </form>
    </details>
  )
}
