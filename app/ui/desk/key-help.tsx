import { useT } from '~/i18n/use-t'
import { DeskDialog } from './desk-dialog'
import { useDesk } from './use-desk'

const ROWS = [
  ['1–9 0', 'mark'], ['.', 'half'], ['⌫', 'clear'], ['← →', 'works'], ['↑ ↓', 'criteria'], ['[ ]', 'views'], ['F', 'fit'], ['Z', 'stitch'],
  ['␣', 'full'], ['O', 'overview'], ['N', 'note'], ['L', 'later'], ['R', 'recuse'], ['?', 'help'],
] as const

/** Every key, how marks are kept, and the way out of the desk, which has no links. */
export function KeyHelp({ close, offlineReady }: { close: () => void; offlineReady: boolean | null }) {
  const t = useT('judge')
  const { store } = useDesk()
  return (
    <DeskDialog title={t('desk.keys')} close={close}>
      <dl className="desk-keys">
        {ROWS.map(([keys, name]) => (
          <div key={name}>
            <dt>{keys.split(' ').map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{t(`desk.help.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('desk.help.keeping')}</h3>
      <p>{t('desk.help.keepingText')}</p>
      {offlineReady === false && <p>{t('desk.help.noReload')}</p>}
      {offlineReady && <p>{t('desk.help.reload')}</p>}
      <p className="desk-dialog-actions">
        <button type="button" onClick={() => location.assign(store.setup.lobbyPath)}>{t('desk.leave')}</button>
      </p>
    </DeskDialog>
  )
}
