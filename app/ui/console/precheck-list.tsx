import { useState, type ComponentProps } from 'react'
import type { EntryFilter } from '~/domain/entries/precheck/entry-filter'
import { writeEntryFilter } from '~/domain/entries/precheck/entry-filter'
import { useLocalPath, useT } from '~/i18n/use-t'
import { Pager } from '~/ui/pager'
import { EntrySieve } from './entry-sieve'
import { EntryTable, type EntryRow } from './entry-table'
import { PrecheckHead } from './precheck-head'
import { RequestKey } from '~/ui/request-key'

interface PrecheckListProps extends Pick<ComponentProps<typeof EntrySieve>, 'groups' | 'tracks' | 'schools' | 'countries' | 'byGroup'> {
  slug: string
  filter: EntryFilter
  rows: (EntryRow & { submittedVersion: number | null })[]
  total: number
  page: number
  pages: number
  /** what was just done to many works */
  decided: { decision: 'accept' | 'return' | 'reject' | 'reopen'; count: number } | null
  over: boolean
  refusal: string | null
  requestKey: string
}

/** The works that wait as rows to tick; what would be done to them is shown before it is. */
export function PrecheckList({ slug, filter, rows, total, page, pages, over, decided, refusal, requestKey, ...sieve }: PrecheckListProps) {
  const t = useT('console')
  const to = useLocalPath()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const path = to(`/console/${slug}/precheck`)
  const query = writeEntryFilter({ ...filter, state: null })
  const all = rows.length > 0 && chosen.size === rows.length
  const toggle = (id: string) =>
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  return (
    <>
      <PrecheckHead slug={slug} query={query} view="list" waiting={total} />
      <EntrySieve path={path} filter={{ ...filter, state: null }} {...sieve} view="list" />
      {over && <p className="notice">{t('refusal.judging-open')}</p>}
      {decided && (
        <p className="notice notice--done" role="status">
          <span>{t(`bulk.done.${decided.decision}`, { count: decided.count })}</span>
        </p>
      )}
      {refusal && (
        <p className="notice" role="alert">
          {refusal}
        </p>
      )}
      {rows.length === 0 ? (
        <p className="empty">{t('precheck.empty')}</p>
      ) : (
        <form method="post" action={`${path}${query ? `${query}&` : '?'}view=list`}>
          <RequestKey value={requestKey} />
          <input type="hidden" name="intent" value="preview" />
          <EntryTable
            slug={slug}
            page="precheck"
            more="view=list"
            filter={{ ...filter, state: null }}
            rows={rows}
            lead={{
              head: (
                <label>
                  <input type="checkbox" checked={all} onChange={() => setChosen(all ? new Set() : new Set(rows.map(({ id }) => id)))} />
                  <span className="visually-hidden">{t('precheck.chooseAll')}</span>
                </label>
              ),
              cell: (row) => (
                <label>
                  <input
                    type="checkbox"
                    name="entries"
                    value={`${row.id}:${rows.find(({ id }) => id === row.id)?.submittedVersion ?? ''}`}
                    checked={chosen.has(row.id)}
                    onChange={() => toggle(row.id)}
                  />
                  <span className="visually-hidden">{t('precheck.choose', { number: row.number ?? row.title })}</span>
                </label>
              ),
            }}
          />
          {!over && (
            <div className="bulk">
              <p className="num" role="status">
                {t('precheck.chosen', { count: chosen.size })}
              </p>
              <button className="button" name="decision" value="accept">
                {t('precheck.acceptMany')}
              </button>
              <button className="button button--quiet" name="decision" value="return">
                {t('precheck.returnMany')}
              </button>
              <button className="button button--quiet" name="decision" value="reject">
                {t('precheck.rejectMany')}
              </button>
              <p>{t('precheck.previewFirst')}</p>
            </div>
          )}
        </form>
      )}
      <Pager page={page} pages={pages} />
    </>
  )
}
