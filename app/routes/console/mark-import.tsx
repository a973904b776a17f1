import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { importMarks } from '~/domain/judging/measured/import-marks.server'
import { type MarkPreview, previewMarks, readLines, sentLines } from '~/domain/judging/measured/mark-file.server'
import { isRecorded } from '~/domain/judging/measured/recorded-points'
import { textIn } from '~/domain/judging/rulebook-text'
import { newId } from '~/domain/new-id.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound } from '~/session.server'
import { MarkTable } from '~/ui/console/mark-table'
import { pageMeta } from '~/ui/page-meta'
import { RequestKey } from '~/ui/request-key'
import { requireMeasured } from './measured-stage.server'

export const meta = pageMeta

async function requireImport(
  request: Request,
  { slug = '', stage: stageId = '', criterion: id = '' }: { slug?: string; stage?: string; criterion?: string },
) {
  const found = await requireMeasured(request, slug, stageId)
  const criterion = found.rulebook.criteria.find((one) => one.id === id)
  if (!criterion || !isRecorded(criterion) || criterion.measured.source !== 'sheet') throw notFound()
  return { ...found, criterion, slug, stageId }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { stage, frame, criterion, slug } = await requireImport(request, params)
  const lang = langOf(request)
  const name = textIn(criterion.name, lang === 'en' ? 'en' : 'zh')
  return {
    page: { title: `${translator(lang, 'measure')('import.title', { name })} · ${say(stage.name, lang)} · ${say(frame.name, lang)}` },
    slug,
    name,
    stage: { id: stage.id, name: say(stage.name, lang), state: stage.state },
    requestKey: newId(),
  }
}

/** Two steps: the file becomes a preview that comes along with the form; the preview is read and checked again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, criterion, slug, stageId } = await requireImport(request, params)
  const lang = langOf(request)
  const t = translator(lang, 'measure')
  const form = await readForm(request)
  const refused = (refusal: string, status = 400) => data({ refusal, preview: null as MarkPreview | null }, status)
  const sent = form.get('intent') === 'apply' ? sentLines(form) : await readLines(form.get('file'))
  if ('reason' in sent) return refused(t(`importRefusal.${sent.reason}`))
  const preview = await previewMarks({ eventId: slug, stageId, criterion, ...sent })
  if ('reason' in preview) return refused(t(`importRefusal.${preview.reason}`))
  if (form.get('intent') !== 'apply') return data({ refusal: null, preview: preview.shown }, 200)
  if (preview.shown.faults.length > 0) return data({ refusal: t('importRefusal.faults'), preview: preview.shown }, 409)
  const outcome = await importMarks({
    eventId: slug,
    stageId,
    criterionId: criterion.id,
    byId: actor.personId,
    file: { name: sent.fileName, sha256: preview.sha256 },
    marks: preview.marks,
    requestKey: String(form.get('requestKey') ?? ''),
    now: new Date(),
  })
  if (!outcome.ok) return data({ refusal: t(`importRefusal.${outcome.reason}`), preview: preview.shown }, 409)
  return redirect(localPath(lang, `/console/${slug}/stages/${stageId}/records`))
}

export default function MarkImport() {
  const { slug, name, stage, requestKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('measure')
  const to = useLocalPath()
  return (
    <>
      <p className="crumb">
        <a href={to(`/console/${slug}/stages/${stage.id}/records`)}>← {t('records.title')}</a>
      </p>
      <header className="workbench-head">
        <div>
          <h1>{t('import.title', { name })}</h1>
          <p>{t('import.lead')}</p>
        </div>
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {stage.state === 'open' ? (
        <form method="post" encType="multipart/form-data" className="deed-form">
          <div className="field">
            <label htmlFor="file">{t('import.file')}</label>
            <p className="help" id="file-help">
              {t('import.fileHelp')}
            </p>
            <input id="file" type="file" name="file" accept=".xlsx,.csv" required aria-describedby="file-help" />
          </div>
          <button className={answer?.preview ? 'button' : 'button button--act'} name="intent" value="preview">
            {t('import.preview')}
          </button>
        </form>
      ) : (
        <p className="notice">{t('importRefusal.stage-not-open')}</p>
      )}
      {answer?.preview && (
        <MarkTable preview={answer.preview}>
          <RequestKey value={requestKey} />
        </MarkTable>
      )}
    </>
  )
}
