import { useT } from '~/i18n/use-t'
import type { CalibratedView } from '~/routes/console/calibrated-view.server'

/** What the calibrated layer says of the cut-line, and how severe each judge is for who may see it. */
export function CalibratedNotes({ calibrated, path }: { calibrated: CalibratedView | null; path: string }) {
  const t = useT('console')
  if (!calibrated)
    return (
      <p className="rest">
        <a href={`${path}&calibrated=1`}>{t('calibrated.show')}</a>
      </p>
    )
  const { sentences, severity } = calibrated
  return (
    <section className="notice" aria-label={t('calibrated.title')}>
      <div>
        <p>
          <strong>{t('calibrated.title')}</strong> {t('calibrated.lead')} {sentences.join(' ')} <a href={path}>{t('calibrated.hide')}</a>
        </p>
        {severity && (
          <details>
            <summary>{t('calibrated.severity')}</summary>
            <table className="dense">
              <thead>
                <tr>
                  <th scope="col">{t('calibrated.judge')}</th>
                  <th scope="col">{t('calibrated.bias')}</th>
                  <th scope="col">{t('calibrated.slope')}</th>
                  <th scope="col">{t('calibrated.noise')}</th>
                </tr>
              </thead>
              <tbody>
                {severity.map(({ label, bias, slope, noise }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>{bias}</td>
                    <td>{slope}</td>
                    <td>{noise}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        )}
      </div>
    </section>
  )
}
