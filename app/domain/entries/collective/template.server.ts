import { tableResponse } from '~/gateways/tables.server'
import type { TableFormat } from '~/gateways/tables.server'
import { say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import type { Terms } from '../terms'
import { columnsOf } from './columns'

/** The sheet to fill in, made from the event’s file: labels with a star where a line needs an answer, and a line of hints. */
export function templateResponse(terms: Terms, format: TableFormat, lang: Lang, names: { file: string; sheet: string }): Response {
  const columns = columnsOf(terms)
  return tableResponse({
    format,
    filename: `${say(terms.name, lang)} ${names.file}`,
    sheet: names.sheet,
    columns: columns.map(({ label, required, hint }) => ({
      header: say(label, lang) + (required ? '*' : ''),
      width: Math.max(12, Math.min(40, say(label, lang).length * 2 + 4)),
      value: () => say(hint, lang),
    })),
    rows: [null],
  })
}
