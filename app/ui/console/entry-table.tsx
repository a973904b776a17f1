import type { ReactNode } from 'react'
import { writeEntryFilter, type EntryFilter, type EntrySort } from '~/domain/entries/precheck/entry-filter'
import type { EntryOrigin, EntryState } from '~/generated/prisma/enums'
import { useLocalPath, useT } from '~/i18n/use-t'

export interface EntryRow {
  id: string
  number: string | null
  code: string | null
  title: string
  group: string
  track: string | null
  state: EntryState
  origin: EntryOrigin
  submittedAt: string | null
  authors: { name: string; organisation: string; country: string }[]
  /** countries of foreign authors */
  from: string[]
  thumbUrl: string | null
  flags: number
}

interface EntryTableProps {
  slug: string
  filter: EntryFilter
  rows: EntryRow[]
  page?: string
  /** what else the addresses of the page carry */
  more?: string
  /** what stands at the start of a row, such as a box to tick */
  lead?: { head: ReactNode; cell: (row: EntryRow) => ReactNode }
}

/** The list itself: one entry a row, heads that sort. */
export function EntryTable({ slug, filter, rows, page = 'entries', more, lead }: EntryTableProps) {
  const t = useT('console')
  const to = useLocalPath()
  const head = (sort: EntrySort, label: string) => {
    const active = filter.sort === sort
    const descending = active ? !filter.descending : sort === 'submitted'
    const query = writeEntryFilter(filter, { sort, descending })
    const address = `/console/${slug}/${page}${query}${more ? `${query ? '&' : '?'}${more}` : ''}`
    return (
      <th scope="col" aria-sort={active ? (filter.descending ? 'descending' : 'ascending') : undefined}>
        <a href={to(address)}>
          {label}
          {active ? (filter.descending ? ' ↓' : ' ↑') : ''}
        </a>
      </th>
    )
  }
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="dense">
        <thead>
          <tr>
            {lead && (
              <th scope="col" className="check">
                {lead.head}
              </th>
            )}
            <th scope="col">
              <span className="visually-hidden">{t('col.picture')}</span>
            </th>
            {head('number', t('col.number'))}
            {head('title', t('col.title'))}
            <th scope="col">{t('col.authors')}</th>
            {head('group', t('col.group'))}
            {head('state', t('col.state'))}
            {head('code', t('col.code'))}
            {head('submitted', t('col.submitted'))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {lead && <td className="check">{lead.cell(row)}</td>}
              <td className="pic">
                {row.thumbUrl ? (
                  <img className="thumb" src={row.thumbUrl} alt="" width="56" height="40" loading="lazy" />
                ) : (
                  <span className="thumb" />
                )}
              </td>
              <td className="num start">{row.number ?? '—'}</td>
              <th scope="row" className="wrap">
                <a href={to(`/console/${slug}/entries/${row.id}`)}>{row.title || t('entries.untitled')}</a>
                {row.flags > 0 && <small>{t('entries.flags', { count: row.flags })}</small>}
              </th>
              <td className="wrap">
                {row.authors.map(({ name }) => name).join(t('listComma'))}
                <small>
                  {[...new Set(row.authors.map(({ organisation }) => organisation))].filter(Boolean).join(t('listComma'))}
                  {row.from.map((country) => ` · ${country}`)}
                </small>
              </td>
              <td>
                {row.group}
                {row.track && <small>{row.track}</small>}
              </td>
              <td>
                <span className={`state state--${row.state}`}>{t(`entryState.${row.state}`)}</span>
              </td>
              <td className="num start">{row.code ?? '—'}</td>
              <td>
                {row.submittedAt ?? '—'}
                {row.origin !== 'online' && <small>{t(`origin.${row.origin}`)}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
