import { useT } from '~/i18n/use-t'

export interface SalesRow {
  name: string
  free: number
  held: number
  reserved: number
  confirmed: number
  area: string
  amount: string
}

/** Booths by zone and state; the last row is the sum. */
export function SalesTable({ rows }: { rows: readonly SalesRow[] }) {
  const t = useT('booths')
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="table sales">
        <caption className="visually-hidden">{t('board.figures')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.zone')}</th>
            {(['free', 'held', 'reserved', 'confirmed', 'areaSold', 'amount'] as const).map((column) => (
              <th key={column} scope="col" className="num">
                {t(`board.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td className="num">{row.free}</td>
              <td className="num">{row.held}</td>
              <td className="num">{row.reserved}</td>
              <td className="num">{row.confirmed}</td>
              <td className="num">{row.area}</td>
              <td className="num">{row.amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
