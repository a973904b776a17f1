import { useT } from '~/i18n/use-t'
import type { ShownPlan } from './event-plan'

/** The text of an event file, to edit, paste or replace by an upload, and to look at as a plan. */
export function EventSourceForm({ path, source }: { path: string; source: string }) {
  const t = useT('setup')
  return (
    <form className="source-form" method="post" encType="multipart/form-data" action={path}>
      <div className="field">
        <label htmlFor="source">{t('page.text')}</label>
        <p className="help" id="source-help">
          {t('page.textHelp')} <a href="/schema/event.json">{t('page.schema')}</a>
        </p>
        <textarea className="source" id="source" name="source" defaultValue={source} spellCheck={false} aria-describedby="source-help" />
      </div>
      <div className="field">
        <label htmlFor="file">{t('page.upload')}</label>
        <input id="file" name="file" type="file" accept=".yaml,.yml,text/yaml" />
      </div>
      <div className="deed">
        <p>{t('page.planHelp')}</p>
        <button className="button" name="intent" value="plan">
          {t('page.plan')}
        </button>
      </div>
    </form>
  )
}

/** The one act of the page, with what it does and how many it tells beside it. */
export function ApplyDeed({ plan, version, source }: { plan: ShownPlan; version: number | null; source: string }) {
  const t = useT('setup')
  const count = plan.changes.length
  const people = plan.told.length
  return (
    <form className="deed" method="post">
      <input type="hidden" name="source" value={source} />
      <input type="hidden" name="version" value={version ?? ''} />
      <p>{people > 0 ? t('page.applyTells', { count, people }) : t('page.applyDeed', { count })}</p>
      <button className="button button--act" name="intent" value="apply">
        {t('page.apply', { version: plan.next })}
      </button>
    </form>
  )
}
