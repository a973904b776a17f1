import { useLocalPath, useT } from '~/i18n/use-t'
import type { SaveStatus } from './use-autosave'

/** How saving stands, in words: said to a screen reader when it changes. */
export function SaveLine({ status, live, path }: { status: SaveStatus; live: boolean; path: string }) {
  const t = useT('entrant')
  const to = useLocalPath()
  if (!live) return null
  const texts: Record<SaveStatus['kind'], string> = {
    idle: t('editor.savedAlready'),
    unsaved: t('editor.unsaved'),
    saving: t('editor.saving'),
    saved: status.kind === 'saved' ? t('editor.saved', { time: status.at }) : '',
    offline: t('editor.offline'),
    failed: t('editor.failed'),
    'signed-out': t('editor.signedOut'),
    refused: status.kind === 'refused' ? status.text : '',
    conflict: t('editor.conflictTitle'),
  }
  return (
    <p className={`save-line save-line--${status.kind}`} role="status">
      {texts[status.kind]}
      {status.kind === 'conflict' && <a href="#conflict-title">{t('editor.seeBoth')}</a>}
      {status.kind === 'signed-out' && (
        <>
          {' '}
          <a href={to(`/sign-in?next=${encodeURIComponent(to(path))}`)} target="_blank" rel="noreferrer">
            {t('editor.signInAgain')}
          </a>
        </>
      )}
    </p>
  )
}
