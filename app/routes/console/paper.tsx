import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { panelStage } from '~/domain/judging/panel/queries.server'
import { paperFrame, paperSheets } from '~/domain/judging/paper/queries.server'
import { sheetCriteria } from '~/domain/judging/measured/recorded-points'
import { isMeasured } from '~/domain/judging/rulebook'
import { textIn, unitIn } from '~/domain/judging/rulebook-text'
import { may } from '~/domain/people/permissions'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireStaff } from '~/session.server'
import { PaperList } from '~/ui/live/paper-list'
import { PaperTyping } from '~/ui/live/paper-typing'
import { pageMeta } from '~/ui/page-meta'
import liveCss from '~/ui/styles/live.css?url'
import { actOnPaper } from './paper-act.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: liveCss }]

async function scoredStage(eventId: string, stageId: string) {
  const stage = await panelStage(eventId, stageId)
  if (!stage || stage.type === 'vote') throw notFound()
  return stage
}

export async function loader({ request, params: { slug = '', stage: stageId = '' } }: LoaderFunctionArgs) {
  const { personId, roles } = await requireStaff(request, slug, 'marks.type-in')
  const lang = langOf(request)
  const stage = await scoredStage(slug, stageId)
  const [frame, paper, sheets] = await Promise.all([eventFrame(slug), paperFrame(slug, stageId), paperSheets(slug, stageId)])
  const query = new URL(request.url).searchParams
  const language = lang === 'en' ? 'en' : 'zh'
  const criteria = sheetCriteria(paper.rulebook).map((criterion) => ({
    id: criterion.id,
    name: textIn(criterion.name, language),
    range: isMeasured(criterion) ? unitIn(criterion.measured.unit, language) : `${criterion.min}–${criterion.max}`,
  }))
  const seat = paper.seats.find(({ id }) => id === query.get('seat')) ?? null
  const work = seat && paper.worksOf(seat.id).find(({ code }) => code === query.get('work')?.trim().toUpperCase())
  const labelOf = new Map(paper.seats.map(({ id, label, name }) => [id, { label, name }]))
  const done = query.get('done')
  return {
    page: { title: `${say(stage.name, lang)} · ${translator(lang, 'live')('paper.title')} · ${say(frame.name, lang)}` },
    slug,
    stage: { id: stage.id, name: say(stage.name, lang), open: stage.state === 'open' },
    seats: paper.seats,
    works: paper.works.map(({ code }) => code),
    criteria,
    chosen: seat && work ? { seatId: seat.id, label: seat.label, judge: seat.name, code: work.code, title: work.title } : null,
    told: done === 'first' || done === 'second' ? done : done === 'marks' ? Number.parseInt(query.get('count') ?? '0', 10) : null,
    maySettle: may(roles, 'stage.run'),
    sheets: sheets.map(({ seatId, code, first, second, differences, reason, reconciledAt }) => ({
      seatId,
      code,
      reason,
      ...(labelOf.get(seatId) ?? { label: '', name: '' }),
      first: first.by,
      second: second?.by ?? null,
      mineFirst: first.byId === personId,
      differences:
        differences?.map((one) => ({ ...one, name: criteria.find(({ id }) => id === one.criterion)?.name ?? one.criterion })) ?? null,
      settled: reconciledAt !== null,
    })),
  }
}

export async function action({ request, params: { slug = '', stage: stageId = '' } }: ActionFunctionArgs) {
  const { personId, roles } = await requireStaff(request, slug, 'marks.type-in')
  const lang = langOf(request)
  await scoredStage(slug, stageId)
  const form = await readForm(request)
  const answer = await actOnPaper({ eventId: slug, stageId, byId: personId, maySettle: may(roles, 'stage.run'), form, lang })
  if ('refusal' in answer)
    return data({ refusal: answer.refusal, typed: Object.fromEntries([...form].map(([name, value]) => [name, String(value)])) }, 409)
  return redirect(`${localPath(lang, `/console/${slug}/stages/${stageId}/paper`)}?${answer.query}`)
}

export default function Paper() {
  const { slug, stage, seats, works, criteria, chosen, told, sheets, maySettle } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('live')
  const to = useLocalPath()
  const path = to(`/console/${slug}/stages/${stage.id}/paper`)
  const print = `/console/${slug}/stages/${stage.id}/score-sheets.pdf`
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('paper.titleOf', { stage: stage.name })}</h1>
          <p>{t('paper.lead')}</p>
        </div>
        <div className="end">
          <a className="button" href={print}>
            {t('paper.print')}
          </a>
        </div>
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {told !== null && (
        <p className="notice notice--done" role="status">
          <span>
            {told === 'first' ? t('paper.savedFirst') : told === 'second' ? t('paper.savedSecond') : t('paper.savedMarks', { count: told })}
          </span>
        </p>
      )}
      {seats.length > 0 && works.length > 0 ? (
        <>
          <p className="small row">
            {seats.map(({ id, label, name }) => (
              <a key={id} href={`${print}?seat=${id}`}>
                {t('paper.printOne', { label: `${label} ${name}` })}
              </a>
            ))}
          </p>
          {stage.open ? (
            <PaperTyping path={path} seats={seats} works={works} criteria={criteria} chosen={chosen} typed={answer?.typed ?? null} />
          ) : (
            <p className="quiet small">{t('paper.refusal.stage-not-open')}</p>
          )}
        </>
      ) : (
        <p className="empty">{t('paper.nothing')}</p>
      )}
      <PaperList path={path} sheets={sheets} open={stage.open} maySettle={maySettle} />
    </>
  )
}
