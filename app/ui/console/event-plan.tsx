import { useT } from '~/i18n/use-t'

export interface ShownPlan {
  /** the version that applying makes */
  next: number
  changes: { severity: 'low' | 'medium' | 'high'; text: string; path: string; people: number }[]
  reach: { entrants: number; judges: number; drafts: number; submitted: number }
  told: { name: string; role: 'author' | 'instructor' | 'judge' | 'staff' }[]
}

/** What applying a file changes, the weightiest first, whom it reaches and who will be told. */
export function EventPlan({ plan }: { plan: ShownPlan }) {
  const t = useT('setup')
  return (
    <section aria-label={t('page.planTitle')}>
      <h2>
        {t('page.planTitle')} <small>{t('page.planCount', { count: plan.changes.length })}</small>
      </h2>
      <p className="quiet small">{t('page.reach', plan.reach)}</p>
      <div className="table-scroll" tabIndex={0}>
        <table className="dense">
          <thead>
            <tr>
              <th scope="col">{t('page.weight')}</th>
              <th scope="col">{t('page.what')}</th>
              <th scope="col">{t('page.where')}</th>
              <th scope="col" className="num">
                {t('page.touches')}
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.changes.map(({ severity, text, path, people }, index) => (
              <tr key={index}>
                <td>
                  <span className={`weight weight--${severity}`}>{t(`severity.${severity}`)}</span>
                </td>
                <th scope="row" className="wrap">
                  {text}
                </th>
                <td className="quiet">{path}</td>
                <td className="num">{t('page.people', { count: people })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {plan.told.length > 0 && (
        <details className="told">
          <summary>{t('page.told', { count: plan.told.length })}</summary>
          <ul>
            {plan.told.map(({ name, role }, index) => (
              <li key={index}>
                {name} <span className="quiet">{t(`role.${role}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
