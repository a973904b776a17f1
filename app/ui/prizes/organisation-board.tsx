import { FIGURES, type RankedOrganisation } from '~/domain/prizes/organisation-figures'
import { useLocalPath, useT } from '~/i18n/use-t'
import { RequestKey } from '~/ui/request-key'

export interface ShownBoard {
  award: string
  name: string
  rule: string[]
  confirmedAt: string | null
  rows: (RankedOrganisation & { number: string | null })[]
}

/** One award to organisations: the figures by which it is proposed, and who gets it. */
export function OrganisationBoard({
  slug,
  board,
  complete,
  requestKey,
}: {
  slug: string
  board: ShownBoard
  complete: boolean
  requestKey: string
}) {
  const t = useT('prizes')
  const to = useLocalPath()
  const { award, name, rule, confirmedAt, rows } = board
  const awarded = rows.some(({ number }) => number !== null)
  const heading = `award-${award}`
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{name}</h2>
      <p>{rule.join(' ')}</p>
      {confirmedAt && <p className="quiet">{t('organisations.confirmedAt', { at: confirmedAt })}</p>}
      {rows.length === 0 ? (
        <p className="empty">{t('organisations.empty')}</p>
      ) : (
        <form method="post" action={to(`/console/${slug}/organisations`)}>
          <RequestKey value={`${requestKey}${award}`} />
          <input type="hidden" name="award" value={award} />
          <div className="table-scroll" tabIndex={0} role="region" aria-labelledby={heading}>
            <table className="dense">
              <thead>
                <tr>
                  <th className="num">{t('organisations.rank')}</th>
                  <th>{t('organisations.name')}</th>
                  {FIGURES.map((figure) => (
                    <th key={figure} className="num">
                      {t(`organisations.figure.${figure}`)}
                    </th>
                  ))}
                  <th className="num">{t('organisations.points')}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.name}>
                    <td className="num">{row.rank}</td>
                    <td>
                      <label className="choice">
                        <input
                          type="checkbox"
                          name="names"
                          value={row.name}
                          defaultChecked={awarded ? row.number !== null : row.proposed}
                          disabled={!complete}
                        />
                        <span>
                          <bdi>{row.name}</bdi>
                        </span>
                      </label>
                    </td>
                    {FIGURES.map((figure) => (
                      <td key={figure} className="num">
                        {row[figure]}
                      </td>
                    ))}
                    <td className="num">{row.points}</td>
                    <td>
                      {row.number ? (
                        <a href={`/console/${slug}/organisations/${row.number}`}>{t('organisations.certificate')}</a>
                      ) : (
                        <span className="quiet">
                          {row.proposed ? t('organisations.proposed') : row.tied ? t('organisations.tied') : ''}
                        </span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {complete && (
            <div className="row batch-left">
              <label>
                {t('organisations.reason')} <input name="reason" maxLength={500} />
              </label>
              <button className="button">{t('organisations.confirm')}</button>
            </div>
          )}
        </form>
      )}
    </section>
  )
}
