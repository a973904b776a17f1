import { useT } from '~/i18n/use-t'
import { useDesk } from './use-desk'

/** In a live final: whether the work on the table is the one in the hall, and the way back to it. */
export function LiveCall() {
  const t = useT('judge')
  const { store, state } = useDesk()
  const { call } = state
  if (!call) return null
  const here = store.work()?.code
  const revealed = here !== undefined && call.revealed.includes(here)
  if (call.code !== null && call.code !== here) {
    return (
      <p className="desk-call" role="status">
        <span>{t('call.elsewhere', { code: call.code })}</span>
        <button type="button" onClick={() => store.toCalled()}>
          {t('call.back')}
        </button>
      </p>
    )
  }
  return (
    <p className="desk-call" role="status">
      {revealed ? t('call.revealed') : call.code === null ? t('call.none') : t('call.here')}
    </p>
  )
}

/** The table between two works of a final, and while one is judged that this judge stands aside for. */
export function AwaitCall() {
  const t = useT('judge')
  const { store, state } = useDesk()
  return (
    <div className="desk-waiting">
      <h1>{store.setup.stageName}</h1>
      <p role="status">{state.call?.aside ? t('call.aside') : t('call.wait')}</p>
    </div>
  )
}
