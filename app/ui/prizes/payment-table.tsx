import type { PaymentKind, PaymentState } from '~/generated/prisma/enums'
import { useLocalPath, useT } from '~/i18n/use-t'

export interface ShownPayment {
  id: string
  kind: PaymentKind
  for: string
  payee: string
  gross: string
  tax: string
  taxName: string
  net: string
  tail: string | null
  state: PaymentState
  lapsed: boolean
}

/** The list with its sums, one line a person and reason. */
export function PaymentTable({
  slug,
  rows,
  totals,
}: {
  slug: string
  rows: ShownPayment[]
  totals: { currency: string; gross: string; tax: string; net: string }[]
}) {
  const t = useT('prizes')
  const to = useLocalPath()
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('payments.title')}>
      <table className="dense">
        <thead>
          <tr>
            <th scope="col">{t('payments.payee')}</th>
            <th scope="col">{t('payments.for')}</th>
            {(['gross', 'tax', 'net'] as const).map((key) => (
              <th key={key} scope="col" className="num">
                {t(`payments.${key}`)}
              </th>
            ))}
            <th scope="col">{t('payments.account')}</th>
            <th scope="col">{t('payments.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={to(`/console/${slug}/payments/${row.id}`)}>
                  <bdi>{row.payee}</bdi>
                </a>
              </th>
              <td className="wrap">{row.for}</td>
              <td className="num">{row.gross}</td>
              <td className="num">
                {row.tax}
                <br />
                <small className="quiet">{row.taxName}</small>
              </td>
              <td className="num">{row.net}</td>
              <td>{row.tail && t('payments.masked', { tail: row.tail })}</td>
              <td>
                <span className={row.state === 'paid' ? 'state state--done' : 'state'}>{t(`payments.stateName.${row.state}`)}</span>
                {row.lapsed && <span className="line">{t('payments.lapsed')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {totals.map(({ currency, gross, tax, net }) => (
            <tr key={currency}>
              <th scope="row" colSpan={2}>
                {t('payments.total')} {currency}
              </th>
              <td className="num">{gross}</td>
              <td className="num">{tax}</td>
              <td className="num">{net}</td>
              <td colSpan={2} />
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  )
}
