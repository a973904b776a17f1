import { useLocation } from '@remix-run/react'
import { useT } from '~/i18n/use-t'

/** Next and previous of a list; keeps the rest of the query. */
export function Pager({ page, pages }: { page: number; pages: number }) {
  const t = useT('ui')
  const { pathname, search } = useLocation()
  if (pages <= 1) return null
  const at = (to: number) => {
    const query = new URLSearchParams(search)
    query.set('page', String(to))
    return `${pathname}?${query.toString()}`
  }
  return (
    <nav className="row" aria-label={t('pageOf', { page, pages })} style={{ paddingBlock: 'var(--s-5)' }}>
      {page > 1 && (
        <a className="button button--quiet button--small" href={at(page - 1)} rel="prev">
          {t('previous')}
        </a>
      )}
      <span className="quiet small num">{t('pageOf', { page, pages })}</span>
      {page < pages && (
        <a className="button button--quiet button--small" href={at(page + 1)} rel="next">
          {t('next')}
        </a>
      )}
    </nav>
  )
}
