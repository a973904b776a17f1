import { useT } from '~/i18n/use-t'

/** Asks to see what taking a work out would change. Nothing is done by it. */
export function TakeOutForm({ path, works }: { path: string; works: { entry: string; code: string; title: string }[] }) {
  const t = useT('console')
  return (
    <section aria-labelledby="take-out">
      <h2 id="take-out">{t('objections.takeOut')}</h2>
      <p>{t('objections.takeOutLead')}</p>
      <form method="get" action={path} className="deed">
        <div className="field">
          <label htmlFor="take-out-work">{t('objections.work')}</label>
          <select id="take-out-work" name="work">
            {works.map(({ entry, code, title }) => (
              <option key={entry} value={entry}>
                {code} {title}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="take-out-how">{t('objections.how')}</label>
          <select id="take-out-how" name="leaving">
            <option value="withdrawn">{t('objections.leaving.withdrawn')}</option>
            <option value="disqualified">{t('objections.leaving.disqualified')}</option>
          </select>
        </div>
        <button className="button">{t('objections.see')}</button>
      </form>
    </section>
  )
}
