import { useT } from '~/i18n/use-t'
import type { Difference } from './editor-view'

/** Two versions of a draft side by side, part by part, and the choice between them. */
export function Conflict({ differences, path, onKeep }: { differences: Difference[]; path: string; onKeep?: () => void }) {
  const t = useT('entrant')
  return (
    <section className="notice conflict" role="alert" aria-labelledby="conflict-title">
      <h2 id="conflict-title">{t('editor.conflictTitle')}</h2>
      <p>{t('editor.conflict')}</p>
      <div className="table-scroll" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th />
              <th scope="col">{t('editor.theirs')}</th>
              <th scope="col">{t('editor.yours')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ at, label, theirs, yours }) => (
              <tr key={at}>
                <th scope="row">{label}</th>
                <td dir="auto">{theirs || t('editor.empty')}</td>
                <td dir="auto">{yours || t('editor.empty')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="row">
        {onKeep ? (
          <button type="button" className="button" onClick={onKeep}>
            {t('editor.keepMine')}
          </button>
        ) : (
          <button className="button" form="entry-form" name="intent" value="save">
            {t('editor.keepMine')}
          </button>
        )}
        <a className="button button--quiet" href={`${path}?edit=1`}>
          {t('editor.takeTheirs')}
        </a>
      </p>
    </section>
  )
}
