import type { RankingView } from '~/domain/reporting/ranking-rows'
import { useT } from '~/i18n/use-t'
import { NotedDownload } from './noted-download'

interface RankingFiltersProps {
  path: string
  /** what the address carries besides: the order of the chair that is shown */
  keep: string
  category: string
  view: RankingView
  categories: { id: string; name: string; count: number }[]
  counts: Record<RankingView, number>
  download: string
}

/** Which rows of the ranking: near the cut-line, a whole category, works with a recusal, ties that wait for the chair. */
export function RankingFilters({ path, keep, category, view, categories, counts, download }: RankingFiltersProps) {
  const t = useT('console')
  const tab = (one: RankingView, label: string, count: number, of = category) => (
    <a href={`${path}?category=${of}&view=${one}${keep}`} aria-current={view === one && of === category ? 'true' : undefined}>
      {label} <small>{count}</small>
    </a>
  )
  return (
    <>
      {categories.length > 1 && (
        <nav className="filters filters--plain" aria-label={t('col.group')}>
          {categories.map(({ id, name, count }) => (
            <a key={id} href={`${path}?category=${id}&view=${view}${keep}`} aria-current={id === category ? 'true' : undefined}>
              {name} <small>{count}</small>
            </a>
          ))}
        </nav>
      )}
      <div className="filters">
        {tab('near', t('ranking.near'), counts.near)}
        {tab('all', t('entries.all'), counts.all)}
        {counts.tied > 0 && tab('tied', t('ranking.tied'), counts.tied)}
        {tab('recused', t('ranking.recused'), counts.recused)}
        <div className="end">
          <NotedDownload path={download}>{t('download.xlsx')}</NotedDownload>
        </div>
      </div>
    </>
  )
}
