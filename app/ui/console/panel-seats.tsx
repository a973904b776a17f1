import { seatState } from '~/domain/judging/panel/seat-state'
import { useT } from '~/i18n/use-t'

export interface PanelSeat {
  id: string
  label: string
  name: string
  affiliation: string
  scoring: boolean
  isChair: boolean
  hasAccount: boolean
  removed: boolean
  declinedAt: string | null
  declineReason: string
  marks: number
  recusals: number
  contact: string | null
  acceptedAt: string | null
  declaredAt: string | null
  lockedAt: string | null
  open: { id: string; kind: 'link' | 'tablet'; expiresAt: string | null }[]
}

interface PanelSeatsProps {
  seats: PanelSeat[]
  /** the stage is closed: nothing changes any more */
  over: boolean
  stageOpen: boolean
}

/** The panel seat by seat: who, how far they have come, and what can be done about it. */
export function PanelSeats({ seats, over, stageOpen }: PanelSeatsProps) {
  const t = useT('console')
  if (seats.length === 0) return <p className="empty">{t('judges.none')}</p>
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="dense seats">
        <thead>
          <tr>
            <th scope="col">{t('judges.label')}</th>
            <th scope="col">{t('judges.name')}</th>
            <th scope="col">{t('judges.role')}</th>
            <th scope="col">{t('judges.state')}</th>
            <th scope="col" className="num">
              {t('judges.recusals')}
            </th>
            <th scope="col">{t('judges.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {seats.map((seat) => (
            <tr key={seat.id} id={`seat-${seat.id}`} className={seat.removed ? 'off' : undefined}>
              <th scope="row" className="label">
                {seat.label}
              </th>
              <td className="wrap">
                {seat.name}
                <small>{[seat.affiliation, seat.contact].filter(Boolean).join(' · ')}</small>
              </td>
              <td>{t(`seatRole.${roleOf(seat)}`)}</td>
              <td>
                <SeatState seat={seat} />
              </td>
              <td className="num">{seat.recusals > 0 ? <a href={`#recusals-${seat.id}`}>{seat.recusals}</a> : 0}</td>
              <td>{!over && <SeatActions seat={seat} stageOpen={stageOpen} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const roleOf = ({ scoring, isChair }: PanelSeat) => (isChair ? (scoring ? 'chair' : 'silent-chair') : scoring ? 'judge' : 'adviser')

function SeatState({ seat }: { seat: PanelSeat }) {
  const t = useT('console')
  if (seat.declinedAt)
    return (
      <>
        <span className="state state--withdrawn">{t('seatState.declined')}</span>
        <small>{seat.declinedAt}</small>
        {seat.declineReason && <small className="wrap">{t('seatState.declinedBecause', { reason: seat.declineReason })}</small>}
      </>
    )
  const state = seatState({
    removed: seat.removed,
    locked: seat.lockedAt !== null,
    declared: seat.declaredAt !== null,
    accepted: seat.acceptedAt !== null,
    invited: seat.open.length > 0,
  })
  const at = {
    removed: null,
    locked: seat.lockedAt,
    declared: seat.declaredAt,
    accepted: seat.acceptedAt,
    invited: null,
    'not-invited': null,
  }[state]
  const knot = { removed: 'withdrawn', locked: 'done', declared: 'done', accepted: 'now', invited: 'now', 'not-invited': 'draft' }[state]
  return (
    <>
      <span className={`state state--${knot}`}>{t(`seatState.${state}`)}</span>
      {at && <small>{at}</small>}
      {!at &&
        !seat.removed &&
        seat.open.map((one) => <small key={one.id}>{t(`invitationKind.${one.kind}`, { until: one.expiresAt ?? '' })}</small>)}
    </>
  )
}

function SeatActions({ seat, stageOpen }: { seat: PanelSeat; stageOpen: boolean }) {
  const t = useT('console')
  const hidden = <input type="hidden" name="seat" value={seat.id} />
  if (seat.removed) {
    return (
      <form method="post">
        {hidden}
        <button className="plain" name="intent" value="restore">
          {t('judges.restore')}
        </button>
      </form>
    )
  }
  return (
    <div className="row">
      {!seat.lockedAt && (
        <form method="post">
          {hidden}
          <button className="plain" name="intent" value="card" title={t('judges.cardWhat')}>
            {t('judges.card')}
          </button>
        </form>
      )}
      {seat.open.map((one) => (
        <form key={one.id} method="post">
          <input type="hidden" name="invitation" value={one.id} />
          <button className="plain" name="intent" value="revoke">
            {t(`judges.revoke.${one.kind}`)}
          </button>
        </form>
      ))}
      {!seat.acceptedAt && !seat.open.some(({ kind }) => kind === 'link') && (
        <details className="sure">
          <summary className="plain">{t('judges.invite')}</summary>
          <form method="post">
            {hidden}
            <div className="field">
              <label htmlFor={`contact-${seat.id}`}>{t('judges.contact')}</label>
              <input id={`contact-${seat.id}`} name="contact" required maxLength={254} defaultValue={seat.contact ?? ''} />
            </div>
            <div className="field">
              <label htmlFor={`locale-${seat.id}`}>{t('judges.locale')}</label>
              <select id={`locale-${seat.id}`} name="locale">
                <option value="zh-CN">中文</option>
                <option value="en">English</option>
              </select>
            </div>
            <button className="button button--small" name="intent" value="invite">
              {t('judges.inviteYes', { name: seat.name })}
            </button>
          </form>
        </details>
      )}
      {!seat.lockedAt && (
        <details className="sure">
          <summary className="plain">{t('judges.remove')}</summary>
          <form method="post">
            {hidden}
            <p>
              {stageOpen && seat.marks > 0
                ? t('judges.removeMarks', { name: seat.name, marks: seat.marks })
                : t('judges.removeWhat', { name: seat.name })}
            </p>
            <button className="button button--small" name="intent" value="remove">
              {t('judges.removeYes', { label: seat.label })}
            </button>
          </form>
        </details>
      )}
    </div>
  )
}
