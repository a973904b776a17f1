import { useT } from '~/i18n/use-t'

export interface Quantity {
  key: string
  name: string
  item: string
  unit: string
}

interface Props {
  rows: {
    entry: string
    code: string
    heat: number | null
    station: number | null
    values: Record<string, string | null>
    begun: boolean
    confirmed: boolean
  }[]
  quantities: Quantity[]
  path: string
  chosen: string | null
}

/** Everything recorded, an entry a line: what is missing is empty, who did not take part has a dash. */
export function RecordBoard({ rows, quantities, path, chosen }: Props) {
  const t = useT('measure')
  if (rows.length === 0) return <p className="quiet">{t('records.nobody')}</p>
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="dense">
        <thead>
          <tr>
            <th scope="col">{t('records.code')}</th>
            <th scope="col">{t('records.place')}</th>
            {quantities.map(({ key, name, item, unit }) => (
              <th scope="col" className="num" key={key}>
                {name}
                <small>{item || unit}</small>
              </th>
            ))}
            <th scope="col">{t('records.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ entry, code, heat, station, values, begun, confirmed }) => (
            <tr key={entry} aria-current={entry === chosen ? 'true' : undefined}>
              <th scope="row" className="num start">
                <a href={`${path}?entry=${entry}#trail`}>{code}</a>
              </th>
              <td>{heat === null ? '' : t('field.place', { heat, station: station ?? 0 })}</td>
              {quantities.map(({ key }) => (
                <td className="num" key={key}>
                  {values[key] === null ? '—' : (values[key] ?? '')}
                </td>
              ))}
              <td>
                <span className={confirmed ? 'state state--done' : begun ? 'state state--now' : 'state state--draft'}>
                  {t(confirmed ? 'field.progress.confirmed' : begun ? 'field.progress.begun' : 'field.progress.waiting')}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
