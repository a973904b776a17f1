import { CHOICES } from '~/domain/judging/votes/choice'
import { useT } from '~/i18n/use-t'
import { DeskDialog } from './desk-dialog'
import { useDesk } from './use-desk'

const ROWS = [
  ['1–9 0', 'mark'],
  ['.', 'half'],
  ['⌫', 'clear'],
  ['← →', 'works'],
  ['↑ ↓', 'criteria'],
  ['[ ]', 'views'],
  ['F', 'fit'],
  ['Z', 'stitch'],
  ['␣', 'full'],
  ['O', 'overview'],
  ['N', 'note'],
  ['L', 'later'],
  ['R', 'recuse'],
  ['?', 'help'],
] as const

const VOTES = CHOICES.map((choice, at) => [String(at + 1), choice] as const)

/** Every key, how marks are kept, and the way out of the desk, which has no links. */
export function KeyHelp({ close, offlineReady }: { close: () => void; offlineReady: boolean | null }) {
  const t = useT('judge')
  const vote = useT('jury')
  const { store } = useDesk()
  const rows = store.setup.voting
    ? ROWS.filter(([, name]) => name !== 'mark' && name !== 'half' && name !== 'criteria' && name !== 'later')
    : ROWS
  return (
    <DeskDialog title={t('desk.keys')} close={close}>
      <dl className="desk-keys">
        {store.setup.voting &&
          VOTES.map(([key, choice]) => (
            <div key={choice}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{vote('vote.key', { choice: vote(`choice.${choice}`) })}</dd>
            </div>
          ))}
        {rows.map(([keys, name]) => (
          <div key={name}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{store.setup.voting && name === 'clear' ? vote('vote.clear') : t(`desk.help.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('desk.help.keeping')}</h3>
      <p>{t('desk.help.keepingText')}</p>
      {offlineReady === false && <p>{t('desk.help.noReload')}</p>}
      {offlineReady && <p>{t('desk.help.reload')}</p>}
      <p className="desk-dialog-actions">
        <button type="button" onClick={() => location.assign(store.setup.lobbyPath)}>
          {t('desk.leave')}
        </button>
      </p>
    </DeskDialog>
  )
}
