import { useEffect, useState } from 'react'
import { useT } from '~/i18n/use-t'

/** A text to take along: copied by a button where the browser can, else selected by hand. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const t = useT('ui')
  const [state, setState] = useState<'none' | 'can' | 'copied'>('none')
  useEffect(() => {
    if (window.isSecureContext) setState('can')
  }, [])
  return (
    <div className="copy">
      <label>
        <span className="small quiet">{label}</span>
        <textarea readOnly rows={Math.min(14, text.split('\n').length + 2)} value={text} />
      </label>
      {state !== 'none' && (
        <button
          type="button"
          className="button button--small"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setState('copied'))}
        >
          {state === 'copied' ? t('copied') : t('copy')}
        </button>
      )}
    </div>
  )
}
