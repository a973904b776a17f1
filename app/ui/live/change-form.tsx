import { useT } from '~/i18n/use-t'

interface ChangeFormProps {
  path: string
  code: string
  marks: { id: string; label: string; value: string | null }[]
  typed: Record<string, string> | null
}

/** Asks for a change: the work by its code, then the mark, the new value and why. */
export function ChangeForm({ path, code, marks, typed }: ChangeFormProps) {
  const t = useT('live')
  return (
    <section>
      <h2>{t('change.ask')}</h2>
      <form method="get" action={path} className="sieve">
        <div className="field">
          <label htmlFor="code">{t('change.code')}</label>
          <input id="code" name="code" required defaultValue={code} autoComplete="off" className="num" />
        </div>
        <button className="button">{t('change.show')}</button>
      </form>
      {code && marks.length === 0 && <p className="quiet small">{t('change.noMarks')}</p>}
      {marks.length > 0 && (
        <form method="post" action={`${path}?code=${encodeURIComponent(code)}`} className="change-form">
          <div className="field">
            <label htmlFor="mark">{t('change.mark')}</label>
            <select id="mark" name="mark" defaultValue={typed?.mark}>
              {marks.map(({ id, label, value }) => (
                <option key={id} value={id}>
                  {label} · {value ?? t('change.empty')}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="value">{t('change.to')}</label>
            <input
              id="value"
              name="value"
              inputMode="decimal"
              autoComplete="off"
              defaultValue={typed?.value}
              aria-describedby="value-help"
              className="num"
            />
            <p id="value-help" className="help">
              {t('change.toHelp')}
            </p>
          </div>
          <div className="field">
            <label htmlFor="why">{t('change.why')}</label>
            <input id="why" name="reason" required minLength={2} maxLength={300} autoComplete="off" defaultValue={typed?.reason} />
          </div>
          <button className="button button--act" name="intent" value="ask">
            {t('change.send')}
          </button>
        </form>
      )}
    </section>
  )
}
