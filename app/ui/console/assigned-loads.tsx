import { useT } from '~/i18n/use-t'

interface Judge {
  id: string
  label: string
  name: string
  droppedOut: boolean
  locked: boolean
  plan: { now: number; planned: number; added: number; taken: number; conflicts: number } | null
}

/** Works by judge, now and as planned. A judge who has to leave is let go here. */
export function AssignedLoads({ judges, mayLeave }: { judges: Judge[]; mayLeave: boolean }) {
  const t = useT('console')
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="dense">
        <thead>
          <tr>
            <th scope="col">{t('judges.label')}</th>
            <th scope="col">{t('judges.name')}</th>
            <th scope="col" className="num">
              {t('assign.now')}
            </th>
            <th scope="col" className="num">
              {t('assign.planned')}
            </th>
            <th scope="col" className="num">
              {t('assign.added')}
            </th>
            <th scope="col" className="num">
              {t('assign.taken')}
            </th>
            <th scope="col" className="num">
              {t('assign.conflicts')}
            </th>
            <th scope="col">{t('judges.state')}</th>
          </tr>
        </thead>
        <tbody>
          {judges.map((judge) => (
            <tr key={judge.id}>
              <th scope="row" className="label">
                {judge.label}
              </th>
              <td>{judge.name}</td>
              <td className="num">{judge.plan?.now ?? 0}</td>
              <td className="num">{judge.plan?.planned ?? 0}</td>
              <td className="num">{judge.plan?.added ?? 0}</td>
              <td className="num">{judge.plan?.taken ?? 0}</td>
              <td className="num">{judge.plan?.conflicts ?? 0}</td>
              <td>
                {judge.droppedOut && <span className="state state--withdrawn">{t('assign.droppedOut')}</span>}
                {judge.locked && <span className="state state--done">{t('seatState.locked')}</span>}
                {mayLeave && !judge.droppedOut && !judge.locked && (
                  <details className="sure">
                    <summary className="plain">{t('assign.leave')}</summary>
                    <form method="post">
                      <input type="hidden" name="seat" value={judge.id} />
                      <p>{t('assign.leaveWhat', { name: judge.name })}</p>
                      <button className="button" name="intent" value="leave">
                        {t('assign.leaveYes', { label: judge.label })}
                      </button>
                    </form>
                  </details>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
