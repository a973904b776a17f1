import type { AwardedOrganisation } from '~/domain/prizes/organisation-queries.server'
import { say } from '~/i18n/language'
import { useLang, useT } from '~/i18n/use-t'

/** On the result page: which organisations were awarded, with the figures they were awarded for. */
export function AwardedOrganisations({
  rows,
}: {
  rows: readonly Pick<AwardedOrganisation, 'number' | 'award' | 'awardId' | 'name' | 'figures'>[]
}) {
  const t = useT('prizes')
  const lang = useLang()
  if (rows.length === 0) return null
  return (
    <section className="result" aria-labelledby="organisations">
      <header className="result-head">
        <h2 id="organisations">{t('organisations.title')}</h2>
      </header>
      {[...new Set(rows.map(({ awardId }) => awardId))].map((awardId) => {
        const of = rows.filter((row) => row.awardId === awardId)
        return (
          <div key={awardId}>
            <h3>{say(of[0]?.award, lang)}</h3>
            <ul>
              {of.map(({ number, name, figures }) => (
                <li key={number}>
                  <bdi>{name}</bdi> <span className="quiet">{t('organisations.figures', { ...figures })}</span>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
