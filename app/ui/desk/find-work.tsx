import { type FormEvent, useRef, useState } from 'react'
import { codeOnLabel } from '~/domain/judging/production/read-label'
import { useT } from '~/i18n/use-t'
import { CameraScan } from '~/ui/scan/camera-scan'
import { useDesk } from './use-desk'

/** On site the works lie on tables: a label is scanned or its code typed, and the desk turns to that work, also without network. */
export function FindWork({ go }: { go: (place: number) => void }) {
  const t = useT('judge')
  const { state } = useDesk()
  const field = useRef<HTMLInputElement>(null)
  const [missing, setMissing] = useState<string | null>(null)
  const find = (text: string) => {
    const code = codeOnLabel(text)
    const at = state.works.findIndex((work) => work.code === code)
    if (at >= 0) go(at)
    else setMissing(code ?? text)
  }
  return (
    <form
      className="desk-find"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        find(field.current?.value ?? '')
      }}
    >
      <input
        ref={field}
        aria-label={t('find.label')}
        placeholder={t('find.label')}
        autoComplete="off"
        onKeyDown={(event) => event.stopPropagation()}
        onChange={() => setMissing(null)}
      />
      <button>{t('find.go')}</button>
      <CameraScan found={find} words={{ open: t('find.camera'), close: t('find.stop'), failed: t('find.failed') }} />
      {missing !== null && <p role="alert">{t('find.none', { code: missing })}</p>}
    </form>
  )
}
