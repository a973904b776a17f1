import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { batchPreview } from '~/domain/entries/collective/batch-preview.server'
import { columnsOf } from '~/domain/entries/collective/columns'
import { correctRow } from '~/domain/entries/collective/correct-row.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireActor } from '~/session.server'
import { TextArea, TextField } from '~/ui/field'
import { pageMeta } from '~/ui/page-meta'
import collectiveCss from '~/ui/styles/collective.css?url'
import { previewView } from './batch-view.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: collectiveCss }]

export async function loader({ request, params: { slug = '', batchId = '', line = '' } }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const lang = langOf(request)
  const preview = await batchPreview({ personId, eventId: slug, batchId })
  const row = preview?.rows.find((one) => String(one.line) === line)
  if (!preview || !row) throw notFound()
  const t = translator(lang, 'collective')
  const view = previewView({ ...preview, rows: [row] }, lang).rows[0]
  return {
    page: { title: `${t('row.title', { line })} · ${preview.batch.organisation}` },
    batchPath: `/my/${slug}/collective/${batchId}`,
    organisation: preview.batch.organisation,
    line: row.line,
    version: preview.batch.version,
    faults: view?.faults ?? [],
    columns: columnsOf(preview.terms).map(({ id, label, hint, required }) => ({
      id,
      label: say(label, lang),
      hint: say(hint, lang),
      required,
      value: row.values[id] ?? '',
      long: preview.terms.contest.entry.fields.some((field) => `field.${field.id}` === id && field.type === 'longtext'),
    })),
  }
}

export async function action({ request, params: { slug = '', batchId = '', line = '' } }: ActionFunctionArgs) {
  const { personId } = await requireActor(request)
  const lang = langOf(request)
  const form = await readForm(request)
  const values = new Map([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])))
  const outcome = await correctRow({
    personId,
    eventId: slug,
    batchId,
    line: Number(line),
    version: Number(form.get('version')),
    values,
    now: new Date(),
  })
  if (outcome.ok) return redirect(`${localPath(lang, `/my/${slug}/collective/${batchId}`)}#line-${line}`)
  if (outcome.reason === 'not-found') throw notFound()
  // what was typed stays in the form
  return data(
    { text: translator(lang, 'collective')(`refused.${outcome.reason}`), values: Object.fromEntries(values) as Record<string, string> },
    409,
  )
}

export default function BatchLine() {
  const { batchPath, organisation, line, version, faults, columns } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useT('collective')
  const to = useLocalPath()
  return (
    <main className="page page--narrow collective" id="content">
      <p className="quiet small">
        <a href={to(batchPath)}>← {organisation}</a>
      </p>
      <h1>{t('row.title', { line })}</h1>
      {refused && (
        <p className="notice" role="alert">
          {refused.text}
        </p>
      )}
      {faults.length > 0 && (
        <ul className="faults-list">
          {faults.map(({ at, text }) => (
            <li key={at + text}>
              <b>{at}</b> {text}
            </li>
          ))}
        </ul>
      )}
      <form method="post" className="row-form">
        <input type="hidden" name="version" value={version} />
        {columns.map(({ id, label, hint, required, value, long }) => {
          const Control = long ? TextArea : TextField
          return (
            <Control
              key={id}
              id={id.replaceAll('.', '-')}
              name={id}
              label={label}
              help={hint || undefined}
              optional={!required}
              defaultValue={refused?.values[id] ?? value}
              autoComplete="off"
              dir="auto"
            />
          )
        })}
        <div className="row">
          <button className="button button--act">{t('row.save')}</button>
          <a className="button button--quiet" href={to(`${batchPath}#line-${line}`)}>
            {t('row.back')}
          </a>
        </div>
      </form>
    </main>
  )
}
