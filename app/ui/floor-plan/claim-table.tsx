import { useT } from '~/i18n/use-t'

export interface ClaimRow {
  id: string
  status: 'HELD' | 'RESERVED' | 'CONFIRMED'
  numbers: string
  name: string
  until: string | null
  total: string
}

/** Every live claim with what the office can do about it. */
export function ClaimTable({ claims, mayAct, action }: { claims: readonly ClaimRow[]; mayAct: boolean; action: string }) {
  const t = useT('booths')
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{t('board.claims')}</h2>
      {claims.length === 0 ? (
        <p className="empty">{t('board.empty')}</p>
      ) : (
        <>
          {mayAct && <p className="quiet small">{t('board.confirmHelp')}</p>}
          <div className="table-scroll" tabIndex={0}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('board.booths')}</th>
                  <th scope="col">{t('board.exhibitor')}</th>
                  <th scope="col">{t('board.status')}</th>
                  <th scope="col">{t('board.until')}</th>
                  <th scope="col" className="num">
                    {t('board.total')}
                  </th>
                  {mayAct && <th scope="col">{t('board.act')}</th>}
                </tr>
              </thead>
              <tbody>
                {claims.map(({ id, status, numbers, name, until, total }) => (
                  <tr key={id} id={`claim-${id}`}>
                    <th scope="row">{numbers}</th>
                    <td>{name}</td>
                    <td>{t(`board.statusName.${status}`)}</td>
                    <td>{until ?? '—'}</td>
                    <td className="num">{total}</td>
                    {mayAct && (
                      <td>
                        {status !== 'CONFIRMED' && (
                          <form method="post" action={action} className="row">
                            <input type="hidden" name="claim" value={id} />
                            {status === 'RESERVED' && (
                              <button
                                className="button button--small"
                                name="intent"
                                value="confirm"
                                aria-label={`${t('board.confirm')} ${numbers}`}
                              >
                                {t('board.confirm')}
                              </button>
                            )}
                            <button
                              className="button button--small button--quiet"
                              name="intent"
                              value="release"
                              aria-label={`${t('board.release')} ${numbers}`}
                            >
                              {t('board.release')}
                            </button>
                          </form>
                        )}
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
