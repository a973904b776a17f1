import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerMaking } from '~/domain/judging/production/answer-making.server'
import { fillPlace } from '~/domain/judging/production/fill-place.server'
import { makingBoard } from '~/domain/judging/production/queries.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireStaff } from '~/session.server'
import { MakingTable } from '~/ui/scan/making-table'
import { pageMeta } from '~/ui/page-meta'
import liveCss from '~/ui/styles/live.css?url'
import { readMakingAnswer } from '../entrant/making-form'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: liveCss }]

export async function loader({ request, params: { slug = '', stage: stageId = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'stage.run')
  const lang = langOf(request)
  const board = await makingBoard(slug, stageId)
  if (!board) throw notFound()
  const frame = await eventFrame(slug)
  const { making, slots, works, alternates } = board
  const name = say({ zh: making.nameZh, en: making.nameEn }, lang)
  const groups = new Map(frame.groups.map(({ id, name: group }) => [id, say(group, lang)]))
  const count = (answer: string | null) => works.filter((work) => work.answer === answer).length
  return {
    page: { title: `${name} · ${say(frame.name, lang)}` },
    slug,
    stage: { id: stageId, name },
    settled: making.settled,
    published: (making.from?.publishedVersion ?? null) !== null,
    slots: slots.map(({ id, label }) => ({ id, label: say(label, lang) })),
    works: works.map(({ group, ...work }) => ({
      ...work,
      group: groups.get(group) ?? group,
      tied: work.open
        ? alternates.filter((one) => one.group === group).map(({ entry, code, title, rank }) => ({ entry, code, title, rank }))
        : [],
    })),
    counts: {
      places: works.filter(({ rank }) => rank !== null).length,
      confirmed: count('confirmed'),
      waiting: count(null),
      withdrawn: count('withdrawn'),
    },
    missing: works.flatMap(({ pieces }) => pieces).filter(({ state }) => state === 'expected').length,
    labels: works.some(({ pieces }) => pieces.length > 0),
  }
}

export async function action({ request, params: { slug = '', stage: stageId = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'stage.run')
  const lang = langOf(request)
  const t = translator(lang, 'production')
  if (!(await makingBoard(slug, stageId))) throw notFound()
  const form = await readForm(request)
  const entryId = String(form.get('entry') ?? '')
  const here = localPath(lang, `/console/${slug}/stages/${stageId}/production`)
  if (form.get('intent') === 'fill') {
    const outcome = await fillPlace({
      eventId: slug,
      stageId,
      entryId,
      chosenId: String(form.get('chosen') ?? ''),
      byId: personId,
      now: new Date(),
    })
    return outcome.ok ? redirect(here) : data({ refusal: t(`refusal.${outcome.reason}`) }, 409)
  }
  const answer = readMakingAnswer(form)
  if (!answer) return data({ refusal: t('refusal.nothing') }, 400)
  const outcome = await answerMaking({ editor: { personId, staff: true }, eventId: slug, stageId, entryId, answer, now: new Date() })
  return outcome.ok ? redirect(here) : data({ refusal: t(`refusal.${outcome.reason}`) }, 409)
}

export default function ProductionDesk() {
  const { slug, stage, settled, published, slots, works, counts, missing, labels } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('production')
  const to = useLocalPath()
  const base = `/console/${slug}/stages/${stage.id}`
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{stage.name}</h1>
          <p>{t('making.lead')}</p>
        </div>
        <div className="end">
          <a className="button" href={to(`${base}/scan`)}>
            {t('making.scan')}
          </a>
          {labels && (
            <a className="button" href={`${base}/labels.pdf`}>
              {t('making.labels')}
            </a>
          )}
        </div>
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {!published ? (
        <p className="empty">{t('making.notYet')}</p>
      ) : (
        <>
          <p className="rest">
            <span>{t('making.counts', counts)}</span>
            {missing > 0 && <a href={to(`${base}/scan?state=expected`)}>{t('making.missing', { count: missing })}</a>}
          </p>
          {settled && <p className="quiet small">{t('making.settled')}</p>}
          <MakingTable path={to(`${base}/production`)} slots={slots} works={works} settled={settled} />
        </>
      )}
    </>
  )
}
