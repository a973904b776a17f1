import { useT } from '~/i18n/use-t'

interface TieRecordProps {
  path: string
  decisions: {
    id: string
    category: string
    from: number
    to: number
    codes: string[]
    label: string
    name: string
    typist: string
    at: string
    reason: string
  }[]
  /** until publication a decision may be taken back */
  undoable: boolean
}

/** What the chair has decided, with who typed it and why. */
export function TieRecord({ path, decisions, undoable }: TieRecordProps) {
  const t = useT('console')
  if (decisions.length === 0) return null
  return (
    <section className="tie-record" aria-labelledby="tie-record">
      <h2 id="tie-record">{t('tie.record')}</h2>
      <ul>
        {decisions.map(({ id, category, from, to, codes, label, name, typist, at, reason }) => (
          <li key={id}>
            <p>
              {category} · {t('tie.decided', { from, to, order: codes.join(' › ') })}
            </p>
            <p className="quiet small">{t('tie.by', { label, name, typist, at, reason })}</p>
            {undoable && (
              <form method="post" action={path}>
                <input type="hidden" name="decision" value={id} />
                <button className="button button--small" name="intent" value="undo-tie">
                  {t('tie.undo')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
