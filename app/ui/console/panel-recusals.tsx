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
  seats: { id: string; label: string; name: string }[]
  recusals: Recused[]
}

const known = ['author', 'instructor', 'works-with', 'same-organisation', 'same-email-domain', 'same-name', 'declared', 'desk'] as const
type KnownReason = (typeof known)[number]

/** Who stands aside for which works, and why. The judges never see these names. */
export function PanelRecusals({ slug, seats, recusals }: PanelRecusalsProps) {
  const t = useT('console')
  const to = useLocalPath()
  const reasonText = (reason: string) =>
    reason.split(' ').map((word) => known.find((one): one is KnownReason => one === word)).map((word) => (word ? t(`recusal.${word}`) : '')).filter(Boolean).join(t('listComma')) || reason
  return (
    <section>
      <h2>{t('judges.conflicts')} <small>{recusals.length}</small></h2>
      {recusals.length === 0 ? (
        <p className="quiet small">{t('judges.noConflicts')}</p>
      ) : (
        seats.filter((seat) => recusals.some(({ seatId }) => seatId === seat.id)).map((seat) => {
          const own = recusals.filter(({ seatId }) => seatId === seat.id)
          return (
            <details key={seat.id} id={`recusals-${seat.id}`} className="statement">
              <summary>{seat.label} {seat.name} · {t('judges.standsAside', { count: own.length })}</summary>
              <ul className="plain-list">
                {own.map((row) => (
                  <li key={row.id}>
                    <a href={to(`/console/${slug}/entries/${row.id}`)}>{row.code ?? row.number}</a> {row.title} · {reasonText(row.reason)} · {t(`recusalOrigin.${row.origin}`)}
                    <small className="quiet"> {row.authors.map(({ name, organisation }) => [name, organisation].filter(Boolean).join(' · ')).join(t('listComma'))}</small>
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
