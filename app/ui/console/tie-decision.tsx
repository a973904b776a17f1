import { useT } from '~/i18n/use-t'

interface TieDecisionProps {
  tie: { rank: number; atCut: boolean; category: string; works: { entry: string; code: string; title: string; total: string | null }[] }
  path: string
  category: string
  view: string
  /** what the chair has decided of other ties, kept when this one is decided */
  chairOrder: string[]
}

/** Works the rulebook leaves to the chair: the order the chair gives is shown at once and published with the rest. */
export function TieDecision({ tie, path, category, view, chairOrder }: TieDecisionProps) {
  const t = useT('console')
  const last = tie.rank + tie.works.length - 1
  return (
    <form method="get" action={path} className="tie-box">
      <input type="hidden" name="category" value={category} />
      <input type="hidden" name="view" value={view} />
      {chairOrder.map((entry, at) => <input key={entry} type="hidden" name={`place-${entry}`} value={at + 1} />)}
      <p className="tie-title">{t('tie.title', { category: tie.category, from: tie.rank, to: last })}</p>
      <p>{tie.atCut ? t('tie.atCut') : t('tie.inside')}</p>
      <ul>
        {tie.works.map((work) => (
          <li key={work.entry}>
            <label>
              <input name={`place-${work.entry}`} type="number" min={1} max={tie.works.length} inputMode="numeric" aria-label={t('tie.place', { code: work.code })} />
              <span className="num">{work.code}</span> {work.title} <span className="quiet num">{work.total}</span>
            </label>
          </li>
        ))}
      </ul>
      <button className="button button--small">{t('tie.show')}</button>
    </form>
  )
}
