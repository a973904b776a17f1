import { useRef } from 'react'
import { PIECE_STATES } from '~/domain/judging/production/piece-state'
import { useT } from '~/i18n/use-t'
import { CameraScan } from './camera-scan'

/** One piece: its label by hand scanner, camera or keyboard, what the scan means, and how the piece looks. */
export function ScanForm({ path, target, label }: { path: string; target: string; label: string }) {
  const t = useT('production')
  const form = useRef<HTMLFormElement>(null)
  const found = (text: string) => {
    const field = form.current?.elements.namedItem('label')
    if (!(field instanceof HTMLInputElement)) return
    field.value = text
    form.current?.requestSubmit()
  }
  return (
    <form ref={form} method="post" action={path} encType="multipart/form-data" className="scan-form">
      <div className="field scan-label">
        <label htmlFor="label">{t('scan.label')}</label>
        <input
          id="label"
          name="label"
          required
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={label}
          placeholder={t('scan.labelHelp')}
          className="num"
        />
      </div>
      <div className="field">
        <label htmlFor="to">{t('scan.to')}</label>
        <select id="to" name="to" defaultValue={target}>
          <option value="">{t('scan.next')}</option>
          {PIECE_STATES.map((state) => (
            <option key={state} value={state}>
              {t(`state.${state}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="condition">{t('scan.condition')}</label>
        <input id="condition" name="condition" maxLength={300} autoComplete="off" placeholder={t('scan.conditionHelp')} />
      </div>
      <div className="field">
        <label htmlFor="photo">{t('scan.photo')}</label>
        <input id="photo" name="photo" type="file" accept="image/*" capture="environment" />
      </div>
      <div className="row">
        <button className="button button--act">{t('scan.do')}</button>
        <CameraScan found={found} words={{ open: t('scan.camera'), close: t('scan.stop'), failed: t('scan.cameraFailed') }} />
      </div>
    </form>
  )
}
