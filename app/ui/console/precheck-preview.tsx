import type { CheckPreview } from '~/domain/entries/precheck/check-preview.server'
import { useLocalPath, useT } from '~/i18n/use-t'
import { CheckForm } from './check-form'

interface PrecheckPreviewProps {
  slug: string
  preview: CheckPreview
  refusal: string | null
  kept: { reasons: string[]; note: string }
  query: string
  requestKey: string
}

/** What a decision on many works would do: how many works, how many people, and which works stay as they are. */
export function PrecheckPreview({ slug, preview, refusal, kept, query, requestKey }: PrecheckPreviewProps) {
  const t = useT('console')
  const to = useLocalPath()
  const path = to(`/console/${slug}/precheck`)
  const back = `${path}${query ? `${query}&` : '?'}view=list`
  const { decision, ready, refused, people } = preview
  const count = ready.length
  return (
    <div className="preview">
      <p className="crumb">
        <a href={back}>← {t('precheck.backToList')}</a>
      </p>
      <header className="workbench-head">
        <h1>{t(`bulk.title.${decision}`, { count })}</h1>
      </header>
      {ready.length > 0 && (
        <CheckForm
          action={back}
          seen={ready.map(({ seen }) => seen)}
          topics={decision === 'accept' ? [] : ['eligibility', 'form', 'names-on-work']}
          requestKey={requestKey}
          kept={kept}
          refusal={refusal}
          next={back.split('?')[1] ?? ''}
          reasonless={decision === 'accept'}
        >
          <div className="deed">
            <button className="button button--act" name="decision" value={decision}>
              {t(`bulk.do.${decision}`, { count })}
            </button>
            <p>{t(`bulk.will.${decision}`, { count, people })}</p>
          </div>
        </CheckForm>
      )}
      {ready.length > 0 && (
        <>
          <h2>
            {t('bulk.these')} <small>{count}</small>
          </h2>
          <ul className="work-names">
            {ready.map((row) => (
              <li key={row.id}>
                <span className="num">{row.number}</span> {row.title}
              </li>
            ))}
          </ul>
        </>
      )}
      {refused.length > 0 && (
        <>
          <h2>
            {t('bulk.notThese')} <small>{refused.length}</small>
          </h2>
          <ul className="plain-list">
            {refused.map((row) => (
              <li key={row.number}>
                <span className="num">{row.number}</span> {row.title} · {t(`refusal.${row.reason}`, { number: row.number ?? '' })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
