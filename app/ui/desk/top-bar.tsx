import { useT } from '~/i18n/use-t'
import { countWorks, timeLeft } from './desk-model'
import { useDesk, useMinute } from './use-desk'

const Box = ({ path }: { path: string }) => (
  <svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    <path d={path} />
  </svg>
)
const CHECKED = 'M3 3h12v12H3zM6 9.500l2 2 4-5'
const UP = 'M3 3h12v12H3zM9 12.500V6M6 8.500 9 5.500l3 3'
const ALERT = 'M3 3h12v12H3zM9 5.500v4.500M9 12v1'

/** Which stage, how far, how long, and whether every mark is safe. */
export function TopBar({ ask }: { ask: (what: 'help' | 'sign' | 'overview' | 'refused') => void }) {
  const t = useT('judge')
  const { store, state } = useDesk()
  const now = useMinute()
  const counts = countWorks(state.works, state.sheets, state.notes)
  const left = now === null ? undefined : timeLeft(store.setup.closesAt, now + state.clock)
  return (
    <header className="desk-bar">
      <strong className="desk-stage">{store.setup.stageName}</strong>
      <div className="desk-progress">
        <label htmlFor="desk-progress">
          <span className="desk-wide">{t('desk.marked')} </span>
          <strong className="num">
            {counts.done} / {counts.all}
          </strong>
        </label>
        <progress id="desk-progress" value={counts.done} max={Math.max(1, counts.all)} />
        {!store.setup.open ? <span className="nowrap">{t('desk.judgingClosed')}</span> : left && <TimeLeft {...left} />}
        {store.setup.open && left === null && store.setup.closesAt && <span className="nowrap">{t('desk.leftNothing')}</span>}
      </div>
      <SavedState ask={() => ask('refused')} />
      <div className="desk-bar-actions">
        <button type="button" className="desk-narrow" onClick={() => ask('overview')} aria-label={t('desk.overview')}>
          <svg width="20" height="20" viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
            <path d="M2 2h4v4H2zm6 0h4v4H8zm6 0h4v4h-4zM2 8h4v4H2zm6 0h4v4H8zm6 0h4v4h-4zM2 14h4v4H2zm6 0h4v4H8zm6 0h4v4h-4z" />
          </svg>
        </button>
        {(store.setup.open || state.lockedAt) && (
          <button type="button" onClick={() => ask('sign')} aria-label={state.lockedAt ? t('desk.lockedShort') : t('desk.sign')}>
            <span className="desk-wide">{state.lockedAt ? t('desk.lockedShort') : t('desk.sign')}</span>
            <span className="desk-narrow">{state.lockedAt ? t('desk.lockedShort') : t('desk.signShort')}</span>
          </button>
        )}
        <button type="button" onClick={() => ask('help')} aria-label={t('desk.keys')}>
          <span className="desk-wide" aria-hidden="true">
            {t('desk.keys')}
          </span>{' '}
          <kbd aria-hidden="true">?</kbd>
        </button>
      </div>
    </header>
  )
}

/** On a narrow screen the largest unit says enough. */
function TimeLeft(left: { days: number; hours: number; minutes: number }) {
  const t = useT('judge')
  const size = left.days > 0 ? 'Days' : left.hours > 0 ? 'Hours' : 'Minutes'
  return (
    <span className="nowrap">
      <span className="desk-wide">{t(`desk.left${size}`, left)}</span>
      <span className="desk-narrow">{t(`desk.short${size}`, left)}</span>
    </span>
  )
}

function SavedState({ ask }: { ask: () => void }) {
  const t = useT('judge')
  const { state } = useDesk()
  const { pending, status, refused, durable } = state.outbox
  const said =
    pending === 0
      ? { icon: CHECKED, strong: t('desk.saved'), small: state.trouble === 'offline' ? t('desk.offline') : '' }
      : !durable
        ? { icon: ALERT, strong: t('desk.notKept'), small: t('desk.waiting', { count: pending }) }
        : status === 'offline'
          ? { icon: CHECKED, strong: t('desk.kept'), small: t('desk.offlineWaiting', { count: pending }) }
          : status === 'signed-out' || status === 'other-seat' || status === 'stopped'
            ? { icon: ALERT, strong: t('desk.kept'), small: t('desk.waiting', { count: pending }) }
            : { icon: UP, strong: t('desk.kept'), small: t('desk.sending') }
  return (
    <div className="desk-saved">
      <p role="status">
        <Box path={said.icon} />
        <span>{said.strong}</span> {said.small && <small>{said.small}</small>}
        {pending > 0 && (
          <span className="desk-narrow num" aria-hidden="true">
            {pending}
          </span>
        )}
      </p>
      {refused.length > 0 && (
        <button type="button" onClick={ask}>
          {t('desk.refused', { count: refused.length })}
        </button>
      )}
    </div>
  )
}
