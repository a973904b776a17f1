import { useEffect, useRef, useState } from 'react'
import { useLang, useT } from '~/i18n/use-t'
import type { FileView, SlotView } from './editor-view'
import type { Upload } from './use-uploads'

interface FileSlotProps {
  slot: SlotView
  path: string
  files: FileView[]
  uploads: Upload[]
  /** the page runs scripts: choosing a file sends it */
  live: boolean
  errors?: string[]
  /** what was said about the last upload of a page without scripts */
  refused?: string
  onAdd: (files: File[], replaces: string | null) => void
  onRetry: (upload: Upload) => void
  onCancel: (id: number) => void
  onRemove: (fileId: string) => void
}

/** One kind of file: what is asked, what is there, and the way to add, exchange or remove. Works as plain forms too. */
export function FileSlot(props: FileSlotProps) {
  const { slot, files, uploads, errors, refused, onAdd } = props
  const t = useT('entrant')
  const tUi = useT('ui')
  const [over, setOver] = useState(false)
  // what is being exchanged makes room while its successor is on the way, and comes back when that is not taken
  const going = uploads.filter(({ state }) => state === 'sending' || state === 'checking')
  const exchanged = new Set(going.flatMap(({ replaces }) => replaces ?? []))
  const kept = files.filter(({ id }) => !exchanged.has(id) && !(slot.max === 1 && going.length > 0))
  const room = kept.length + going.length < slot.max
  return (
    <section
      className={`slot${over ? ' slot--over' : ''}`}
      id={`file-${slot.id}`}
      aria-labelledby={`file-${slot.id}-label`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onAdd([...event.dataTransfer.files], null)
      }}
    >
      <div className="slot-head">
        <h3 id={`file-${slot.id}-label`}>
          {slot.label} {slot.optional && <span className="quiet small">{tUi('optional')}</span>}
        </h3>
        {slot.help && <p>{slot.help}</p>}
        <p className="quiet small">{slot.rules}</p>
      </div>
      <div className="slot-files">
        {kept.map((file) => (
          <FileCard key={file.id} {...props} file={file} />
        ))}
        {uploads.map((upload) => (
          <UploadCard key={upload.id} upload={upload} onRetry={props.onRetry} onCancel={props.onCancel} />
        ))}
        {room && <Chooser {...props} label={files.length > 0 ? t('file.add') : t('file.choose')} large />}
      </div>
      {refused && (
        <p className="wrong" role="alert">
          <span>{refused}</span>
        </p>
      )}
      {errors && errors.length > 0 && (
        <p className="wrong">
          <span>{errors.join(' ')}</span>
        </p>
      )}
    </section>
  )
}

function FileCard({ file, slot, path, live, onAdd, onRemove }: FileSlotProps & { file: FileView }) {
  const t = useT('entrant')
  const lang = useLang()
  return (
    <div className="file">
      <div className="file-picture">
        {file.thumb ? (
          <a href={file.view ?? file.thumb} target="_blank" rel="noreferrer">
            <img src={file.thumb} alt={`${slot.label} · ${t('file.view')}`} />
          </a>
        ) : (
          <span>{file.state === 'processing' ? t('file.processing') : t('file.noPreview')}</span>
        )}
      </div>
      <p className="file-name">
        <bdi>{file.name}</bdi> <span className="quiet small num">{file.facts}</span>
      </p>
      {file.refusal && (
        <p className="wrong" role="alert">
          <span>
            <b>{t('file.refusedTitle')} </b>
            {file.refusal}
          </span>
        </p>
      )}
      <div className="file-acts">
        <Chooser
          slot={slot}
          path={path}
          live={live}
          onAdd={onAdd}
          replaces={file.id}
          label={t('file.chooseAnother')}
          name={t('file.replaceNamed', { name: file.name })}
        />
        <form method="post" action={`${path}/files/${file.id}?lang=${lang}`}>
          <button
            className="plain"
            aria-label={t('file.removeNamed', { name: file.name })}
            onClick={(event) => {
              if (!live) return
              event.preventDefault()
              onRemove(file.id)
            }}
          >
            {t('file.remove')}
          </button>
        </form>
        <a className="plain" href={`${path}/files/${file.id}`}>
          {t('file.original')}
        </a>
      </div>
    </div>
  )
}

function UploadCard({ upload, onRetry, onCancel }: { upload: Upload; onRetry: (upload: Upload) => void; onCancel: (id: number) => void }) {
  const t = useT('entrant')
  const { state, percent, preview, file, text, id } = upload
  const going = state === 'sending' || state === 'checking'
  return (
    <div className={`file file--${state}`}>
      <div className="file-picture">
        {preview ? <img src={preview} alt="" /> : <span>{file.name.split('.').at(-1)?.toUpperCase()}</span>}
      </div>
      <p className="file-name">
        <bdi>{file.name}</bdi>
      </p>
      {going ? (
        <p className="file-progress" role="status">
          <progress max={100} value={percent} aria-label={file.name} />
          <span className="small num">{state === 'checking' ? t('file.checking') : t('file.uploading', { percent })}</span>
        </p>
      ) : (
        <div className="wrong" role="alert">
          <span>
            {state === 'refused' && <b>{t('file.refusedTitle')} </b>}
            {text}
          </span>
        </div>
      )}
      <div className="file-acts">
        {state === 'failed' && (
          <button type="button" className="button button--small" onClick={() => onRetry(upload)}>
            {t('file.retry')}
          </button>
        )}
        <button type="button" className="plain" onClick={() => onCancel(id)}>
          {going ? t('file.cancel') : t('file.remove')}
        </button>
      </div>
    </div>
  )
}

/** The way to a file on this device: with scripts one button, without them a field and a button. */
function Chooser({
  slot,
  path,
  live,
  onAdd,
  replaces = null,
  label,
  name,
  large,
}: Pick<FileSlotProps, 'slot' | 'path' | 'live' | 'onAdd'> & { replaces?: string | null; label: string; name?: string; large?: boolean }) {
  const t = useT('entrant')
  const lang = useLang()
  const query = new URLSearchParams({ slot: slot.id, lang, ...(replaces && { replaces }) })
  const id = `choose-${slot.id}-${replaces ?? 'new'}`
  const input = useRef<HTMLInputElement>(null)
  const takeUp = () => {
    const field = input.current
    if (!live || !field?.files || field.files.length === 0) return
    onAdd([...field.files], replaces)
    field.value = ''
  }
  // a file chosen before the scripts ran has told nobody
  useEffect(() => takeUp())
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`${path}/files?${query.toString()}`}
      className={`chooser${live ? ' chooser--live' : ''}${large ? ' chooser--large' : ''}`}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={input}
        type="file"
        name="file"
        accept={slot.accept}
        multiple={large && slot.max > 1}
        aria-label={name ? name : `${label} · ${slot.label}`}
        onChange={takeUp}
      />
      {large && live && <span className="quiet small">{t('file.drop')}</span>}
      {!live && <button className="button button--small">{t('file.upload')}</button>}
    </form>
  )
}
