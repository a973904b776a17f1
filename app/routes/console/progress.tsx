import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { closeStage } from '~/domain/judging/close-stage.server'
import { panelSeats, panelStage } from '~/domain/judging/panel/queries.server'
import { remindJudges, RemindForm } from '~/domain/judging/panel/remind-judges.server'
import { seatState } from '~/domain/judging/panel/seat-state'
import { endVoting } from '~/domain/judging/votes/end-voting.server'
import { hasFirstPass } from '~/domain/judging/votes/passes'
import { newId } from '~/domain/new-id.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { stageStanding } from '~/domain/reporting/stage-standing.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireStaff } from '~/session.server'
import { CloseStage } from '~/ui/console/close-stage'
import { JudgeProgress } from '~/ui/console/judge-progress'
import { LateList } from '~/ui/live/late-list'
import { pageMeta } from '~/ui/page-meta'
import { pageNumber } from '~/ui/page-number'
import { Pager } from '~/ui/pager'
import liveCss from '~/ui/styles/live.css?url'
import { lateRows } from './late-rows.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: liveCss }]
const ROWS = 100

export async function loader({ request, params: { slug = '', stage: stageId = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'stage.run')
  const lang = langOf(request)
  const stage = await panelStage(slug, stageId)
  if (!stage) throw notFound()
  const [frame, standing, seats] = await Promise.all([eventFrame(slug), stageStanding(slug, stageId), panelSeats(slug, stageId)])
  const now = new Date()
  const isOut = (one: (typeof seats)[number]['invitations'][number]) => !one.acceptedAt && !one.revokedAt && one.expiresAt > now
  const invited = new Set(seats.filter(({ invitations }) => invitations.some(isOut)).map(({ id }) => id))
  const late = await lateRows(slug, stageId, lang, frame.timezone)
  const query = new URL(request.url).searchParams
  const judge = standing.judges.find(({ judge: id }) => id === query.get('judge'))?.judge ?? null
  const behind = standing.works.filter((work) =>
    judge ? work.missing.includes(judge) || work.partial.includes(judge) : work.complete < work.expected,
  )
  const page = pageNumber(query)
  const labelOf = new Map(standing.judges.map((row) => [row.judge, row.label]))
  const labels = (ids: string[]) => ids.map((id) => labelOf.get(id) ?? '')
  const at = (date: Date | null) => date && formatDateTime(date, lang, frame.timezone)
  const groupName = new Map(frame.groups.map(({ id, name }) => [id, say(name, lang)]))
  return {
    page: { title: `${say(stage.name, lang)} · ${translator(lang, 'console')('nav.progress')} · ${say(frame.name, lang)}` },
    slug,
    judge,
    phase: !hasFirstPass(stage) || stage.keptAt ? null : stage.votingEndedAt ? ('deciding' as const) : ('voting' as const),
    told: Number.parseInt(query.get('told') ?? '', 10) || null,
    requestKey: newId(),
    stage: {
      id: stage.id,
      name: say(stage.name, lang),
      marks: stage.type !== 'vote',
      state: stage.state,
      closesAt: at(stage.closesAt),
      closedAt: at(stage.closedAt),
    },
    expected: standing.expected,
    complete: standing.complete,
    judges: standing.judges.map(({ judge: id, label, name, expected, complete, partial, recused, acceptedAt, declaredAt, lockedAt }) => ({
      id,
      label,
      name,
      expected,
      complete,
      partial,
      recused,
      accepted: acceptedAt !== null,
      state: seatState({
        locked: lockedAt !== null,
        declared: declaredAt !== null,
        accepted: acceptedAt !== null,
        invited: invited.has(id),
      }),
      declared: declaredAt !== null,
      lockedAt: at(lockedAt),
    })),
    works: behind.slice((page - 1) * ROWS, page * ROWS).map(({ entry, expected, complete, missing, partial, recused }) => {
      const label = standing.labels.get(entry)
      return {
        entry,
        code: label?.code ?? '',
        title: label?.title ?? '',
        group: groupName.get(label?.group ?? '') ?? '',
        expected,
        complete,
        missing: labels(missing),
        partial: labels(partial),
        recused: labels(recused),
      }
    }),
    late,
    behind: behind.length,
    at: page,
    pages: Math.max(1, Math.ceil(behind.length / ROWS)),
    obstacles: standing.obstacles.map(({ judges, ...row }) => ({ ...row, judges: labels(judges) })),
  }
}

export async function action({ request, params: { slug = '', stage: stageId = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'stage.run')
  const lang = langOf(request)
  const t = translator(lang, 'console')
  if (!(await panelStage(slug, stageId))) throw notFound()
  const here = localPath(lang, `/console/${slug}/stages/${stageId}`)
  const form = await readForm(request)
  if (form.get('intent') === 'remind') {
    const given = RemindForm.safeParse({ seats: form.getAll('seats'), requestKey: form.get('requestKey') })
    if (!given.success) return data({ refusal: t('progress.nobodyChosen') }, 400)
    const outcome = await remindJudges({ ...given.data, eventId: slug, stageId, personId })
    return outcome.ok
      ? redirect(`${here}/progress?told=${outcome.value.told}`)
      : data({ refusal: t(`remindRefusal.${outcome.reason}`) }, 409)
  }
  const because = form.get('unsignedBecause')
  const unsigned = because === 'absence' || because === 'chair-decided' ? ({ unsignedBecause: because } as const) : {}
  if (form.get('intent') === 'end-voting') {
    const outcome = await endVoting({ eventId: slug, stageId, byId: personId, now: new Date(), ...unsigned })
    return outcome.ok
      ? redirect(`${here}/votes`)
      : data(
          { refusal: translator(lang, 'jury')(`endVoting.refusal.${outcome.reason}`, { count: Number(outcome.detail?.obstacles ?? 0) }) },
          409,
        )
  }
  if (form.get('intent') === 'close') {
    const outcome = await closeStage({ eventId: slug, stageId, byId: personId, now: new Date(), ...unsigned })
    // pressed twice: what was asked for is done
    if (outcome.ok || (outcome.reason === 'not-open' && (await panelStage(slug, stageId))?.state === 'closed'))
      return redirect(`${here}/ranking`)
    return data({ refusal: t(`closeRefusal.${outcome.reason}`, { count: Number(outcome.detail?.obstacles ?? 0) }) }, 409)
  }
  return data({ refusal: t('judges.nothingAsked') }, 400)
}

export default function Progress() {
  const { slug, stage, phase, judges, works, behind, at, pages, expected, complete, obstacles, requestKey, judge, told, late } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('console')
  const jury = useT('jury')
  const to = useLocalPath()
  const path = to(`/console/${slug}/stages/${stage.id}/progress`)
  const changes = to(`/console/${slug}/stages/${stage.id}/changes`)
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('progress.title', { stage: stage.name })}</h1>
          <p>
            {stage.state === 'upcoming'
              ? t('progress.notOpen')
              : t('progress.lead', { complete, expected, percent: expected ? Math.floor((complete / expected) * 100) : 0 })}
            {stage.state === 'open' && stage.closesAt && ` ${t('progress.closesAt', { at: stage.closesAt })}`}
          </p>
        </div>
      </header>
      {told !== null && (
        <p className="notice notice--done" role="status">
          <span>{t('progress.told', { count: told })}</span>
        </p>
      )}
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      <JudgeProgress judges={judges} path={path} chosen={judge} open={stage.state === 'open'} requestKey={requestKey} />
      {stage.state !== 'upcoming' && (
        <>
          <h2>
            {judge ? t('progress.worksOf', { label: judges.find(({ id }) => id === judge)?.label ?? '' }) : t('progress.works')}{' '}
            <small>{behind}</small>
          </h2>
          {works.length === 0 ? (
            <p className="quiet small">{t('progress.complete')}</p>
          ) : (
            <div className="table-scroll" tabIndex={0}>
              <table className="dense">
                <thead>
                  <tr>
                    <th scope="col">{t('col.code')}</th>
                    <th scope="col">{t('col.title')}</th>
                    <th scope="col">{t('col.group')}</th>
                    <th scope="col" className="num">
                      {t('progress.marked')}
                    </th>
                    <th scope="col">{t('progress.missing')}</th>
                    <th scope="col">{t('progress.partial')}</th>
                    <th scope="col">{t('progress.recused')}</th>
                  </tr>
                </thead>
                <tbody>
                  {works.map((work) => (
                    <tr key={work.entry}>
                      <td className="num start">
                        <a href={to(`/console/${slug}/entries/${work.entry}`)}>{work.code}</a>
                      </td>
                      <th scope="row">{work.title}</th>
                      <td>{work.group}</td>
                      <td className="num">
                        {work.complete} / {work.expected}
                      </td>
                      <td>{work.missing.join(' ')}</td>
                      <td>{work.partial.join(' ')}</td>
                      <td>{work.recused.join(' ')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <Pager page={at} pages={pages} />
        </>
      )}
      {late.length > 0 && <LateList path={changes} late={late} published={stage.state === 'published'} />}
      {stage.marks && stage.state !== 'upcoming' && (
        <p className="rest">
          <span>{t('progress.changesWhat')}</span>
          <a href={changes}>{t('progress.changes')}</a>
        </p>
      )}
      {stage.state === 'open' && phase !== 'deciding' && (
        <CloseStage stage={stage} obstacles={obstacles} path={path} voting={phase === 'voting'} />
      )}
      {phase === 'deciding' && (
        <p className="rest">
          <span>{jury('endVoting.next')}</span>
          <a href={to(`/console/${slug}/stages/${stage.id}/votes`)}>{jury('votes.toVotes')}</a>
        </p>
      )}
      {(stage.state === 'closed' || stage.state === 'published') && (
        <p className="rest">
          <span>{t('progress.closed', { at: stage.closedAt ?? '' })}</span>
          <a href={to(`/console/${slug}/stages/${stage.id}/ranking`)}>{t('progress.toRanking')}</a>
        </p>
      )}
    </>
  )
}
