import { useT } from '~/i18n/use-t'

interface SavedFiltersProps {
  saved: { id: string; name: string; query: string }[]
  /** the query of the list as it stands */
  query: string
  path: string
  /** how many questions the list asks; a list that asks none needs no name */
  asked: number
}

/** Lists one has given a name, and the place to name this one. */
export function SavedFilters({ saved, query, path, asked }: SavedFiltersProps) {
  const t = useT('console')
  if (saved.length === 0 && asked === 0) return null
  const current = saved.find((row) => row.query === query)
  return (
    <div className="saved">
      {saved.map((row) => (
        <a key={row.id} className="chip" href={path + row.query} aria-current={row === current ? 'true' : undefined}>
          {row.name}
        </a>
      ))}
      {asked > 0 && (
        <a className="clear" href={path}>
          {t('saved.clear')}
        </a>
      )}
      {current ? (
        <form method="post" action={path}>
          <input type="hidden" name="query" value={query} />
          <button className="plain small" name="drop" value={current.id}>
            {t('saved.drop', { name: current.name })}
          </button>
        </form>
      ) : asked > 0 ? (
        <form method="post" action={path}>
          <input type="hidden" name="query" value={query} />
          <label className="visually-hidden" htmlFor="filter-name">
            {t('saved.name')}
          </label>
          <input id="filter-name" name="name" required maxLength={30} placeholder={t('saved.name')} />
          <button className="button button--quiet button--small">{t('saved.save')}</button>
        </form>
      ) : null}
    </div>
  )
}
