import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fileAddress } from '~/domain/entries/file-address.server'
import { smallPictures } from '~/domain/entries/precheck/queries.server'
import { noticeAhead } from '~/domain/judging/objections/notice-ahead.server'
import { publishedAwards } from '~/domain/judging/publication/published-awards.server'
import { describeRulebook } from '~/domain/judging/describe-rulebook'
import { calibrateStage } from '~/domain/judging/calibrate-stage.server'
import { panelStage } from '~/domain/judging/panel/queries.server'
import { thinlyMarked } from '~/domain/judging/thinly-marked'
import { openTies } from '~/domain/judging/ties/open-ties'
import { tieRecord } from '~/domain/reporting/tie-record.server'
import { hasFirstPass, passOf } from '~/domain/judging/votes/passes'
import { may } from '~/domain/people/permissions'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { officialRanking, resultAudience } from '~/domain/reporting/official-ranking.server'
import { rankingViews, rowsOf } from '~/domain/reporting/ranking-rows'
import { formatDate, formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireStaff } from '~/session.server'
import { PublishStage } from '~/ui/console/publish-stage'
import { CalibratedNotes } from '~/ui/console/calibrated-notes'
import { RankingFilters } from '~/ui/console/ranking-filters'
import { RankingTable } from '~/ui/console/ranking-table'
import { OpenTies } from '~/ui/console/open-ties'
import { TieRecord } from '~/ui/console/tie-record'
import { pageMeta } from '~/ui/page-meta'
import { pageNumber } from '~/ui/page-number'
import { Pager } from '~/ui/pager'
import { actOnRanking } from './ranking-act.server'
import { categoryNames } from './category-names.server'
import { calibratedView } from './calibrated-view.server'
import { rankingRow, sheetDecimals } from './ranking-row.server'

export const meta = pageMeta
const ROWS = 100

export async function loader({ request, params: { slug = '', stage: stageId = '' } }: LoaderFunctionArgs) {
  const { personId, roles } = await requireStaff(request, slug, 'ranking.view')
  const lang = langOf(request)
  const query = new URL(request.url).searchParams
  const stage = await panelStage(slug, stageId)
  if (!stage) throw notFound()
  if (passOf(stage) === 'vote') throw redirect(localPath(lang, `/console/${slug}/stages/${stageId}/votes`))
  const [frame, ranking, chair] = await Promise.all([eventFrame(slug), officialRanking(slug, stageId), tieRecord(slug, stageId, 'mark')])
  const t = translator(lang, 'console')
  const at = (date: Date | null) => date && formatDateTime(date, lang, frame.timezone)
  const works = ranking?.works ?? []
  const { ids: categories, nameOf: categoryName } = categoryNames(frame, works, lang, t('ranking.everyone'))
  const category = categories.find((id) => id === query.get('category')) ?? categories[0] ?? 'all'
  const quota = ranking?.rulebook.quota
  const view = rankingViews.find((one) => one === query.get('view')) ?? 'near'
  const rows = rowsOf(works, category, view, quota)
  const page = pageNumber(query)
  const shown = rows.slice((page - 1) * ROWS, page * ROWS)
  const [pictures, told, noticeUntil, awards] = await Promise.all([
    smallPictures(
      slug,
      shown.map(({ entry }) => entry),
    ),
    stage.state === 'closed'
      ? resultAudience(
          slug,
          works.map(({ entry }) => entry),
        )
      : 0,
    stage.state === 'closed' ? noticeAhead(slug, stageId, new Date()) : null,
    stage.state === 'published' ? publishedAwards(slug) : null,
  ])
  const count = (standing: string) => works.filter((work) => work.standing === standing).length
  const ties = openTies(works)
  const seats = ranking?.seats ?? []
  const decimals = sheetDecimals(works)
  // seconds of work on a large stage: only when it is asked for
  const layer = query.get('calibrated') === '1' && ranking ? await calibrateStage(slug, stageId) : null
  return {
    page: { title: `${say(stage.name, lang)} · ${t('nav.ranking')} · ${say(frame.name, lang)}` },
    slug,
    category,
    view,
    firstPass: hasFirstPass(stage),
    stage: {
      id: stage.id,
      name: say(stage.name, lang),
      state: stage.state,
      publishedAt: at(stage.publishedAt),
      rulebookHash: stage.rulebookHash,
    },
    categories: categories.map((id) => ({ id, name: categoryName(id), count: works.filter((work) => work.category === id).length })),
    counts: Object.fromEntries(rankingViews.map((one) => [one, rowsOf(works, category, one, quota).length])) as Record<
      (typeof rankingViews)[number],
      number
    >,
    calibrated:
      layer && ranking
        ? calibratedView(
            layer,
            ranking,
            category,
            shown.map(({ entry }) => entry),
            may(roles, 'ranking.severity'),
            lang,
          )
        : null,
    rules: ranking
      ? describeRulebook(ranking.rulebook)
          .filter(({ topic }) => topic === 'drop' || topic === 'score')
          .map((rule) => say(rule, lang))
      : [],
    quota: quota ? { places: quota.places, alternates: quota.alternates ?? 0 } : null,
    seats: seats.map(({ id, label, name, lockedAt }) => ({
      id,
      label,
      name,
      locked: lockedAt !== null,
      marked: works.filter(({ sheets }) => id in sheets).length,
      of: works.filter(({ recused }) => !recused.includes(id)).length,
    })),
    rows: shown.map((work) => {
      const picture = pictures.get(work.entry)
      return rankingRow(
        work,
        seats.map(({ id }) => id),
        decimals,
        picture ? fileAddress({ eventId: slug, fileId: picture, class: 'thumb', purpose: 'staff', personId }) : null,
        say(awards?.get(`${stageId} ${work.entry}`), lang),
      )
    }),
    total: rows.length,
    inCategory: works.filter((work) => work.category === category).length,
    at: page,
    pages: Math.max(1, Math.ceil(rows.length / ROWS)),
    problems: ranking?.problems.length ?? 0,
    ties: ties.map((tie) => ({
      rank: tie.rank,
      atCut: tie.atCut,
      category: tie.category,
      name: categoryName(tie.category),
      works: tie.rows.map(({ entry, code, title, total }) => ({ entry, code, title, total })).sort((a, b) => (a.code < b.code ? -1 : 1)),
    })),
    chairs: chair.seats,
    decisions: chair.decisions.map(({ order, rank, category, decidedAt, ...rest }) => ({
      ...rest,
      category: categoryName(category),
      from: rank,
      to: rank + order.length - 1,
      codes: order.map((entry) => works.find((work) => work.entry === entry)?.code ?? ''),
      at: formatDateTime(decidedAt, lang, frame.timezone),
    })),
    publish: {
      places: count('place'),
      alternates: count('alternate'),
      works: works.length,
      told,
      noticeUntil: noticeUntil && formatDate(noticeUntil, lang, frame.timezone),
      undecided: count('tied-at-cut'),
    },
    mayPublish: may(roles, 'ranking.publish'),
    thin:
      stage.state === 'closed'
        ? thinlyMarked(works)
            .map(({ code, judges }) => ({ code, judges }))
            .slice(0, 30)
        : [],
  }
}

export async function action({ request, params: { slug = '', stage: stageId = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'ranking.publish')
  const lang = langOf(request)
  if (!(await panelStage(slug, stageId))) throw notFound()
  const form = await readForm(request)
  const refusal = await actOnRanking({ eventId: slug, stageId, byId: personId, form, lang })
  if (refusal === null) return redirect(localPath(lang, `/console/${slug}/stages/${stageId}/ranking${new URL(request.url).search}`))
  return data({ refusal, typed: Object.fromEntries([...form].map(([name, value]) => [name, String(value)])) }, 409)
}

export default function Ranking() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('console')
  const jury = useT('jury')
  const to = useLocalPath()
  const { slug, stage, rows, total, at, pages } = page
  const path = to(`/console/${slug}/stages/${stage.id}/ranking`)
  return (
    <>
      <header className="workbench-head ranking-head">
        <div>
          <h1>{t('ranking.title', { stage: stage.name })}</h1>
          <p>
            {page.rules.join(' ')} {t('ranking.struck')}{' '}
            {page.firstPass && <a href={to(`/console/${slug}/stages/${stage.id}/votes`)}>{jury('votes.toVotes')}</a>}
          </p>
        </div>
        {page.mayPublish && <PublishStage path={path} slug={slug} stage={stage} publish={page.publish} problems={page.problems} />}
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {page.thin.length > 0 && (
        <p className="notice">
          <span>
            {t('ranking.thin', { count: page.thin.length })}{' '}
            {page.thin.map(({ code, judges }) => t('ranking.thinWork', { code, judges })).join(t('listComma'))}
          </span>
        </p>
      )}
      {stage.state === 'open' && (
        <p className="notice">
          <span>{t('ranking.provisional')}</span>
        </p>
      )}
      <OpenTies
        ties={page.ties}
        path={`${path}?category=${page.category}&view=${page.view}`}
        seats={page.chairs}
        open={stage.state === 'closed' && page.mayPublish}
        typed={answer?.typed}
      />
      <TieRecord
        path={`${path}?category=${page.category}&view=${page.view}`}
        decisions={page.decisions}
        undoable={stage.state === 'closed' && page.mayPublish}
      />
      <RankingFilters
        path={path}
        keep={page.calibrated ? '&calibrated=1' : ''}
        category={page.category}
        view={page.view}
        categories={page.categories}
        counts={page.counts}
        download={`/console/${slug}/stages/${stage.id}/ranking.xlsx?lang=${path.startsWith('/en') ? 'en' : 'zh'}`}
      />
      {stage.state !== 'upcoming' && (
        <CalibratedNotes calibrated={page.calibrated} path={`${path}?category=${page.category}&view=${page.view}`} />
      )}
      {stage.state === 'upcoming' || rows.length === 0 ? (
        <p className="empty">{stage.state === 'upcoming' ? t('ranking.notOpen') : t('ranking.nothing')}</p>
      ) : (
        <RankingTable
          slug={slug}
          firstPass={page.firstPass}
          seats={page.seats}
          rows={rows}
          calibrated={page.calibrated?.cells ?? null}
          quota={page.view === 'near' || page.view === 'all' ? page.quota : null}
        />
      )}
      <p className="rest">
        <span>
          {t('ranking.shown', { shown: rows.length, total: page.inCategory })}
          {page.view === 'near' && total < page.inCategory && (
            <>
              {' '}
              · <a href={`${path}?category=${page.category}&view=all`}>{t('ranking.seeAll')}</a>
            </>
          )}
        </span>
        {stage.rulebookHash && (
          <span className="quiet">
            {t('ranking.rulebook')} SHA-256 {stage.rulebookHash.slice(0, 16)}…
          </span>
        )}
      </p>
      <Pager page={at} pages={pages} />
    </>
  )
}
