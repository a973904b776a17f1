import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listBoards } from '~/domain/judging/production/list-boards.server'
import { PIECE_STATES } from '~/domain/judging/production/piece-state'
import { listedPieces, stageOfPieces } from '~/domain/judging/production/queries.server'
import { labelName } from '~/domain/judging/production/read-label'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import type { Handle } from '~/root'
import { notFound, requireStaff } from '~/session.server'
import { PieceList } from '~/ui/scan/piece-list'
import { ScanForm } from '~/ui/scan/scan-form'
import { pageMeta } from '~/ui/page-meta'
import liveCss from '~/ui/styles/live.css?url'
import { scanned } from './scan-act.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: liveCss }]
export const handle: Handle = { hydrate: true, messages: ['production', 'console'] }

/** A photo from a telephone is rarely over 12 MB. */
const LARGEST_PHOTO = 16_000_000

export async function loader({ request, params: { slug = '', stage: stageId = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'pieces.scan')
  const lang = langOf(request)
  const stage = await stageOfPieces(slug, stageId)
  if (!stage) throw notFound()
  const [frame, pieces] = await Promise.all([eventFrame(slug), listedPieces(slug, stageId)])
  const query = new URL(request.url).searchParams
  const filter = PIECE_STATES.find((state) => state === query.get('state')) ?? null
  const target = PIECE_STATES.find((state) => state === query.get('to')) ?? ''
  const moved = pieces.find(({ token }) => token === query.get('moved'))
  const asked = pieces.find(({ token }) => token === query.get('label'))
  return {
    page: { title: `${say(stage.name, lang)} · ${translator(lang, 'production')('scan.title')} · ${say(frame.name, lang)}` },
    slug,
    stage: { id: stageId, name: say(stage.name, lang), making: stage.making },
    target,
    filter,
    prefilled: asked ? labelName(asked.code, asked.kind, asked.number) : '',
    moved: moved ? { code: moved.code, kind: moved.kind, number: moved.number, state: moved.state } : null,
    counts: Object.fromEntries(PIECE_STATES.map((state) => [state, pieces.filter((piece) => piece.state === state).length])) as Record<
      (typeof PIECE_STATES)[number],
      number
    >,
    total: pieces.length,
    pieces: pieces
      .filter(({ state }) => filter === null || state === filter)
      .map(({ code, kind, number, state, title, movedAt, last, token }) => ({
        token,
        code,
        kind,
        number,
        state,
        title,
        short: labelName(code, kind, number),
        movedAt: movedAt && formatDateTime(movedAt, lang, frame.timezone, false),
        last,
      })),
  }
}

export async function action({ request, params: { slug = '', stage: stageId = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'pieces.scan')
  const lang = langOf(request)
  if (!(await stageOfPieces(slug, stageId))) throw notFound()
  const form = await readForm(request, LARGEST_PHOTO)
  const here = localPath(lang, `/console/${slug}/stages/${stageId}/scan`)
  if (form.get('intent') === 'prepare') {
    const outcome = await listBoards({ eventId: slug, stageId, byId: personId })
    return outcome.ok ? redirect(here) : data({ refusal: translator(lang, 'production')(`refusal.${outcome.reason}`), label: '' }, 409)
  }
  const answer = await scanned({ eventId: slug, stageId, byId: personId, form, lang })
  if ('refusal' in answer) return data({ refusal: answer.refusal, label: String(form.get('label') ?? '').slice(0, 200) }, 409)
  return redirect(`${here}?moved=${answer.token}&to=${String(form.get('to') ?? '')}`)
}

export default function Scan() {
  const { slug, stage, target, filter, moved, counts, total, pieces, prefilled } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('production')
  const to = useLocalPath()
  const path = to(`/console/${slug}/stages/${stage.id}/scan`)
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('scan.titleOf', { stage: stage.name })}</h1>
          <p>{t('scan.lead')}</p>
        </div>
        {total > 0 && (
          <div className="end">
            <a className="button" href={`/console/${slug}/stages/${stage.id}/labels.pdf`}>
              {t('making.labels')}
            </a>
          </div>
        )}
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {moved && !answer?.refusal && (
        <p className="notice notice--done" role="status">
          <b>
            {t('scan.moved', { code: moved.code, kind: t(`kind.${moved.kind}`), number: moved.number, state: t(`state.${moved.state}`) })}
          </b>
        </p>
      )}
      {total > 0 ? (
        <ScanForm key={moved ? `${moved.code}${moved.state}` : prefilled} path={path} target={target} label={answer?.label || prefilled} />
      ) : (
        <p className="empty">{t('scan.empty')}</p>
      )}
      {!stage.making && (
        <form method="post" action={path} className="deed">
          <button className="button" name="intent" value="prepare">
            {t('scan.prepare')}
          </button>
          <p>{t('scan.prepareWhat')}</p>
        </form>
      )}
      {total > 0 && (
        <PieceList path={path} base={`/console/${slug}/stages/${stage.id}`} pieces={pieces} filter={filter} counts={counts} total={total} />
      )}
    </>
  )
}
