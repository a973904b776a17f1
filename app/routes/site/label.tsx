import { redirect, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dueNext } from '~/domain/judging/production/piece-state'
import { deskOf, labelled } from '~/domain/judging/production/queries.server'
import { may } from '~/domain/people/permissions'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath } from '~/i18n/language'
import { useT } from '~/i18n/use-t'
import { getActor, notFound, rolesOn } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import siteCss from '~/ui/styles/site.css?url'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: siteCss }]

/**
 * Where the QR code of a label leads: a judge's tablet to the desk at that work, staff to the scan screen with the label
 * filled in, everybody else to the code and what is due.
 */
export async function loader({ request, params: { slug = '', token = '' } }: LoaderFunctionArgs) {
  const piece = await labelled(slug, token)
  if (!piece) throw notFound()
  const lang = langOf(request)
  const actor = await getActor(request)
  if (actor && (!actor.deskEventId || actor.deskEventId === slug)) {
    const stage = await deskOf(slug, actor.personId, piece.entryId)
    if (stage) throw redirect(localPath(lang, `/judge/${slug}/${stage}/desk?work=${encodeURIComponent(piece.code)}`))
    if (!actor.deskEventId && may(await rolesOn(actor.personId, slug), 'pieces.scan'))
      throw redirect(localPath(lang, `/console/${slug}/stages/${piece.stageId}/scan?label=${token}`))
  }
  const { code, kind, number, state } = piece
  return {
    page: { title: `${code} · ${translator(lang, 'production')('label.title')}` },
    code,
    kind,
    number,
    state,
    due: dueNext(kind, state),
  }
}

export default function Label() {
  const { code, kind, number, state, due } = useLoaderData<typeof loader>()
  const t = useT('production')
  return (
    <main id="content" tabIndex={-1} className="page page--narrow label-page">
      <p>
        {t(`kind.${kind}`)} <span className="num">{number}</span>
      </p>
      <h1 className="num">{code}</h1>
      <dl className="facts">
        <dt>{t('label.where')}</dt>
        <dd>{t(`state.${state}`)}</dd>
        <dt>{t('label.due')}</dt>
        <dd>
          <b>{due ? t(`state.${due}`) : t('label.none')}</b>
        </dd>
      </dl>
      <p className="quiet small">{t('label.what')}</p>
    </main>
  )
}
