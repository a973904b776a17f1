import { useLocalPath, useT } from '~/i18n/use-t'

interface Recused {
  id: string
  seatId: string
  origin: 'declared' | 'detected'
  reason: string
  code: string | null
  number: string | null
  title: string
  authors: { name: string; organisation: string }[]
}

interface PanelRecusalsProps {
  slug: string
  seats: { id: string; label: string; name: string; isChair: boolean; lockedAt: string | null; removed: boolean }[]
  /** the stage is not over: what was found by mistake may be lifted */
  liftable: boolean
  recusals: Recused[]
}

const known = ['author', 'instructor', 'works-with', 'same-organisation', 'same-email-domain', 'same-name', 'declared', 'desk'] as const
type KnownReason = (typeof known)[number]

/** Who stands aside for which works, and why. The judges never see these names. */
export function PanelRecusals({ slug, seats, recusals, liftable }: PanelRecusalsProps) {
  const t = useT('console')
  const to = useLocalPath()
  const reasonText = (reason: string) =>
    reason
      .split(' ')
      .map((word) => known.find((one): one is KnownReason => one === word))
      .map((word) => (word ? t(`recusal.${word}`) : ''))
      .filter(Boolean)
      .join(t('listComma')) || reason
  return (
    <section>
      <h2>
        {t('judges.conflicts')} <small>{recusals.length}</small>
      </h2>
      {recusals.length === 0 ? (
        <p className="quiet small">{t('judges.noConflicts')}</p>
      ) : (
        seats
          .filter((seat) => recusals.some(({ seatId }) => seatId === seat.id))
          .map((seat) => {
            const own = recusals.filter(({ seatId }) => seatId === seat.id)
            return (
              <details key={seat.id} id={`recusals-${seat.id}`} className="statement">
                <summary>
                  {seat.label} {seat.name} · {t('judges.standsAside', { count: own.length })}
                </summary>
                <ul className="plain-list">
                  {own.map((row) => (
                    <li key={row.id}>
                      <a href={to(`/console/${slug}/entries/${row.id}`)}>{row.code ?? row.number}</a> {row.title} · {reasonText(row.reason)}{' '}
                      · {t(`recusalOrigin.${row.origin}`)}
                      <small className="quiet">
                        {' '}
                        {row.authors.map(({ name, organisation }) => [name, organisation].filter(Boolean).join(' · ')).join(t('listComma'))}
                      </small>
                      {liftable && !seat.lockedAt && !/\b(author|instructor)\b/.test(row.reason) && (
                        <LiftForm
                          seatId={seat.id}
                          entryId={row.id}
                          code={row.code ?? row.number ?? ''}
                          answering={answeringFor(seat.id, seats)}
                        />
                      )}
                    </li>
                  ))}
                </ul>
              </details>
            )
          })
      )}
    </section>
  )
}

type Answering = { id: string; label: string; name: string }

/** Who may answer for lifting a judge's recusal: the chair, or any colleague where that is the chair's own or there is none. */
function answeringFor(seatId: string, seats: PanelRecusalsProps['seats']): Answering[] {
  const others = seats.filter(({ id, removed }) => id !== seatId && !removed)
  const chairs = others.filter(({ isChair }) => isChair)
  return chairs.length > 0 ? chairs : others
}

/** Two people lift a recusal: the one who answers for it on the panel, and whoever presses the button. */
function LiftForm({ seatId, entryId, code, answering }: { seatId: string; entryId: string; code: string; answering: Answering[] }) {
  const t = useT('jury')
  const id = `lift-${seatId}-${entryId}`
  return (
    <details className="lift">
      <summary>{t('lift.title', { code })}</summary>
      <form method="post" className="deed">
        <input type="hidden" name="seat" value={seatId} />
        <input type="hidden" name="entry" value={entryId} />
        <div className="field">
          <label htmlFor={`${id}-who`}>{t('lift.who')}</label>
          <select id={`${id}-who`} name="chair">
            {answering.map((seat) => (
              <option key={seat.id} value={seat.id}>
                {seat.label} {seat.name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-why`}>{t('lift.reason')}</label>
          <input id={`${id}-why`} name="reason" type="text" required maxLength={500} />
        </div>
        <button className="button button--small" name="intent" value="lift">
          {t('lift.do')}
        </button>
        <p>{t('lift.what')}</p>
      </form>
    </details>
  )
}
