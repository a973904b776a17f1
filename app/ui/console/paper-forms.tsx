import type { PaperKind } from '~/generated/prisma/enums'
import { useLang, useT } from '~/i18n/use-t'

interface PaperFormsProps {
  action: string
  counts: { kind: PaperKind; works: number }[]
  requestKey: string
}

/** What can be had of the works in a filter: a form for each kind of paper, with how many works have it. */
export function PaperForms({ action, counts, requestKey }: PaperFormsProps) {
  const t = useT('papers')
  const lang = useLang()
  return (
    <ul className="office-documents paper-kinds">
      {counts.map(({ kind, works }) => (
        <li key={kind}>
          <div>
            <b>
              {t(`kind.${kind}`)} <small className="quiet">{t('works', { count: works })}</small>
            </b>
            <span className="quiet small">{t(`about.${kind}`)}</span>
          </div>
          {works === 0 ? (
            <p className="quiet small">{t('nothing')}</p>
          ) : (
            <form method="post" action={action}>
              <input type="hidden" name="requestKey" value={requestKey} />
              <input type="hidden" name="kind" value={kind} />
              {kind === 'receipts' && (
                <select name="first" aria-label={t('first')} defaultValue={lang}>
                  <option value="zh-CN">{t('zh')}</option>
                  <option value="en">{t('en')}</option>
                </select>
              )}
              <button className="button" type="submit" aria-label={t('makeLabel', { what: t(`kind.${kind}`) })}>
                {t('make')}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
