import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fileAddress } from '~/domain/entries/file-address.server'
import { smallPictures } from '~/domain/entries/precheck/queries.server'
import { noticeAhead } from '~/domain/judging/objections/notice-ahead.server'
import { panelStage } from '~/domain/judging/panel/queries.server'
import { openTies } from '~/domain/judging/ties/open-ties'
import { describeBallot } from '~/domain/judging/votes/describe-ballot'
import { hasFirstPass, mayDecide, passOf } from '~/domain/judging/votes/passes'
import { may } from '~/domain/people/permissions'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { resultAudience } from '~/domain/reporting/official-ranking.server'
import { officialVotes } from '~/domain/reporting/official-votes.server'
import { rankingViews, rowsOf } from '~/domain/reporting/ranking-rows'
import { tieRecord } from '~/domain/reporting/tie-record.server'
import { formatDate, formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireStaff } from '~/session.server'
import { KeepWorks } from '~/ui/console/keep-works'
import { PublishStage } from '~/ui/console/publish-stage'
import { RankingFilters } from '~/ui/console/ranking-filters'
import { OpenTies } from '~/ui/console/open-ties'
import { TieRecord } from '~/ui/console/tie-record'
import { VoteTable } from '~/ui/console/vote-table'
import { pageMeta } from '~/ui/page-meta'
import { pageNumber } from '~/ui/page-number'
import { Pager } from '~/ui/pager'
import { categoryNames } from './category-names.server'
import { actOnRanking } from './ranking-act.server'

export const meta = pageMeta
const ROWS = 100

export async function loader({ request, params: { slug = '', stage: stageId = '' } }: LoaderFunctionArgs) {
  const { personId, roles } = await requireStaff(request, slug, 'ranking.view')
  const lang = langOf(request)
  const query = new URL(request.url).searchParams
  const stage = await panelStage(slug, stageId)
  const votes = stage && (await officialVotes(slug, stageId))
  if (!stage || !votes) throw notFound()
  const [frame, record] = await Promise.all([eventFrame(slug), tieRecord(slug, stageId, 'vote')])
  const [t, jury] = [translator(lang, 'console'), translator(lang, 'jury')]
  const at = (date: Date | null) => date && formatDateTime(date, lang, frame.timezone)
  const { works, seats, ballot } = votes
  const { ids, nameOf } = categoryNames(frame, works, lang, t('ranking.everyone'))
  const category = ids.find((id) => id === query.get('category')) ?? ids[0] ?? 'all'
  const view = rankingViews.find((one) => one === query.get('view')) ?? 'near'
  const quota = { places: ballot.keep, alternates: ballot.alternates ?? 0 }
  const rows = rowsOf(works, category, view, quota)
  const page = pageNumber(query)
  const shown = rows.slice((page - 1) * ROWS, page * ROWS)
  const first = hasFirstPass(stage)
  const [pictures, told, noticeUntil] = await Promise.all([
    smallPictures(
      slug,
      shown.map(({ entry }) => entry),
    ),
    stage.state === 'closed' && !first
      ? resultAudience(
          slug,
          works.map(({ entry }) => entry),
        )
      : 0,
    stage.state === 'closed' && !first ? noticeAhead(slug, stageId, new Date()) : null,
  ])
  const count = (standing: string) => works.filter((work) => work.standing === standing).length
  const codeOf = new Map(works.map(({ entry, code }) => [entry, code]))
  return {
    page: { title: `${say(stage.name, lang)} · ${jury('votes.nav')} · ${say(frame.name, lang)}` },
    slug,
    category,
    view,
    first,
    quota,
    stage: { id: stage.id, name: say(stage.name, lang), state: stage.state, publishedAt: at(stage.publishedAt) },
    phase: first ? (stage.keptAt ? ('kept' as const) : stage.votingEndedAt ? ('deciding' as const) : ('voting' as const)) : null,
    keptAt: at(stage.keptAt),
    rules: describeBallot(ballot, { first }).map((rule) => say(rule, lang)),
    categories: ids.map((id) => ({ id, name: nameOf(id), count: works.filter((work) => work.category === id).length })),
    counts: Object.fromEntries(rankingViews.map((one) => [one, rowsOf(works, category, one, quota).length])) as Record<
      (typeof rankingViews)[number],
      number
    >,
    seats: seats.map(({ id, label, name }) => ({
      id,
      label,
      name,
      voted: works.filter((work) => id in work.votes).length,
      of: works.filter(({ recused }) => !recused.includes(id)).length,
    })),
    rows: shown.map(({ entry, code, title, rank, counts, votes: given, recused, standing, moved, decidedBy }) => {
      const picture = pictures.get(entry)
      return {
        entry,
        code,
        title,
        rank,
        counts,
        standing,
        moved,
        decidedBy,
        cells: seats.map(({ id }) => given[id] ?? (recused.includes(id) ? ('recused' as const) : null)),
        thumb: picture ? fileAddress({ eventId: slug, fileId: picture, class: 'thumb', purpose: 'staff', personId }) : null,
      }
    }),
    total: rows.length,
    inCategory: works.filter((work) => work.category === category).length,
    at: page,
    pages: Math.max(1, Math.ceil(rows.length / ROWS)),
    ties: openTies(works).map((tie) => ({
      rank: tie.rank,
      atCut: tie.atCut,
      category: tie.category,
      name: nameOf(tie.category),
      works: tie.rows
        .map(({ entry, code, title, counts }) => ({ entry, code, title, total: jury('votes.counts', counts) }))
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
    })),
    chairs: record.seats,
    decisions: record.decisions.map(({ order, rank, category: of, decidedAt, ...rest }) => ({
      ...rest,
      category: nameOf(of),
      from: rank,
      to: rank + order.length - 1,
      codes: order.map((entry) => codeOf.get(entry) ?? ''),
      at: formatDateTime(decidedAt, lang, frame.timezone),
    })),
    decidable: mayDecide(stage) && passOf(stage) === 'vote' && may(roles, 'ranking.publish'),
    publish: {
      places: count('place'),
      alternates: count('alternate'),
      works: works.length,
      told,
      noticeUntil: noticeUntil && formatDate(noticeUntil, lang, frame.timezone),
      undecided: count('tied-at-cut'),
    },
    mayPublish: may(roles, 'ranking.publish'),
  }
}

export async function action({ request, params: { slug = '', stage: stageId = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'ranking.publish')
  const lang = langOf(request)
  if (!(await panelStage(slug, stageId))) throw notFound()
  const form = await readForm(request)
  const refusal = await actOnRanking({ eventId: slug, stageId, byId: personId, form, lang })
  if (refusal === null) return redirect(localPath(lang, `/console/${slug}/stages/${stageId}/votes${new URL(request.url).search}`))
  return data({ refusal, typed: Object.fromEntries([...form].map(([name, value]) => [name, String(value)])) }, 409)
}

export default function Votes() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('console')
  const jury = useT('jury')
  const to = useLocalPath()
  const { slug, stage, rows, at, pages, first } = page
  const path = to(`/console/${slug}/stages/${stage.id}/votes`)
  const here = `${path}?category=${page.category}&view=${page.view}`
  return (
    <>
      <header className="workbench-head ranking-head">
        <div>
          <h1>{jury(first ? 'votes.firstTitle' : 'votes.title', { stage: stage.name })}</h1>
          <p>{page.rules.join(' ')}</p>
        </div>
        {page.mayPublish && !first && <PublishStage path={path} slug={slug} stage={stage} publish={page.publish} problems={0} />}
        {page.mayPublish && first && (
          <KeepWorks
            path={path}
            slug={slug}
            stage={stage}
            phase={page.phase}
            keptAt={page.keptAt}
            keeps={page.publish.places}
            works={page.publish.works}
            undecided={page.publish.undecided}
          />
        )}
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {stage.state === 'open' && page.phase !== 'deciding' && page.phase !== 'kept' && (
        <p className="notice">
          <span>{jury('votes.provisional')}</span>
        </p>
      )}
      <OpenTies ties={page.ties} path={here} seats={page.chairs} open={page.decidable} typed={answer?.typed} />
      <TieRecord path={here} decisions={page.decisions} undoable={page.decidable} />
      <RankingFilters
        path={path}
        keep=""
        category={page.category}
        view={page.view}
        categories={page.categories}
        counts={page.counts}
        download={`/console/${slug}/stages/${stage.id}/ranking.xlsx?lang=${path.startsWith('/en') ? 'en' : 'zh'}${first ? '&pass=vote' : ''}`}
      />
      {stage.state === 'upcoming' || rows.length === 0 ? (
        <p className="empty">{stage.state === 'upcoming' ? jury('votes.notOpen') : t('ranking.nothing')}</p>
      ) : (
        <VoteTable slug={slug} seats={page.seats} rows={rows} quota={page.view === 'near' || page.view === 'all' ? page.quota : null} />
      )}
      <p className="rest">
        <span>
          {t('ranking.shown', { shown: rows.length, total: page.inCategory })}
          {page.view === 'near' && page.total < page.inCategory && (
            <>
              {' '}
              · <a href={`${path}?category=${page.category}&view=all`}>{t('ranking.seeAll')}</a>
            </>
          )}
        </span>
      </p>
      <Pager page={at} pages={pages} />
    </>
  )
}
