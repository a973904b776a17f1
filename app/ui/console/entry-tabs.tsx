import { entryStates, writeEntryFilter, type EntryFilter } from '~/domain/entries/precheck/entry-filter'
import type { EntryState } from '~/generated/prisma/enums'
import { useLocalPath, useT } from '~/i18n/use-t'

interface EntryTabsProps {
  slug: string
  page: string
  filter: EntryFilter
  byState: { state: EntryState; count: number }[]
}

/** The states of entries with how many there are, as links that keep the rest of the filter. */
export function EntryTabs({ slug, page, filter, byState }: EntryTabsProps) {
  const t = useT('console')
  const to = useLocalPath()
  const count = (state: EntryState) => byState.find((row) => row.state === state)?.count ?? 0
  const all = byState.reduce((sum, row) => sum + (row.state === 'draft' ? 0 : row.count), 0)
  const href = (state: EntryState | null) => to(`/console/${slug}/${page}${writeEntryFilter(filter, { state })}`)
  return (
    <>
      <a href={href(null)} aria-current={filter.state === null ? 'true' : undefined}>
        {t('entries.all')} <small>{all}</small>
      </a>
      {entryStates
        .filter((state) => count(state) > 0 || filter.state === state)
        .map((state) => (
          <a key={state} href={href(state)} aria-current={filter.state === state ? 'true' : undefined}>
            {t(`entryState.${state}`)} <small>{count(state)}</small>
          </a>
        ))}
    </>
  )
}
