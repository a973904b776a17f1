import { useT } from '~/i18n/use-t'

export interface LateRow {
  markId: string
  seat: string
  code: string
  criterion: string
  value: string | null
  reason: 'stage_closed' | 'work_revealed'
  markedAt: string
  receivedAt: string
  decision: 'accepted' | 'left' | null
}

/** Marks that came too late, and what becomes of each. */
export function LateList({ path, late, published }: { path: string; late: LateRow[]; published: boolean }) {
  const t = useT('live')
  return (
    <section id="late">
      <h2>
        {t('late.title')} <small>{late.length}</small>
      </h2>
      <p className="quiet small">{t('late.what')}</p>
      <div className="table-scroll" tabIndex={0}>
        <table className="dense">
          <thead>
            <tr>
              {(['judge', 'work', 'criterion', 'value', 'reasonCol', 'marked', 'received', 'decision'] as const).map((column) => (
                <th key={column} scope="col" className={column === 'value' ? 'num' : undefined}>
                  {t(`late.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {late.map((row) => (
              <tr key={row.markId}>
                <th scope="row">{row.seat}</th>
                <td>{row.code}</td>
                <td>{row.criterion}</td>
                <td className="num">{row.value ?? t('late.taken')}</td>
                <td>{t(`late.reason.${row.reason}`)}</td>
                <td className="num start">{row.markedAt}</td>
                <td className="num start">{row.receivedAt}</td>
                <td>
                  {row.decision ? (
                    t(`late.${row.decision}`)
                  ) : (
                    <form method="post" action={path} className="late-decide">
                      <input type="hidden" name="mark" value={row.markId} />
                      <input name="reason" aria-label={t('late.why')} placeholder={t('late.why')} maxLength={200} autoComplete="off" />
                      {!published && (
                        <button className="button button--small" name="intent" value="accept">
                          {t('late.accept')}
                        </button>
                      )}
                      <button className="button button--small button--quiet" name="intent" value="leave">
                        {t('late.leave')}
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
