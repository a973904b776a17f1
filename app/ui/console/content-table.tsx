import { useT } from '~/i18n/use-t'
import { RequestKey } from '~/ui/request-key'
import type { ContentView } from './content-desk'

/** Works as rows to tick: what has nothing against it is passed at once. */
export function ContentTable({
  path,
  query,
  works,
  requestKey,
}: {
  path: string
  query: string
  works: ContentView[]
  requestKey: string
}) {
  const t = useT('content')
  const open = works.filter(({ standing, own }) => !own && (standing === 'waiting' || standing === 'once'))
  return (
    <form method="post" action={`${path}?${query}`}>
      <RequestKey value={requestKey} />
      <input type="hidden" name="next" value={query} />
      <ul className="content-list">
        {works.map(({ id, version, code, title, standing, own, files, texts }) => (
          <li key={id}>
            <label>
              <input type="checkbox" name="entries" value={`${id}:${version}`} disabled={!open.some((one) => one.id === id)} />
              <span>
                <b className="num">{code}</b> <bdi>{title}</bdi>{' '}
                <span className="quiet">
                  {t(`standing.${standing}`)}
                  {own && ` · ${t('own')}`}
                </span>
              </span>
            </label>
            <a className="content-strip" href={`${path}?${query}&view=desk&entry=${id}`} aria-label={t('openNamed', { code })}>
              {files.map((file) => (
                <img key={file.id} src={file.thumb} alt={file.label} loading="lazy" />
              ))}
            </a>
            <p className="small">
              {texts
                .map(({ text }) => text)
                .join(' · ')
                .slice(0, 400)}
            </p>
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <button className="button button--act" name="decision" value="pass">
          {t('act.passTicked')}
        </button>
      )}
    </form>
  )
}
