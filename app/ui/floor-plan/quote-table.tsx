import { useT } from '~/i18n/use-t'

export interface QuoteText {
  lines: { rule: string; note: string; amount: string }[]
  total: string
  until: string | null
}

/** Every line of a quote with the rule that made it, and what it comes to. */
export function QuoteTable({ quote }: { quote: QuoteText }) {
  const t = useT('booths')
  return (
    <>
      <table className="quote">
        <caption>{t('panel.quote')}</caption>
        <tbody>
          {quote.lines.map(({ rule, note, amount }) => (
            <tr key={rule}>
              <th scope="row">
                {rule}
                {note && <small>{note}</small>}
              </th>
              <td>{amount}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('panel.total')}</th>
            <td>{quote.total}</td>
          </tr>
        </tfoot>
      </table>
      {quote.until && <p className="small quiet">{t('panel.until', { date: quote.until })}</p>}
    </>
  )
}
