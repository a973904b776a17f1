import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import { AuthorFields } from './author-fields'
import { Conflict } from './conflict'
import type { Difference, EditorView, Missing } from './editor-view'
import { FileSlot } from './file-slot'
import { SaveLine } from './save-line'
import { typedBefore } from './typed-before'
import { useAutosave } from './use-autosave'
import { useUploads } from './use-uploads'
import { WorkField } from './work-fields'

interface EditorProps {
  view: EditorView
  /** what stands above the form: what precheck asked, the deadline */
  children: ReactNode
  /** until when, in words */
  until: string
  /** why the last upload of a page without scripts was not taken */
  refused: { slot: string; text: string } | null
  /** what differs, when a form without scripts came too late */
  differences: Difference[] | null
  sample: boolean
  /** the title as it was just saved */
  onTitle: (title: string) => void
}

/**
 * The form of an entry. Everything in it is a plain form that works without scripts; with them it saves itself, sends
 * files as they are chosen and says how both stand.
 */
export function Editor({ view, children, until, refused, differences, sample, onTitle }: EditorProps) {
  const t = useT('entrant')
  const to = useLocalPath()
  const lang = useLang()
  const form = useRef<HTMLFormElement>(null)
  const [live, setLive] = useState(false)
  const [missing, setMissing] = useState(view.missing)
  useEffect(() => setLive(true), [])
  const path = view.path
  const onSaved = useCallback(
    (saved: { title: string; missing: Missing[] }) => {
      setMissing(saved.missing)
      onTitle(saved.title)
    },
    [onTitle],
  )
  const { status, save, touch, keepMine, leave } = useAutosave({ form, path, lang, version: view.version, onSaved })
  const { files, uploads, add, retry, cancel, remove } = useUploads({
    path,
    lang,
    slots: view.slots,
    failedText: t('file.failed'),
    onMissing: setMissing,
  })
  const errorsAt = useCallback((at: string) => errorsOf(missing, at), [missing])
  const reshape = async () => {
    if (!live) return
    // another group asks other questions: the page is made anew
    if (await save()) {
      leave()
      location.assign(`${to(path)}?edit=1`)
    }
  }
  // what was typed while the scripts were still on their way told nobody: it is saved as if it were typed now
  const looked = useRef(false)
  useEffect(() => {
    if (!live || looked.current || !form.current) return
    looked.current = true
    const typed = typedBefore(form.current)
    if (typed.includes('group')) void reshape()
    else if (typed.length > 0) touch()
  })

  return (
    <div className="editor">
      <div className="editor-main">
        {children}
        {differences && status.kind === 'idle' && <Conflict differences={differences} path={to(path)} />}
        {status.kind === 'conflict' && (
          <Conflict differences={status.differences} path={to(path)} onKeep={() => void keepMine(status.version)} />
        )}
        <form id="entry-form" method="post" ref={form} onInput={touch} onChange={touch} onSubmit={leave} noValidate>
          <input type="hidden" name="version" defaultValue={view.version} />
          {/* Enter in a field saves; it does not hand in */}
          <button className="visually-hidden" name="intent" value="save" tabIndex={-1}>
            {t('editor.save')}
          </button>
          <section className="part" aria-labelledby="part-work">
            <h2 id="part-work">{t('editor.part.work')}</h2>
            <div className="pair-fields">
              <Choose
                name="group"
                label={t('editor.group')}
                value={view.group.value}
                options={view.group.options}
                onChange={() => void reshape()}
              />
              {view.track && <Choose name="track" label={t('editor.track')} value={view.track.value ?? ''} options={view.track.options} />}
            </div>
            {view.fields.map((field) => (
              <WorkField key={field.id} field={field} errors={errorsAt(`field.${field.id}`)} />
            ))}
          </section>
          <section className="part" aria-labelledby="part-authors">
            <h2 id="part-authors">{t('editor.part.authors')}</h2>
            <p className="help">
              {t('editor.authorsHelp')} {t('editor.contactHelp')}
            </p>
            <AuthorFields view={view} errorsAt={errorsAt} />
          </section>
        </form>
        {view.slots.length > 0 && (
          <section className="part" aria-labelledby="part-files">
            <h2 id="part-files">
              {t('editor.part.files')} {sample && <span className="tag">{t('editor.sample')}</span>}
            </h2>
            {view.slots.map((slot) => (
              <FileSlot
                key={slot.id}
                slot={slot}
                path={path}
                live={live}
                files={files.filter((file) => file.slot === slot.id)}
                uploads={uploads.filter((upload) => upload.slot === slot.id)}
                errors={errorsAt(`file.${slot.id}`)}
                refused={refused?.slot === slot.id ? refused.text : undefined}
                onAdd={(chosen, replaces) => add(slot, chosen, replaces)}
                onRetry={retry}
                onCancel={cancel}
                onRemove={(fileId) => void remove(fileId)}
              />
            ))}
          </section>
        )}
      </div>
      <aside className="editor-side">
        <SaveLine status={status} live={live} path={path} />
        <dl className="side-facts">
          <dt>{t('editor.deadline')}</dt>
          <dd className="num">
            {until} {sample && <span className="tag">{t('editor.sample')}</span>}
          </dd>
        </dl>
        <MissingList missing={missing} />
        <div className="side-acts">
          <button className="button button--act" form="entry-form" name="intent" value="review">
            {t('editor.review')}
          </button>
          <p>{t('editor.reviewNote')}</p>
          {!live && (
            <button className="button" form="entry-form" name="intent" value="save">
              {t('editor.save')}
            </button>
          )}
          <p>
            <a href={to(`${path}/withdraw`)}>{view.number ? t('editor.withdraw') : t('editor.discard')}</a>
          </p>
        </div>
      </aside>
    </div>
  )
}

/** Only what is wrong stands at its field; what is merely not there yet stands in the list. */
function errorsOf(missing: Missing[], at: string): string[] | undefined {
  const texts = missing.filter((one) => one.at === at && !one.empty).map(({ text }) => text)
  return texts.length > 0 ? texts : undefined
}

function MissingList({ missing }: { missing: Missing[] }) {
  const t = useT('entrant')
  if (missing.length === 0) return <p className="all-there">{t('editor.complete')}</p>
  return (
    <details className="missing" open>
      <summary>{t('editor.missing', { count: missing.length })}</summary>
      <ul>
        {missing.map(({ at, label, text, empty }) => (
          <li key={at + text}>
            <a href={`#${at.replaceAll('.', '-')}`}>{label}</a>
            {!empty && <span>{text}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Choose({
  name,
  label,
  value,
  options,
  onChange,
}: {
  name: string
  label: string
  value: string
  options: { value: string; label: string }[]
  onChange?: () => void
}) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value} onChange={onChange}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
