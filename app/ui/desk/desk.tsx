import { useCallback, useEffect, useRef, useState } from 'react'
import { useT } from '~/i18n/use-t'
import type { DeskSetup } from './desk-setup'
import { FilmStrip } from './film-strip'
import { KeyHelp } from './key-help'
import { pressKey } from './keys'
import { AwaitCall } from './live-call'
import { LightTable, type TableHandle } from './light-table'
import { MarkingPanel } from './marking-panel'
import { keepShell } from './offline-shell'
import { Overview } from './overview'
import { SignDialog } from './sign-dialog'
import { TopBar } from './top-bar'
import { Trouble } from './trouble'
import { DeskContext, useDesk, useDeskStore } from './use-desk'
import { NoteDialog, RecuseDialog, RefusedDialog } from './work-dialogs'

type Open = 'help' | 'overview' | 'recuse' | 'note' | 'sign' | 'refused' | null

/** The judge's desk: a dark table with the work on it, the sheet beside it, and nothing that tints or tells. */
export function Desk({ setup }: { setup: DeskSetup }) {
  const store = useDeskStore(setup)
  return (
    <DeskContext.Provider value={store}>
      <DeskPage />
    </DeskContext.Provider>
  )
}

function DeskPage() {
  const t = useT('judge')
  const { store, state } = useDesk()
  const work = store.work()
  const [open, setOpen] = useState<Open>(null)
  const [immersed, setImmersed] = useState(false)
  const [offlineReady, setOfflineReady] = useState<boolean | null>(null)
  const table = useRef<TableHandle>(null)
  const close = useCallback(() => setOpen(null), [])
  const idle = work !== null && state.call !== null && state.call.code === null
  const immerse = useCallback(() => setImmersed((before) => !before), [])

  useEffect(() => void keepShell().then(setOfflineReady), [])
  // a label that was scanned outside leads here with the work's code
  const { phase, works } = state
  useEffect(() => {
    const code = phase === 'ready' ? new URLSearchParams(location.search).get('work') : null
    if (code === null) return
    const at = works.findIndex((one) => one.code === code)
    history.replaceState(history.state, '', location.pathname)
    if (at >= 0) store.go(at)
  }, [phase, works, store])
  useEffect(() => {
    // the browser's own bars go too where it lets them; the layout does not depend on it
    if (immersed) void document.documentElement.requestFullscreen?.().catch(() => undefined)
    else if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
    const left = () => document.fullscreenElement === null && setImmersed(false)
    document.addEventListener('fullscreenchange', left)
    return () => document.removeEventListener('fullscreenchange', left)
  }, [immersed])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && open === 'overview') return setOpen(null)
      if (event.key === 'Escape') return setImmersed(false)
      if (open === 'overview' && event.key.toLowerCase() !== 'o') return
      pressKey(event, store, (what) => {
        if (what === 'fit') table.current?.fit()
        else if (what === 'stitch') table.current?.stitch()
        else if (what === 'next-view') table.current?.turn(1)
        else if (what === 'previous-view') table.current?.turn(-1)
        else if (what === 'immerse') immerse()
        else if (what === 'type') document.querySelector<HTMLElement>('.desk-typed input')?.focus()
        else if (what === 'overview') setOpen((before) => (before === 'overview' ? null : 'overview'))
        else if (what === 'help' || (what === 'note' && work) || (what === 'recuse' && store.open && work)) setOpen(what)
      })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [store, open, work, immerse])

  return (
    <main className="desk" data-immersed={immersed || undefined}>
      <TopBar ask={setOpen} />
      <Trouble />
      {idle && open !== 'overview' && <AwaitCall />}
      {work && !idle && open !== 'overview' && (
        <>
          <LightTable ref={table} work={work} immersed={immersed} immerse={immerse} />
          <MarkingPanel work={work} ask={setOpen} />
          <FilmStrip />
        </>
      )}
      {work && open === 'overview' && <Overview close={close} />}
      {!work && <Waiting />}
      {open === 'help' && <KeyHelp close={close} offlineReady={offlineReady} />}
      {open === 'sign' && <SignDialog close={close} />}
      {open === 'refused' && <RefusedDialog close={close} />}
      {open === 'note' && work && <NoteDialog work={work} close={close} />}
      {open === 'recuse' && work && <RecuseDialog work={work} close={close} />}
      <p className="visually-hidden" aria-live="polite">
        {work ? t('desk.here', { code: work.code, at: state.at + 1, all: state.works.length }) : ''}
      </p>
    </main>
  )
}

/** Loading, failed, and the empty table of a judge who has nothing to judge. */
function Waiting() {
  const t = useT('judge')
  const { store, state } = useDesk()
  if (state.phase === 'loading') {
    return (
      <div className="desk-waiting">
        <h1>{store.setup.stageName}</h1>
        <p>{t('desk.loading')}</p>
        <noscript>
          <p>{t('desk.needsScript')}</p>
        </noscript>
      </div>
    )
  }
  if (state.phase === 'failed') {
    return (
      <div className="desk-waiting">
        <h1>{t('desk.failedTitle')}</h1>
        <p>
          {t(
            state.trouble === 'signed-out'
              ? 'desk.failedSignedOut'
              : state.trouble === 'offline'
                ? 'desk.failedOffline'
                : 'desk.failedStopped',
          )}
        </p>
        <button type="button" className="desk-act" onClick={() => void store.reload()}>
          {t('desk.tryAgain')}
        </button>
      </div>
    )
  }
  return (
    <div className="desk-waiting">
      <h1>{t('desk.emptyTitle')}</h1>
      <p>{t('desk.emptyText')}</p>
    </div>
  )
}
