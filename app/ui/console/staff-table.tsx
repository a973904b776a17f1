import { useT } from '~/i18n/use-t'

export interface StaffRow {
  scope: 'organisation' | 'event'
  role: 'owner' | 'organiser' | 'clerk' | 'judge' | 'finance'
  personId: string
  name: string
  since: string
  secondFactor: boolean
  you: boolean
}

/** Everybody with a role on the event, and the way to take it from them. */
export function StaffTable({ rows }: { rows: StaffRow[] }) {
  const t = useT('console')
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="dense seats">
        <thead>
          <tr>
            {(['name', 'role', 'scope', 'since', 'factor', 'actions'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`staff.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.scope} ${row.role} ${row.personId}`}>
              <th scope="row" className="wrap">
                {row.name}
                {row.you && <span className="quiet">{t('staff.you')}</span>}
              </th>
              <td className="wrap">
                {t(`staff.roleName.${row.role}`)}
                {row.role !== 'judge' && <small>{t(`staff.may.${row.role}`)}</small>}
              </td>
              <td>{t(`staff.scopeName.${row.scope}`)}</td>
              <td className="num start">{row.since}</td>
              <td>
                <SecondFactor row={row} />
              </td>
              <td>
                <RemoveRole row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SecondFactor({ row }: { row: StaffRow }) {
  const t = useT('console')
  if (row.secondFactor)
    return (
      <>
        <span className="state state--done">{t('staff.factorOn')}</span>
        {!row.you && <ResetFactor row={row} />}
      </>
    )
  return <span className="state state--draft">{row.role === 'clerk' ? t('staff.factorNone') : t('staff.factorOff')}</span>
}

/** For somebody who lost their authenticator: they set up a new one when they next come in. */
function ResetFactor({ row }: { row: StaffRow }) {
  const t = useT('console')
  return (
    <details className="sure">
      <summary className="plain">{t('staff.reset')}</summary>
      <form method="post">
        <input type="hidden" name="person" value={row.personId} />
        <p>{t('staff.resetWhat', { name: row.name })}</p>
        <button className="button button--small" name="intent" value="reset-factor">
          {t('staff.resetYes', { name: row.name })}
        </button>
      </form>
    </details>
  )
}

function RemoveRole({ row }: { row: StaffRow }) {
  const t = useT('console')
  const role = t(`staff.roleName.${row.role}`)
  return (
    <details className="sure">
      <summary className="plain">{t('staff.remove')}</summary>
      <form method="post">
        <input type="hidden" name="person" value={row.personId} />
        <input type="hidden" name="scope" value={row.scope} />
        <input type="hidden" name="role" value={row.role} />
        <p>{row.you ? t('staff.removeYou', { role }) : t(`staff.removeWhat.${row.scope}`, { name: row.name, role })}</p>
        <button className="button button--small" name="intent" value="remove">
          {t('staff.removeYes', { name: row.name })}
        </button>
      </form>
    </details>
  )
}
