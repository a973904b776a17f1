import type { ReactNode } from 'react'
import type { MarkPreview } from '~/domain/judging/measured/mark-file.server'
import { useT } from '~/i18n/use-t'

/** What a table would bring in, its faults first; nothing is imported while there is one. */
export function MarkTable({
  preview: { fileName, lines, rows, faults, missing },
  children,
}: {
  preview: MarkPreview
  children: ReactNode
}) {
  const t = useT('measure')
  return (
    <section>
      <h2>
        {t('import.previewTitle')} <small>{fileName}</small>
      </h2>
      {faults.length > 0 && (
        <ul className="plain-list" id="faults">
          {faults.map(({ line, reason, said }) => (
            <li key={`${line} ${reason}`}>
              {t('import.line', { line })} {t(`sheetFault.${reason}`, { said })}
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <p className="notice">{t('import.missing', { count: missing.length, codes: missing.slice(0, 20).join(' ') })}</p>
      )}
      {rows.length > 0 && (
        <div className="table-scroll" tabIndex={0}>
          <table className="dense">
            <thead>
              <tr>
                <th scope="col" className="num start">
                  {t('import.row')}
                </th>
                <th scope="col">{t('records.code')}</th>
                <th scope="col" className="num">
                  {t('import.mark')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ line, code, value }) => (
                <tr key={line}>
                  <td className="num start">{line}</td>
                  <th scope="row" className="num start">
                    {code}
                  </th>
                  <td className="num">{value ?? t('import.absent')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {faults.length === 0 ? (
        <form method="post" className="deed">
          {children}
          <input type="hidden" name="fileName" value={fileName} />
          <input type="hidden" name="lines" value={lines} />
          <p>{t('import.applyText', { count: rows.length })}</p>
          <button className="button button--act" name="intent" value="apply">
            {t('import.apply')}
          </button>
        </form>
      ) : (
        <p className="quiet small">{t('import.mend')}</p>
      )}
    </section>
  )
}
