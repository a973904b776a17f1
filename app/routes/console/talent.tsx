import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/domain/new-id.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { countFinalists } from '~/domain/talent/count-finalists'
import { exportTalent, ExportTalentForm } from '~/domain/talent/export-talent.server'
import { exportsOf, publishedStages, stageFinalists } from '~/domain/talent/exported-rows.server'
import { DOWNLOAD_DAYS, downloadableUntil } from '~/domain/talent/talent-fields'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { requireStaff } from '~/session.server'
import { NotedDownload } from '~/ui/console/noted-download'
import { TalentHistory, talentFile } from '~/ui/console/talent-history'
import { TalentList } from '~/ui/console/talent-list'
import { TalentPanel } from '~/ui/console/talent-panel'
import { pageMeta } from '~/ui/page-meta'
import talentCss from '~/ui/styles/console-talent.css?url'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: talentCss }]

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'talent.export')
  const lang = langOf(request)
  const t = translator(lang, 'console')
  const query = new URL(request.url).searchParams
  const [frame, stages, past] = await Promise.all([eventFrame(slug), publishedStages(slug), exportsOf(slug)])
  const stage = stages.find(({ id }) => id === query.get('stage')) ?? stages[0] ?? null
  const rows = stage ? await stageFinalists(slug, stage.id) : []
  const now = new Date()
  const exports = past.map(({ createdAt, fields, stage: name, id, receiver, purpose, people, format, by }) => ({
    id,
    receiver,
    purpose,
    people,
    format,
    by,
    at: formatDateTime(createdAt, lang, frame.timezone),
    stage: say(name, lang),
    contacts: fields.includes('contacts'),
    lapsed: now > downloadableUntil(createdAt),
  }))
  return {
    page: { title: `${t('nav.talent')} · ${say(frame.name, lang)}` },
    slug,
    stages: stages.map(({ id, name }) => ({ id, name: say(name, lang) })),
    stageId: stage?.id ?? null,
    counts: countFinalists(rows),
    rows: rows.map(({ authorId, entryId, name, nameLatin, organisation, title, group, track, standing, rank, pool, contact }) => ({
      authorId,
      entryId,
      name,
      nameLatin,
      organisation,
      title,
      group: [say(group, lang), track && say(track, lang)].filter(Boolean).join(' · '),
      place: standing === 'alternate' ? t('talent.alternate') : String(rank ?? ''),
      agreed: pool ? (contact ? ('contact' as const) : ('pool' as const)) : ('none' as const),
    })),
    exports,
    exported: exports.find(({ id }) => id === query.get('exported')) ?? null,
    requestKey: newId(),
  }
}

export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'talent.export')
  const lang = langOf(request)
  const t = translator(lang, 'console')
  const form = await readForm(request)
  const given = ExportTalentForm.safeParse(Object.fromEntries(form))
  const values = Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']))
  if (!given.success) {
    const at = (name: 'receiver' | 'purpose' | 'format') =>
      given.error.issues.some(({ path }) => path[0] === name) ? { [name]: t(`talent.wrong.${name}`) } : {}
    const wrong = { ...at('receiver'), ...at('purpose'), ...at('format') }
    return data({ refusal: null, values, wrong }, 400)
  }
  const { stage: stageId, contacts, ...rest } = given.data
  const outcome = await exportTalent({ ...rest, eventId: slug, stageId, contacts: contacts === 'yes', personId, now: new Date() })
  if (!outcome.ok) return data({ refusal: t(`talent.refusal.${outcome.reason}`), values, wrong: {} }, 409)
  return redirect(localPath(lang, `/console/${slug}/talent?stage=${encodeURIComponent(stageId)}&exported=${outcome.value.exportId}`))
}

export default function Talent() {
  const { slug, stages, stageId, counts, rows, exports, exported, requestKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('console')
  const lang = useLang()
  const to = useLocalPath()
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('nav.talent')}</h1>
          <p>{t('talent.lead')}</p>
        </div>
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {exported && !answer && (
        <div className="notice notice--done talent-done" role="status">
          <p>{t('talent.exported', { people: exported.people })}</p>
          <NotedDownload className="button" path={talentFile(slug, exported.format, exported.id, lang)}>
            {t('talent.download', { format: exported.format.toUpperCase() })}
          </NotedDownload>
        </div>
      )}
      {stages.length > 1 && (
        <nav className="filters" aria-label={t('talent.stages')}>
          {stages.map(({ id, name }) => (
            <a
              key={id}
              href={to(`/console/${slug}/talent?stage=${encodeURIComponent(id)}`)}
              aria-current={id === stageId ? 'page' : undefined}
            >
              {name}
            </a>
          ))}
        </nav>
      )}
      {stageId === null ? (
        <p className="empty">{t('talent.noStage')}</p>
      ) : (
        <div className="talent-columns">
          <TalentPanel stageId={stageId} counts={counts} days={DOWNLOAD_DAYS} requestKey={requestKey} answer={answer ?? null} />
          <TalentList slug={slug} rows={rows} />
        </div>
      )}
      <TalentHistory slug={slug} exports={exports} days={DOWNLOAD_DAYS} />
    </>
  )
}
