import { useT } from '~/i18n/use-t'

interface OpenStageProps {
  stage: {
    name: string
    state: 'upcoming' | 'open' | 'closed' | 'published'
    frozenAt: string | null
    opensAt: string | null
    rulebookHash: string | null
  }
  start: { works: number; judges: number; accepted: number; waitsFor: string | null; call: { until: string; undecided: number } | null }
}

/** What opening a stage freezes and whom it lets in, said before it is done. */
export function OpenStage({ stage, start }: OpenStageProps) {
  const t = useT('console')
  if (stage.state !== 'upcoming') {
    return (
      <p className="rest">
        <span>{t('open.opened', { at: stage.frozenAt ?? '' })}</span>
        {stage.rulebookHash && <span className="hash">SHA-256 {stage.rulebookHash}</span>}
      </p>
    )
  }
  const blocked = start.waitsFor
    ? t('open.waitsFor', { stage: start.waitsFor })
    : start.works === 0
      ? t('openRefusal.no-works')
      : start.judges === 0
        ? t('openRefusal.no-judges')
        : null
  return (
    <section>
      <h2>{t('open.title', { stage: stage.name })}</h2>
      <ul className="plain-list">
        <li>{t('open.works', { works: start.works })}</li>
        <li>{t('open.judges', { judges: start.judges, accepted: start.accepted })}</li>
        <li>{t('open.freezes')}</li>
        <li>{t('open.precheck')}</li>
        {stage.opensAt && <li>{t('open.planned', { at: stage.opensAt })}</li>}
      </ul>
      <form method="post" className="deed">
        {start.call && !blocked && (
          <fieldset className="field">
            <legend>{t('open.endsCallTitle')}</legend>
            <p>{t('open.endsCall', start.call)}</p>
            <label className="choice">
              <input type="checkbox" name="endsCall" value="yes" required />
              <span>{t('open.endsCallYes')}</span>
            </label>
          </fieldset>
        )}
        <button className="button button--act" name="intent" value="open" disabled={blocked !== null}>
          {t('open.do', { stage: stage.name })}
        </button>
        <p>{blocked ?? t('open.irreversible')}</p>
      </form>
    </section>
  )
}
