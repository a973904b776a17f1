import { useLocalPath, useT } from '~/i18n/use-t'

interface PrecheckHeadProps {
  slug: string
  query: string
  view: 'desk' | 'list'
  waiting: number
}

/** Title of precheck, and its two ways of working: one by one, or many at once. */
export function PrecheckHead({ slug, query, view, waiting }: PrecheckHeadProps) {
  const t = useT('console')
  const to = useLocalPath()
  const path = to(`/console/${slug}/precheck`)
  const join = query ? `${query}&` : '?'
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('nav.precheck')}</h1>
          <p>{t('precheck.lead')}</p>
        </div>
      </header>
      <div className="filters">
        <a href={path + query} aria-current={view === 'desk' ? 'true' : undefined} data-key={view === 'list' ? 'b' : undefined}>
          {t('precheck.oneByOne')} <small>{waiting}</small>
        </a>
        <a
          href={`${path}${join}view=list`}
          aria-current={view === 'list' ? 'true' : undefined}
          data-key={view === 'desk' ? 'b' : undefined}
        >
          {t('precheck.many')}
        </a>
        <div className="end">
          <a href={to(`/console/${slug}/entries?flagged=1`)}>{t('precheck.flagged')}</a>
          <a href={to(`/console/${slug}/entries?state=returned`)}>{t('precheck.returned')}</a>
        </div>
      </div>
    </>
  )
}
