import { useT } from '~/i18n/use-t'

interface TieDecisionProps {
  tie: {
    category: string
    rank: number
    atCut: boolean
    name: string
    works: { entry: string; code: string; title: string; total: string | null }[]
  }
  path: string
  /** whose decision it may be: the chair, or the whole panel where it has none */
  seats: { id: string; label: string; name: string }[]
  /** after the judging is over it is decided; before, it is only shown */
  open: boolean
  /** what was typed when it was refused */
  typed: Record<string, string> | null
}

/** Works the rulebook leaves to the chair: the order the chair gives is kept with its reason and decides the ranks. */
export function TieDecision({ tie, path, seats, open, typed }: TieDecisionProps) {
  const t = useT('console')
  const jury = useT('jury')
  const deliberation = path.replace(/\/(votes|ranking)(\?.*)?$/, '/deliberation')
  const last = tie.rank + tie.works.length - 1
  const id = `${tie.category.replaceAll('/', '-')}-${tie.rank}`
  return (
    <form method="post" action={path} className="tie-box">
      <input type="hidden" name="tieCategory" value={tie.category} />
      <input type="hidden" name="tieRank" value={tie.rank} />
      <p className="tie-title">{t('tie.title', { category: tie.name, from: tie.rank, to: last })}</p>
      <p>
        {tie.atCut ? t('tie.atCut') : t('tie.inside')}{' '}
        {open && (
          <a href={`${deliberation}?kind=tie&codes=${encodeURIComponent(tie.works.map(({ code }) => code).join(' '))}#put`}>
            {jury('motion.deliberate')}
          </a>
        )}
      </p>
      <ul>
        {tie.works.map((work) => (
          <li key={work.entry}>
            <label>
              {open && (
                <input
                  name={`place-${work.entry}`}
                  type="number"
                  min={1}
                  max={tie.works.length}
                  required
                  inputMode="numeric"
                  defaultValue={typed?.[`place-${work.entry}`]}
                  aria-label={t('tie.place', { code: work.code })}
                />
              )}
              <span className="num">{work.code}</span> {work.title} <span className="quiet num">{work.total}</span>
            </label>
          </li>
        ))}
      </ul>
      {open && (
        <div className="tie-who">
          <label htmlFor={`seat-${id}`}>{t('tie.seat')}</label>
          <select id={`seat-${id}`} name="seat" defaultValue={typed?.seat ?? seats[0]?.id}>
            {seats.map((seat) => (
              <option key={seat.id} value={seat.id}>
                {seat.label} {seat.name}
              </option>
            ))}
          </select>
          <label htmlFor={`reason-${id}`}>{t('tie.reason')}</label>
          <input
            id={`reason-${id}`}
            name="reason"
            type="text"
            required
            maxLength={500}
            defaultValue={typed?.reason}
            aria-describedby={`help-${id}`}
          />
          <button className="button button--small" name="intent" value="decide-tie">
            {t('tie.decide')}
          </button>
          <p id={`help-${id}`} className="quiet small">
            {t('tie.reasonHelp')}
          </p>
        </div>
      )}
    </form>
  )
}
