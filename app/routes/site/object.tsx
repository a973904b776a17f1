import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptOf, typeLabels } from '~/domain/entries/accept-file'
import { EVIDENCE, MOST_FILES } from '~/domain/judging/objections/evidence'
import { noticeForWork } from '~/domain/judging/objections/object-to-work.server'
import { raiseWithEvidence } from '~/domain/judging/objections/raise-with-evidence.server'
import { newId } from '~/domain/new-id.server'
import { formatDateTime } from '~/i18n/format'
import { contestTranslator } from '~/i18n/i18n.server'
import { localPath, say } from '~/i18n/language'
import { useLang, useLocalPath } from '~/i18n/use-t'
import { notFound, requireActor } from '~/session.server'
import { EvidenceList } from '~/ui/evidence-list'
import { pageMeta } from '~/ui/page-meta'
import resultsCss from '~/ui/styles/results.css?url'
import siteCss from '~/ui/styles/site.css?url'
import { requireEvent } from './require-event.server'
import { useContestT } from '~/ui/site/use-contest-t'

export const meta = pageMeta
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: siteCss },
  { rel: 'stylesheet', href: resultsCss },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const { event, config, lang, now } = await requireEvent(request, params.slug)
  const found = await noticeForWork(event.id, params.code ?? '', personId, now)
  if (!found) throw notFound()
  const t = contestTranslator(lang, config.kind)
  const at = (date: Date) => formatDateTime(date, lang, config.timezone)
  return {
    contestKind: config.kind,
    page: { title: t('titled', { title: `${t('object.titleOf', { code: found.code })} · ${say(config.name, lang)}` }) },
    slug: event.id,
    name: config.name,
    code: found.code,
    until: found.period && at(found.period.to),
    own: found.own.map(({ raisedAt, ...one }) => ({ ...one, at: at(raisedAt) })),
    requestKey: newId(),
    evidence: {
      accept: acceptOf(EVIDENCE),
      types: typeLabels(EVIDENCE).join(lang === 'en' ? ', ' : '、'),
      maxMB: EVIDENCE.maxMB,
      most: MOST_FILES,
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requireActor(request)
  const { event, config, lang, now } = await requireEvent(request, params.slug)
  const t = contestTranslator(lang, config.kind)
  const { outcome, typed } = await raiseWithEvidence(request, { eventId: event.id, code: params.code ?? '', personId, now })
  if (!outcome.ok) {
    const { reason, detail } = outcome
    return data(
      { refusal: t(`object.refusal.${reason}`, { name: '', max: MOST_FILES, maxMB: EVIDENCE.maxMB, ...detail }), typed },
      reason === 'form' ? 400 : 409,
    )
  }
  return redirect(localPath(lang, `/e/${event.id}/works/${encodeURIComponent(params.code ?? '')}/object#own`))
}

export default function ObjectToWork() {
  const { slug, name, code, until, own, requestKey, evidence } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useContestT()
  const lang = useLang()
  const to = useLocalPath()
  const work = to(`/e/${slug}/works/${encodeURIComponent(code)}`)
  return (
    <main id="content" tabIndex={-1} className="page object">
      <p className="crumb">
        <a href={to(`/e/${slug}`)}>{say(name, lang)}</a>
        <a href={work}>{code}</a>
      </p>
      <h1>{t('object.titleOf', { code })}</h1>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {until ? (
        <form method="post" encType="multipart/form-data" action={`${work}/object`}>
          <p className="page-lead">{t('object.lead', { until })}</p>
          <input type="hidden" name="requestKey" value={requestKey} />
          <div className="field">
            <label htmlFor="text">{t('object.text')}</label>
            <p id="text-help" className="help">
              {t('object.textHelp')}
            </p>
            <textarea
              id="text"
              name="text"
              rows={8}
              required
              minLength={10}
              maxLength={2000}
              defaultValue={answer?.typed}
              aria-describedby="text-help"
            />
          </div>
          <div className="field">
            <label htmlFor="evidence">{t('object.evidence')}</label>
            <p id="evidence-help" className="help">
              {t('object.evidenceHelp', evidence)}
            </p>
            <input id="evidence" name="evidence" type="file" multiple accept={evidence.accept} aria-describedby="evidence-help" />
          </div>
          <button className="button button--act">{t('object.send')}</button>
        </form>
      ) : (
        <p className="page-lead">{t('object.over')}</p>
      )}
      {own.length > 0 && (
        <section id="own" aria-labelledby="own-title">
          <h2 id="own-title">{t('object.own')}</h2>
          <ul className="own-objections">
            {own.map((one) => (
              <li key={one.id}>
                <p>{one.text}</p>
                <EvidenceList
                  files={one.files}
                  base={`/e/${slug}/works/${encodeURIComponent(code)}/object/files`}
                  label={t('object.evidence')}
                />
                <p className="quiet small">
                  {one.at} · {t(`object.state.${one.state}`)}
                  {one.reason && `${t('colon')}${one.reason}`}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}
