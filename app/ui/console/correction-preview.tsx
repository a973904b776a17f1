import { useT } from '~/i18n/use-t'

type Standing = 'place' | 'alternate' | 'none' | 'withdrawn' | 'disqualified'
interface Stood {
  rank: number | null
  standing: Standing
}

interface CorrectionPreviewProps {
  preview: {
    version: number
    entry: string
    code: string
    leaving: 'withdrawn' | 'disqualified'
    /** the objection that would be upheld by it */
    objection: string | null
    refusal: 'not-in-result' | 'tied-at-cut' | null
    effects: { entry: string; code: string; title: string; before: Stood; after: Stood }[]
  }
  path: string
  typed: Record<string, string> | null
}

/** What a correction changes, work by work, and the form that publishes it. */
export function CorrectionPreview({ preview, path, typed }: CorrectionPreviewProps) {
  const t = useT('console')
  const { version, entry, code, leaving, objection, refusal, effects } = preview
  const stood = ({ rank, standing }: Stood) =>
    [rank === null ? '' : t('objections.rank', { rank }), t(`standing.${standing}`)].filter(Boolean).join(' · ')
  return (
    <section className="tie-box" aria-labelledby="correction">
      <h2 id="correction">{t('objections.preview', { code })}</h2>
      {refusal ? (
        <p>{t(`correctionRefusal.${refusal}`)}</p>
      ) : (
        <>
          <div className="table-scroll" tabIndex={0} role="region" aria-labelledby="correction">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('objections.work')}</th>
                  <th scope="col">{t('objections.before')}</th>
                  <th scope="col">{t('objections.after')}</th>
                </tr>
              </thead>
              <tbody>
                {effects.map((one) => (
                  <tr key={one.entry}>
                    <th scope="row">
                      {one.code} {one.title}
                    </th>
                    <td>{stood(one.before)}</td>
                    <td>{stood(one.after)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <form
            method="post"
            action={`${path}?work=${entry}&leaving=${leaving}${objection ? `&objection=${objection}` : ''}`}
            className="deed"
          >
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="work" value={entry} />
            <input type="hidden" name="leaving" value={leaving} />
            {objection && (
              <div className="field">
                <input type="hidden" name="objection" value={objection} />
                <label htmlFor="objector-reason">{t('objections.reason')}</label>
                <textarea id="objector-reason" name="reason" rows={2} required maxLength={1000} defaultValue={typed?.reason} />
              </div>
            )}
            <div className="field">
              <label htmlFor="reasonZh">{t('objections.reasonZh')}</label>
              <input
                id="reasonZh"
                name="reasonZh"
                type="text"
                required
                maxLength={300}
                defaultValue={typed?.reasonZh}
                aria-describedby="reason-help"
              />
            </div>
            <div className="field">
              <label htmlFor="reasonEn">{t('objections.reasonEn')}</label>
              <input
                id="reasonEn"
                name="reasonEn"
                type="text"
                required
                maxLength={300}
                defaultValue={typed?.reasonEn}
                aria-describedby="reason-help"
              />
            </div>
            <p id="reason-help" className="quiet small">
              {t('objections.reasonHelp')}
            </p>
            <button className="button button--act" name="intent" value={objection ? 'uphold' : 'take-out'}>
              {t('objections.confirm')}
            </button>
            <p>{t('objections.confirmNote')}</p>
          </form>
        </>
      )}
    </section>
  )
}
