import { plainAmount } from '~/domain/money'
import { exportedPayments, type ExportedPayment } from '~/domain/prizes/exported-payments.server'
import { type Column, tableResponse } from '~/gateways/tables.server'
import { translator } from '~/i18n/i18n.server'
import { say, type Lang } from '~/i18n/language'
import { eventFrame } from '../event-frame.server'

interface DownloadPayments {
  eventId: string
  exportId: string
  personId: string
  lang: Lang
  now: Date
}

/** The payment list of a recorded export as XLSX, accounts and identity numbers as text; null once it has lapsed. */
export async function downloadPayments({ eventId, exportId, personId, lang, now }: DownloadPayments): Promise<Response | null> {
  const [frame, rows] = await Promise.all([eventFrame(eventId), exportedPayments(eventId, exportId, personId, now)])
  if (!rows) return null
  const t = translator(lang, 'prizes')
  const column = (header: string, value: Column<ExportedPayment>['value'], width = 16) => ({ header, value, width })
  return tableResponse({
    format: 'xlsx',
    filename: `${say(frame.name, lang)} ${t('payments.title')}`,
    sheet: t('payments.title'),
    columns: [
      column(t('payments.payee'), ({ payee }) => payee),
      column(t('payments.for'), (row) => say(row.for, lang), 32),
      column(t('payments.gross'), ({ gross }) => plainAmount(gross)),
      column(t('payments.tax'), ({ tax }) => plainAmount(tax)),
      column(t('payments.net'), ({ net }) => `${plainAmount(net)} ${net.currency}`),
      column(t('payment.field.accountName'), ({ details }) => details.accountName),
      column(t('payment.field.bank'), ({ details }) => details.bank, 28),
      column(t('payment.field.accountNumber'), ({ details }) => details.accountNumber, 26),
      column(t('payment.field.idNumber'), ({ details }) => details.idNumber, 22),
      column(t('payments.state'), ({ state }) => t(`payments.stateName.${state}`)),
      column(t('payment.paidOn'), ({ paidOn }) => paidOn ?? ''),
      column(t('payment.reference'), ({ reference }) => reference ?? ''),
    ],
    rows,
  })
}
