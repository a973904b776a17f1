import { useLocalPath, useT } from '~/i18n/use-t'

export interface ListedFinalist {
  authorId: string
  entryId: string
  name: string
  nameLatin: string | null
  organisation: string
  title: string
  group: string
  place: string
  agreed: 'contact' | 'pool' | 'none'
}

/** Who reached the result, and what each agreed to. */
export function TalentList({ slug, rows }: { slug: string; rows: ListedFinalist[] }) {
  const t = useT('console')
  const to = useLocalPath()
  return (
    <section>
      <h2>
        {t('talent.list')}
        <small>{rows.length}</small>
      </h2>
      <div className="table-scroll" tabIndex={0}>
        <table className="dense talent-rows">
          <thead>
            <tr>
              {(['rank', 'author', 'work', 'consent'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`talent.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.authorId + row.entryId} className={row.agreed === 'none' ? 'off' : undefined}>
                <td>
                  {row.place}
                  <small>{row.group}</small>
                </td>
                <th scope="row" className="wrap">
                  {row.name}
                  {row.nameLatin && row.nameLatin !== row.name && ` (${row.nameLatin})`}
                  <small>{row.organisation || t('entry.independent')}</small>
                </th>
                <td className="wrap">
                  <a href={to(`/console/${slug}/entries/${row.entryId}`)}>{row.title || t('entries.untitled')}</a>
                </td>
                <td>
                  <span className={`agreed agreed--${row.agreed}`}>{t(`talent.agreed.${row.agreed}`)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
