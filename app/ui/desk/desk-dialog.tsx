import { type ReactNode, useEffect, useRef } from 'react'
import { useT } from '~/i18n/use-t'

/** A dialog over the table: the browser keeps focus inside and gives it back; Escape closes. */
export function DeskDialog({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  const t = useT('ui')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="desk-dialog"
      aria-labelledby="desk-dialog-title"
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div>
        <header>
          <h2 id="desk-dialog-title">{title}</h2>
          <button type="button" onClick={close} aria-label={t('close')}>
            ✕
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
