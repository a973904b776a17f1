import { useEffect, useState } from 'react'
import { standing } from '~/domain/judging/measured/measurements'
import { useT } from '~/i18n/use-t'
import { keepShell } from '~/ui/desk/offline-shell'
import type { FieldSetup } from './field-setup'
import { FieldBar, Refused } from './field-bar'
import { FieldContext, useField, useFieldStore } from './use-field'
import { WorkPanel } from './work-panel'

/** The officials' screen: who stands where, and for the one chosen the clock, the faults and the readings. */
export function Field({ setup }: { setup: FieldSetup }) {
  const store = useFieldStore(setup)
  return (
    <FieldContext.Provider value={store}>
      <FieldPage />
    </FieldContext.Provider>
  )
}

function FieldPage() {
  const t = useT('measure')
  const { store, state } = useField()
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => void keepShell(), [])
  const work = state.works.find((one) => one.code === code)
  return (
    <main className="field-screen" id="content" data-phase={state.phase}>
      <FieldBar />
      <Refused />
      {work ? (
        <WorkPanel key={work.code} work={work} back={() => setCode(null)} />
      ) : (
        <section className="field-list">
          <h1>{store.setup.stageName}</h1>
          <p className="quiet">{store.setup.eventName}</p>
          {state.phase === 'loading' && <p>{t('field.loading')}</p>}
          {state.phase === 'failed' && <p role="alert">{t('field.failed')}</p>}
          {state.phase === 'ready' && !state.open && <p className="notice">{t('field.closed')}</p>}
          {state.phase === 'ready' && state.works.length === 0 && <p>{t('field.nobody')}</p>}
          <ul>
            {state.works.map(({ code: own, heat, station }) => (
              <li key={own}>
                <button type="button" onClick={() => setCode(own)}>
                  <strong>{own}</strong>
                  {heat !== null && <span>{t('field.place', { heat, station })}</span>}
                  <Progress code={own} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}

/** How far an entry is, in one word. */
function Progress({ code }: { code: string }) {
  const t = useT('measure')
  const { store } = useField()
  const kept = standing(store.records(code))
  const state = kept.some(({ kind }) => kind === 'confirm')
    ? 'confirmed'
    : kept.some(({ kind }) => kind === 'start')
      ? 'begun'
      : kept.length > 0
        ? 'noted'
        : 'waiting'
  return <small data-state={state}>{t(`field.progress.${state}`)}</small>
}
