import { useLang, useT } from '~/i18n/use-t'
import { NotedDownload } from './noted-download'

export interface PastExport {
  id: string
  at: string
  stage: string
  receiver: string
  purpose: string
  people: number
  contacts: boolean
  format: string
  by: string
  lapsed: boolean
}

/** Every list that left the house, with the way to the same list again. */
export function TalentHistory({ slug, exports, days }: { slug: string; exports: PastExport[]; days: number }) {
  const t = useT('console')
  const lang = useLang()
  if (exports.length === 0)
    return (
      <section id="history">
        <h2>{t('talent.history')}</h2>
        <p className="quiet small">{t('talent.noHistory')}</p>
      </section>
    )
  return (
    <section id="history">
      <h2>{t('talent.history')}</h2>
      <div className="table-scroll" tabIndex={0}>
        <table className="dense">
          <thead>
            <tr>
              <th scope="col">{t('talent.when')}</th>
              <th scope="col">{t('talent.receiver')}</th>
              <th scope="col">{t('talent.purpose')}</th>
              <th scope="col" className="num">
                {t('talent.count')}
              </th>
              <th scope="col">{t('talent.by')}</th>
              <th scope="col">{t('talent.format')}</th>
            </tr>
          </thead>
          <tbody>
            {exports.map((one) => (
              <tr key={one.id}>
                <td className="num start">
                  {one.at}
                  <small>{one.stage}</small>
                </td>
                <th scope="row" className="wrap">
                  {one.receiver}
                </th>
                <td className="wrap">{one.purpose}</td>
                <td className="num">
                  {one.people}
                  {one.contacts && <small>{t('talent.withContacts')}</small>}
                </td>
                <td>{one.by}</td>
                <td>
                  {one.lapsed ? (
                    <span className="quiet">{t('talent.lapsed', { days })}</span>
                  ) : (
                    <NotedDownload path={talentFile(slug, one.format, one.id, lang)}>
                      {t('talent.again')}
                      <small>{one.format.toUpperCase()}</small>
                    </NotedDownload>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Address of the file of one export; heads of its columns in the given language. */
export const talentFile = (slug: string, format: string, exportId: string, lang: string): string =>
  `/console/${slug}/talent/${format}?export=${exportId}&lang=${lang === 'en' ? 'en' : 'zh'}`
