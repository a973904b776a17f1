import type { RunEntry } from '~/domain/judging/measured/measurements'
import { useT } from '~/i18n/use-t'

interface Props {
  code: string
  trail: {
    id: string
    kind: RunEntry['kind']
    part: string
    what: string
    value: string | null
    reason: string
    by: string
    takenBack: boolean
    at: string
    deviceAt: string
    off: number
    late: number
  }[]
}

/** What was pressed for one entry, as it came in: nothing is ever changed here, only taken back by a later line. */
export function RecordTrail({ code, trail }: Props) {
  const t = useT('measure')
  return (
    <section id="trail">
      <h2>
        {t('records.trail', { code })} <small>{trail.length}</small>
      </h2>
      {trail.length === 0 ? (
        <p className="quiet small">{t('records.noTrail')}</p>
      ) : (
        <div className="table-scroll" tabIndex={0}>
          <table className="dense">
            <thead>
              <tr>
                <th scope="col">{t('records.at')}</th>
                <th scope="col">{t('records.what')}</th>
                <th scope="col" className="num">
                  {t('records.value')}
                </th>
                <th scope="col">{t('records.by')}</th>
                <th scope="col">{t('records.device')}</th>
                <th scope="col">{t('records.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {trail.map((row) => (
                <tr key={row.id}>
                  <td className="num start">{row.takenBack ? <s>{row.at}</s> : row.at}</td>
                  <th scope="row">
                    {[t(`kind.${row.kind}`), row.part, row.what].filter(Boolean).join(' · ')}
                    {row.takenBack && <small>{t('records.takenBack')}</small>}
                  </th>
                  <td className="num">{row.value}</td>
                  <td>{row.by}</td>
                  <td>
                    {Math.abs(row.off) > 2 ? t('records.deviceOff', { at: row.deviceAt, seconds: row.off }) : t('records.deviceRight')}
                    {row.late > 5 && <small>{t('records.late', { seconds: row.late })}</small>}
                  </td>
                  <td className="wrap">{row.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
