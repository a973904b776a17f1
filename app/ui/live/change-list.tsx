import { useT } from '~/i18n/use-t'

interface ChangeRow {
  id: string
  seat: string
  code: string
  criterion: string
  was: string | null
  value: string | null
  reason: string
  state: 'asked' | 'agreed' | 'declined'
  askedBy: string
  askedAt: string
  decidedBy: string | null
  decidedAt: string | null
  own: boolean
}

/** Changes of locked marks: who asked, who agreed, and those that wait for a second person. */
export function ChangeList({ path, changes }: { path: string; changes: ChangeRow[] }) {
  const t = useT('live')
  if (changes.length === 0) return <p className="quiet small">{t('change.none')}</p>
  return (
    <ul className="paper-list">
      {changes.map((change) => (
        <li key={change.id}>
          <p>
            <b className="num">{change.code}</b>{' '}
            <span>
              {change.seat} · {change.criterion}
            </span>
            <span className="num">
              {change.was ?? t('change.empty')} → <b>{change.value ?? t('change.empty')}</b>
            </span>
            <span
              className={`state ${change.state === 'agreed' ? 'state--done' : change.state === 'asked' ? 'state--now' : 'state--withdrawn'}`}
            >
              {t(`change.state.${change.state}`)}
            </span>
            <small className="quiet">
              {change.reason} · {t('change.askedBy')} {change.askedBy} {change.askedAt}
              {change.decidedBy && (
                <>
                  {' '}
                  · {t('change.decidedBy')} {change.decidedBy} {change.decidedAt}
                </>
              )}
            </small>
          </p>
          {change.state === 'asked' && (
            <form method="post" action={path} className="late-decide">
              <input type="hidden" name="change" value={change.id} />
              {change.own ? (
                <span className="quiet">{t('change.own')}</span>
              ) : (
                <button className="button button--small" name="intent" value="agree">
                  {t('change.agree')}
                </button>
              )}
              <button className="button button--small button--quiet" name="intent" value="decline">
                {t('change.decline')}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
