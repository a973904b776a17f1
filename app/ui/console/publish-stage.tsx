import { useLocalPath, useT } from '~/i18n/use-t'
import { NotedDownload } from './noted-download'

interface PublishStageProps {
  path: string
  slug: string
  stage: { id: string; name: string; state: 'upcoming' | 'open' | 'closed' | 'published'; publishedAt: string | null }
  publish: { places: number; alternates: number; works: number; told: number; noticeUntil: string | null; undecided: number }
  problems: number
}

/** The one act of the page, and what it reveals to whom. */
export function PublishStage({ path, slug, stage, publish, problems }: PublishStageProps) {
  const t = useT('console')
  const to = useLocalPath()
  if (stage.state === 'published') {
    return (
      <div className="end">
        <p>{t('publish.done', { at: stage.publishedAt ?? '' })}</p>
        <a className="button" href={to(`/console/${slug}/stages/${stage.id}/objections`)}>
          {t('objections.link')}
        </a>
        <a className="button" href={to(`/e/${slug}/results`)}>
          {t('publish.see')}
        </a>
        <div className="small row">
          <SheetLink slug={slug} stage={stage.id} />
          <NotedDownload path={`/console/${slug}/stages/${stage.id}/results-package.zip`}>{t('publish.package')}</NotedDownload>
          <NotedDownload path={`/console/${slug}/stages/${stage.id}/results-package.zip?judges=named`}>
            {t('publish.packageNamed')}
          </NotedDownload>
        </div>
      </div>
    )
  }
  if (stage.state !== 'closed') return null
  const blocked = problems > 0 ? t('publishRefusal.problems') : publish.undecided > 0 ? t('publishRefusal.ties-undecided') : null
  return (
    <form method="post" action={path} className="end">
      <p>
        {blocked ??
          t(publish.noticeUntil === null ? 'publish.what' : 'publish.whatWithNotice', {
            places: publish.places,
            alternates: publish.alternates,
            told: publish.told,
            until: publish.noticeUntil ?? '',
          })}
      </p>
      {blocked ? (
        <button className="button button--act" type="button" disabled>
          {t('publish.do')}
        </button>
      ) : (
        <details className="sure">
          <summary className="button button--act">{t('publish.do')}</summary>
          <p className="reveals">{t('publish.reveals')}</p>
          <p className="small">
            <a href={to(`/console/${slug}/content`)}>{t('publish.content')}</a>
          </p>
          <button className="button button--act" name="intent" value="publish">
            {t('publish.yes')}
          </button>
        </details>
      )}
      <p className="small">
        <SheetLink slug={slug} stage={stage.id} />
      </p>
    </form>
  )
}

/** The paper that the panel signs. */
function SheetLink({ slug, stage }: { slug: string; stage: string }) {
  const t = useT('live')
  return <a href={`/console/${slug}/stages/${stage}/result-sheet.pdf`}>{t('sheet.link')}</a>
}
