import { useT } from '~/i18n/use-t'
import { useField } from './use-field'

/** Who records, and whether everything pressed is safe: on the server, on this device, or only on this page. */
export function FieldBar() {
  const t = useT('measure')
  const { store, state } = useField()
  const { waiting, status, durable } = state
  const said =
    waiting.length === 0
      ? status === 'offline'
        ? 'offline'
        : 'saved'
      : status === 'signed-out' || status === 'other-seat'
        ? status
        : durable
          ? status === 'offline'
            ? 'kept'
            : 'sending'
          : 'fragile'
  return (
    <header className="field-bar">
      <a href={store.setup.lobbyPath}>{t('field.lobby')}</a>
      <span>
        {t(`role.${store.setup.role}`)} · {store.setup.official}
      </span>
      <p role="status" data-state={said}>
        {t(`field.state.${said}`, { count: waiting.length })}
        {status === 'signed-out' && (
          <a href={store.setup.signInPath} target="_blank" rel="noreferrer">
            {t('field.signIn')}
          </a>
        )}
      </p>
    </header>
  )
}

/** What the server did not take, one by one: understood, or once more where it was only a question. */
export function Refused() {
  const t = useT('measure')
  const { store, state } = useField()
  return (
    <>
      {state.refused.map((item) => (
        <div className="field-refused" role="alert" key={item.id}>
          <p>
            <strong>{item.code}</strong> {t(`kind.${item.kind}`)} {item.kind === 'reading' ? item.value : ''}:{' '}
            {t(`refused.${item.refused ?? 'malformed'}`)}
          </p>
          {item.refused === 'implausible' && (
            <button type="button" className="button button--small" onClick={() => void store.settle(item, true)}>
              {t('field.meant')}
            </button>
          )}
          <button type="button" className="button button--small button--quiet" onClick={() => void store.settle(item, false)}>
            {t('field.understood')}
          </button>
        </div>
      ))}
    </>
  )
}
