import { useT } from '~/i18n/use-t'
import { useDesk } from './use-desk'
import { refusalText } from './refusal-text'

/** What stands between the desk and the server, in a sentence, with what to do; marks are safe meanwhile. */
export function Trouble() {
  const t = useT('judge')
  const { store, state } = useDesk()
  const { status, error, durable } = state.outbox
  const signedOut = status === 'signed-out' || state.trouble === 'signed-out'
  if (signedOut || status === 'other-seat') {
    return (
      <div className="desk-trouble" role="alert">
        <p>{t(signedOut ? 'desk.signedOut' : 'desk.otherSeat', { judge: store.setup.judge })}</p>
        <button type="button" onClick={() => window.open(store.setup.signInPath, '_blank')}>
          {t('desk.signIn')}
        </button>
        <button type="button" onClick={() => (store.flush(), void store.reload())}>
          {t('desk.signedInAgain')}
        </button>
      </div>
    )
  }
  if (status === 'stopped') {
    return (
      <div className="desk-trouble" role="alert">
        <p>{t('desk.stopped', { why: refusalText(t, error) })}</p>
        <button type="button" onClick={() => store.flush()}>
          {t('desk.tryAgain')}
        </button>
      </div>
    )
  }
  if (!durable) {
    return (
      <div className="desk-trouble" role="alert">
        <p>{t('desk.notDurable')}</p>
      </div>
    )
  }
  return null
}
