import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DECIDING } from '~/domain/events/stage-state'
import { OFFICE_DOCUMENTS } from '~/domain/reporting/documents/office-letters.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { eventOutline } from '~/domain/reporting/event-outline.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, say } from '~/i18n/language'
import { useT } from '~/i18n/use-t'
import { requireStaff } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'

export const meta = pageMeta

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  await requireStaff(request, slug, 'ranking.publish')
  const lang = langOf(request)
  const [frame, { stages }] = await Promise.all([eventFrame(slug), eventOutline(slug)])
  const t = translator(lang, 'documents')
  return {
    page: { title: `${t('title')} · ${say(frame.name, lang)}` },
    stages: stages
      .filter(({ type }) => DECIDING.includes(type))
      .map(({ id, name, state }) => ({
        id,
        name: say(name, lang),
        documents: OFFICE_DOCUMENTS.map((document) => ({
          document,
          path: document === 'judge-letters' || state === 'published' ? `/console/${slug}/stages/${id}/documents/${document}.docx` : null,
        })),
      })),
  }
}

export default function Documents() {
  const { stages } = useLoaderData<typeof loader>()
  const t = useT('documents')
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('title')}</h1>
          <p>{t('lead')}</p>
        </div>
      </header>
      {stages.length === 0 && <p className="empty">{t('none')}</p>}
      {stages.map(({ id, name, documents }) => (
        <section key={id} aria-labelledby={`stage-${id}`}>
          <h2 id={`stage-${id}`}>{name}</h2>
          <ul className="office-documents">
            {documents.map(({ document, path }) => (
              <li key={document}>
                <div>
                  <b>{t(`download.${document}`)}</b>
                  <span className="quiet small">{t(`about.${document}`)}</span>
                </div>
                {path ? (
                  <p>
                    <a href={path} aria-label={`${t(`download.${document}`)} · 中文`} lang="zh-CN">
                      中文
                    </a>
                    <a href={`${path}?lang=en`} aria-label={`${t(`download.${document}`)} · English`} lang="en">
                      English
                    </a>
                  </p>
                ) : (
                  <p className="quiet small">{t('notYet')}</p>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
