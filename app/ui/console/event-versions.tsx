import { useT } from '~/i18n/use-t'

export interface ShownVersion {
  version: number
  at: string
  by: string | null
  changes: number
  created: boolean
  path: string
}

/** Every version of the file that was ever in force, newest first. */
export function EventVersions({ versions, current }: { versions: ShownVersion[]; current: number }) {
  const t = useT('setup')
  return (
    <section aria-label={t('page.versions')}>
      <h2>
        {t('page.versions')} <small>{versions.length}</small>
      </h2>
      <div className="table-scroll" tabIndex={0}>
        <table className="dense">
          <thead>
            <tr>
              <th scope="col">{t('page.version')}</th>
              <th scope="col">{t('page.when')}</th>
              <th scope="col">{t('page.who')}</th>
              <th scope="col" className="num">
                {t('page.changes')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {versions.map(({ version, at, by, changes, created, path }) => (
              <tr key={version}>
                <th scope="row">
                  {version} {version === current && <span className="tag">{t('page.current')}</span>}
                </th>
                <td>{at}</td>
                <td>{by ?? t('page.commandLine')}</td>
                <td className="num">{created ? t('page.created') : changes}</td>
                <td>
                  <a href={path}>{t('page.look')}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
