import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asked, PAGE_ROWS, readEntryFilter, writeEntryFilter } from '~/domain/entries/precheck/entry-filter'
import { entryPage, entryPlaces } from '~/domain/entries/precheck/entry-list.server'
import { may } from '~/domain/people/permissions'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { dropFilter } from '~/domain/reporting/saved-filters/drop-filter.server'
import { savedFilters } from '~/domain/reporting/saved-filters/queries.server'
import { saveFilter, SaveFilterForm } from '~/domain/reporting/saved-filters/save-filter.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { requireStaff } from '~/session.server'
import { EntrySieve } from '~/ui/console/entry-sieve'
import { EntryTable } from '~/ui/console/entry-table'
import { EntryTabs } from '~/ui/console/entry-tabs'
import { SavedFilters } from '~/ui/console/saved-filters'
import { NotedDownload } from '~/ui/console/noted-download'
import { pageMeta } from '~/ui/page-meta'
import { pageNumber } from '~/ui/page-number'
import { Pager } from '~/ui/pager'
import { listedRows, sieveChoices } from './listed-rows.server'

export const meta = pageMeta
const PAGE = 'entries'

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  const { personId, roles } = await requireStaff(request, slug, 'entries.view')
  const lang = langOf(request)
  const query = new URL(request.url).searchParams
  const filter = readEntryFilter(query)
  const page = pageNumber(query)
  const [frame, list, places, saved] = await Promise.all([
    eventFrame(slug),
    entryPage(slug, filter, page),
    entryPlaces(slug),
    savedFilters(slug, personId, PAGE),
  ])
  return {
    page: { title: `${translator(lang, 'console')('nav.entries')} · ${say(frame.name, lang)}` },
    slug,
    filter,
    saved,
    choices: sieveChoices(frame, places, lang),
    ...listedRows(list, { slug, lang, timezone: frame.timezone, personId }),
    at: page,
    mayTypeIn: may(roles, 'entries.type-in'),
    mayWrite: may(roles, 'notices.send'),
    mayPrint: may(roles, 'papers.make'),
  }
}

export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'entries.view')
  const form = await readForm(request)
  const here = localPath(langOf(request), `/console/${slug}/entries`)
  const drop = form.get('drop')
  if (typeof drop === 'string') {
    await dropFilter({ eventId: slug, personId, id: drop })
    return redirect(here + writeEntryFilter(readEntryFilter(new URLSearchParams(String(form.get('query'))))))
  }
  const given = SaveFilterForm.safeParse(Object.fromEntries(form))
  if (!given.success) return redirect(here)
  // what is kept is the filter as it reads back, not whatever the form said
  const query = writeEntryFilter(readEntryFilter(new URLSearchParams(given.data.query)))
  await saveFilter({ eventId: slug, personId, page: PAGE, name: given.data.name, query })
  return redirect(here + query)
}

export default function Entries() {
  const data = useLoaderData<typeof loader>()
  const { slug, filter, total, at, pages } = data
  const t = useT('console')
  const to = useLocalPath()
  const query = writeEntryFilter(filter)
  const download = (format: string) =>
    `/console/${slug}/entries.xlsx${query ? `${query}&` : '?'}format=${format}&lang=${to('/') === '/' ? 'zh' : 'en'}`
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('nav.entries')}</h1>
          <p>{t('entries.lead')}</p>
        </div>
        <div className="end">
          {data.mayWrite && total > 0 && (
            <a className="button button--quiet" href={to(`/console/${slug}/notices${query}`)}>
              {t('entries.write', { count: total })}
            </a>
          )}
          {data.mayPrint && total > 0 && (
            <a className="button button--quiet" href={to(`/console/${slug}/papers${query}`)}>
              {t('entries.papers')}
            </a>
          )}
          {data.mayTypeIn && (
            <a className="button" href={to(`/console/${slug}/entries/type-in`)}>
              {t('entries.typeIn')}
            </a>
          )}
        </div>
      </header>
      <div className="filters">
        <EntryTabs slug={slug} page="entries" filter={filter} byState={data.byState} />
        <div className="end">
          <NotedDownload path={download('xlsx')}>{t('download.xlsx')}</NotedDownload>
          <NotedDownload path={download('csv')}>{t('download.csv')}</NotedDownload>
        </div>
      </div>
      <EntrySieve path={to(`/console/${slug}/entries`)} filter={filter} {...data.choices} byGroup={data.byGroup} />
      <SavedFilters saved={data.saved} query={query} path={to(`/console/${slug}/entries`)} asked={asked(filter)} />
      {data.rows.length === 0 ? (
        <p className="empty">{asked(filter) > 0 ? t('entries.nothingFound') : t('entries.none')}</p>
      ) : (
        <EntryTable slug={slug} filter={filter} rows={data.rows} />
      )}
      <p className="rest">
        <span>
          {t('entries.sum', { count: total })}
          {data.choices.groups.map(
            ({ id, name }) => ` · ${t('entries.groupSum', { name, count: data.byGroup.find((row) => row.groupId === id)?.count ?? 0 })}`,
          )}
        </span>
        <span>
          {t('entries.shown', { from: data.rows.length ? (at - 1) * PAGE_ROWS + 1 : 0, to: (at - 1) * PAGE_ROWS + data.rows.length })}
        </span>
      </p>
      <Pager page={at} pages={pages} />
    </>
  )
}
