import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/domain/new-id.server'
import { confirmOrganisations } from '~/domain/prizes/confirm-organisations.server'
import { awardedOrganisations, organisationBoards } from '~/domain/prizes/organisation-queries.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { requireStaff } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { OrganisationBoard } from '~/ui/prizes/organisation-board'
import { organisationRule } from '~/ui/prizes/organisation-rule'
import collectiveCss from '~/ui/styles/collective.css?url'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: collectiveCss }]

/** Organisations on the page: beyond these nobody is awarded. */
const SHOWN = 200

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'ranking.publish')
  const lang = langOf(request)
  const t = translator(lang, 'prizes')
  const [frame, { complete, boards }, awarded] = await Promise.all([eventFrame(slug), organisationBoards(slug), awardedOrganisations(slug)])
  return {
    page: { title: `${t('organisations.title')} · ${say(frame.name, lang)}` },
    slug,
    complete,
    boards: boards.map(({ award, rows }) => {
      const of = awarded.filter(({ awardId }) => awardId === award.id)
      const last = of.at(-1)
      return {
        award: award.id,
        name: say(award.name, lang),
        rule: organisationRule(award, t),
        confirmedAt: last ? formatDateTime(last.confirmedAt, lang, frame.timezone) : null,
        rows: rows.slice(0, SHOWN).map((row) => ({ ...row, number: of.find(({ name }) => name === row.name)?.number ?? null })),
      }
    }),
    requestKey: newId(),
  }
}

export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'ranking.publish')
  const lang = langOf(request)
  const form = await readForm(request)
  const text = (name: string, most: number) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, most)
  const outcome = await confirmOrganisations({
    eventId: slug,
    awardId: text('award', 60),
    names: form.getAll('names').map(String).slice(0, SHOWN),
    reason: text('reason', 500),
    byId: personId,
    requestKey: text('requestKey', 80) || newId(),
    now: new Date(),
  })
  if (outcome.ok) return redirect(localPath(lang, `/console/${slug}/organisations`))
  return data({ text: translator(lang, 'prizes')(`organisations.refused.${outcome.reason}`, outcome.detail) }, 409)
}

/** 最佳组织奖: proposed by the rule, confirmed by people. */
export default function Organisations() {
  const { slug, complete, boards, requestKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useT('prizes')
  return (
    <div className="collective">
      <header className="workbench-head">
        <div>
          <h1>{t('organisations.title')}</h1>
          <p>{t('organisations.lead')}</p>
        </div>
      </header>
      {refused && (
        <p className="notice" role="alert">
          {refused.text}
        </p>
      )}
      {boards.length === 0 && <p className="empty">{t('organisations.none')}</p>}
      {boards.length > 0 && !complete && <p className="notice">{t('organisations.notYet')}</p>}
      {boards.map((board) => (
        <OrganisationBoard key={board.award} slug={slug} board={board} complete={complete} requestKey={requestKey} />
      ))}
    </div>
  )
}
