import { useT } from '~/i18n/use-t'

export interface ViewedFile {
  id: string
  slot: string
  state: string
  name: string
  facts: string
  faults: string[]
  view: string | null
  thumb: string | null
  copy: string | null
  original: string | null
}

interface WorkViewerProps {
  files: ViewedFile[]
  /** which file is large; the first if it is not among them */
  chosen: string | null
  /** the address that shows another file large */
  href: (fileId: string) => string
  title: string
}

/** A work as large as the page allows, its other files as a strip below. */
export function WorkViewer({ files, chosen, href, title }: WorkViewerProps) {
  const t = useT('console')
  const file = files.find(({ id }) => id === chosen) ?? files.find(({ view }) => view) ?? files[0]
  if (!file) return <p className="empty">{t('file.none')}</p>
  return (
    <div className="viewer">
      <figure>
        {file.view ? (
          <a href={file.copy ?? file.view} target="_blank" rel="noreferrer" title={t('file.large')}>
            <img src={file.view} alt={t('file.alt', { title, slot: file.slot })} />
          </a>
        ) : (
          <p className="no-picture">{file.state === 'processing' ? t('file.processing') : t('file.noPicture')}</p>
        )}
        <figcaption>
          <span>
            <strong>{file.slot}</strong> {file.facts}
          </span>
          {file.faults.map((fault) => (
            <span key={fault} className="fault">
              {fault}
            </span>
          ))}
          <span className="end">
            {file.copy && (
              <a href={file.copy} target="_blank" rel="noreferrer">
                {t('file.pdf')}
              </a>
            )}
            {file.original && <a href={file.original}>{t('file.original')}</a>}
          </span>
        </figcaption>
      </figure>
      {files.length > 1 && (
        <ul className="strip">
          {files.map((one) => (
            <li key={one.id}>
              <a href={href(one.id)} aria-current={one === file ? 'true' : undefined} data-file>
                {one.thumb ? <img src={one.thumb} alt="" /> : <span className="thumb" />}
                <span>{one.slot}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
