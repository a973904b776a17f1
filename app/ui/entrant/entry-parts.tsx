import { useT } from '~/i18n/use-t'
import type { FileView } from './editor-view'

export interface Answer {
  id: string
  label: string
  text: string
  long: boolean
}

export interface PersonLine {
  label: string
  text: string
}

export interface SlotFiles {
  id: string
  label: string
  files: (FileView & { sha256?: string })[]
}

/** Questions and answers, as they were typed. */
export function AnswerList({ answers }: { answers: Answer[] }) {
  const t = useT('entrant')
  return (
    <dl className="answers">
      {answers.map(({ id, label, text, long }) => (
        <div key={id} className={long ? 'answer answer--long' : 'answer'}>
          <dt>{label}</dt>
          <dd dir="auto">{text || <span className="quiet">{t('submit.notGiven')}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Who made the work and who taught it. */
export function PeopleList({ people }: { people: PersonLine[] }) {
  return (
    <dl className="answers">
      {people.map(({ label, text }) => (
        <div key={label} className="answer">
          <dt>{label}</dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** All files of an entry, slot by slot, as large as they fit. */
export function FileGallery({ slots, path }: { slots: SlotFiles[]; path: string | null }) {
  const t = useT('entrant')
  return (
    <div className="gallery">
      {slots.map(({ id, label, files }) =>
        files.map((file) => (
          <figure key={file.id} id={`file-${id}`}>
            {file.view ? (
              <a href={file.view} target="_blank" rel="noreferrer">
                <img src={file.view} alt={label} loading="lazy" />
              </a>
            ) : (
              <div className="gallery-blank">{file.state === 'processing' ? t('file.noPreviewYet') : t('file.noPreview')}</div>
            )}
            <figcaption>
              <b>{label}</b> <bdi>{file.name}</bdi> <span className="quiet small num">{file.facts}</span>
              {file.sha256 && <code>SHA-256 {file.sha256}</code>}
              {path !== null && (
                <a className="small" href={`${path}/files/${file.id}`}>
                  {t('file.original')}
                </a>
              )}
            </figcaption>
          </figure>
        )),
      )}
    </div>
  )
}
