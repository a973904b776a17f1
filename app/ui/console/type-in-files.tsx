import { useT } from '~/i18n/use-t'
import type { EditorView } from '~/ui/entrant/editor-view'

interface TypeInFilesProps {
  view: EditorView
  action: string
  refused: { slot: string; text: string } | null
}

/** Scans and photographs of what came on paper, slot by slot, each by a plain form. */
export function TypeInFiles({ view, action, refused }: TypeInFilesProps) {
  const t = useT('console')
  return (
    <section>
      <h2>{t('typeIn.files')}</h2>
      {view.slots.length === 0 && <p className="quiet small">{t('typeIn.noFiles')}</p>}
      {view.slots.map((slot) => (
        <div key={slot.id} className="file-row" id={`file-${slot.id}`}>
          <div>
            <strong>{slot.label}</strong>
            <small>{slot.rules}</small>
            {slot.files.map((file) => (
              <form key={file.id} method="post" action={action}>
                <span>
                  <bdi>{file.name}</bdi>
                  <small>{[file.facts, file.state === 'processing' && t('typeIn.processing')].filter(Boolean).join(' · ')}</small>
                </span>
                <button className="plain" name="remove" value={file.id} aria-label={`${t('typeIn.remove')} ${file.name}`}>
                  {t('typeIn.remove')}
                </button>
              </form>
            ))}
            {refused?.slot === slot.id && (
              <p className="wrong" role="alert">
                ▲ {refused.text}
              </p>
            )}
          </div>
          <form method="post" encType="multipart/form-data" action={`${action}&slot=${encodeURIComponent(slot.id)}`}>
            <input
              type="file"
              name="file"
              required
              accept={slot.accept}
              multiple={slot.max > 1}
              aria-label={`${t('typeIn.file')} ${slot.label}`}
            />
            <button className="button button--small">{t('typeIn.upload')}</button>
          </form>
        </div>
      ))}
    </section>
  )
}
