import { forwardRef, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useT } from '~/i18n/use-t'
import { pictureAddress, preload } from './desk-pictures'
import type { DeskDetails, DeskSetup, DeskWork } from './desk-setup'
import { useDesk } from './use-desk'
import { useZoom } from './use-zoom'
import { WorkText } from './work-text'

export interface TableHandle {
  fit: () => void
  stitch: () => void
  turn: (by: 1 | -1) => void
}

interface View {
  id: string
  label: string
  picture: DeskDetails['pictures'][number] | null
}

/** Pictures under the labels of the form, numbered where a slot holds several; the text comes last. */
function viewsOf(setup: DeskSetup, details: DeskDetails | undefined, textLabel: string): View[] {
  const pictures = details?.pictures ?? []
  const views = pictures.map((picture): View => {
    const label = setup.slots.find(({ id }) => id === picture.slot)?.label ?? picture.slot
    const several = pictures.filter(({ slot }) => slot === picture.slot).length > 1
    return { id: picture.name, label: several ? `${label}${picture.name.slice(picture.slot.length + 1)}` : label, picture }
  })
  return [...views, { id: 'text', label: textLabel, picture: null }]
}

/** The work itself, as large as the screen allows; everything else on the page is around it. */
export const LightTable = forwardRef<TableHandle, { work: DeskWork; immersed: boolean; immerse: () => void }>(function LightTable(
  { work, immersed, immerse },
  handle,
) {
  const t = useT('judge')
  const { store, state } = useDesk()
  const details = state.details.get(work.code)
  const views = viewsOf(store.setup, details, t('desk.text'))
  const [chosen, setChosen] = useState<string | null>(null)
  useEffect(() => setChosen(null), [work.code])
  const at = Math.max(
    0,
    views.findIndex(({ id }) => id === chosen),
  )
  const view = views[at]
  const table = useRef<HTMLDivElement>(null)
  const image = useRef<HTMLImageElement>(null)
  const address = view?.picture ? pictureAddress(state.files, work.code, view.picture.name) : ''
  const { zoom, moving, fit, toStitch } = useZoom(table, address)
  const [failed, setFailed] = useState('')
  const turn = (by: 1 | -1) => setChosen(views[(at + by + views.length) % views.length]?.id ?? null)
  const stitch = () => {
    const { naturalWidth = 1, clientWidth = 1 } = image.current ?? {}
    toStitch(naturalWidth / Math.max(1, clientWidth))
  }
  useImperativeHandle(handle, () => ({ fit, stitch, turn }))

  useEffect(() => {
    const near = [state.at + 1, state.at - 1, state.at + 2].flatMap((place) => {
      const next = state.works[place]
      const known = next && state.details.get(next.code)
      return next && known
        ? known.pictures.slice(0, place === state.at + 1 ? 3 : 1).map(({ name }) => pictureAddress(state.files, next.code, name))
        : []
    })
    const rest = details?.pictures.map(({ name }) => pictureAddress(state.files, work.code, name)) ?? []
    // after the picture that is looked at
    const timer = setTimeout(() => preload([...rest, ...near]), 150)
    return () => clearTimeout(timer)
  }, [work.code, details, state.at, state.details, state.works, state.files])

  return (
    <section className="desk-light" aria-label={t('desk.work', { code: work.code })}>
      <div
        className="desk-table"
        ref={table}
        id="desk-view"
        role="tabpanel"
        aria-labelledby={`view-${view?.id}`}
        data-moving={moving || undefined}
        data-zoomed={zoom.scale > 1 || undefined}
      >
        {view?.picture && failed !== address && (
          <img
            ref={image}
            key={address}
            src={address}
            alt={t('desk.alt', { code: work.code, title: work.title, view: view.label })}
            draggable={false}
            style={{ transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` }}
            onError={() => {
              setFailed(address)
              store.renewFiles()
            }}
          />
        )}
        {view?.picture && failed === address && <p className="desk-missing">{t('desk.pictureMissing')}</p>}
        {view && !view.picture && details && <WorkText work={work} details={details} />}
        {!details && <p className="desk-missing">{t('desk.loadingWork')}</p>}
        {view?.picture?.pages != null && view.picture.pages > 1 && (
          <p className="desk-pages">{t('desk.pages', { pages: view.picture.pages })}</p>
        )}
      </div>
      <div className="desk-views">
        <div role="tablist" aria-label={t('desk.views')} onKeyDown={(event) => arrowTabs(event, turn)}>
          {views.map(({ id, label }, place) => (
            <button
              key={id}
              type="button"
              role="tab"
              id={`view-${id}`}
              aria-selected={place === at}
              aria-controls="desk-view"
              tabIndex={place === at ? 0 : -1}
              onClick={() => setChosen(id)}
            >
              {label}
            </button>
          ))}
        </div>
        <div className="desk-zoom">
          <button type="button" onClick={fit} disabled={zoom.scale === 1}>
            {t('desk.fit')} <kbd aria-hidden="true">F</kbd>
          </button>
          <button type="button" onClick={stitch} disabled={!view?.picture} aria-pressed={zoom.scale > 1.5}>
            {t('desk.stitch')} <kbd aria-hidden="true">Z</kbd>
          </button>
          <button type="button" onClick={immerse} aria-pressed={immersed}>
            {immersed ? t('desk.leaveFull') : t('desk.full')} <kbd aria-hidden="true">{t('desk.spaceKey')}</kbd>
          </button>
        </div>
      </div>
    </section>
  )
})

/** The arrow keys belong to the tabs while one of them has the focus. */
function arrowTabs(event: React.KeyboardEvent<HTMLElement>, turn: (by: 1 | -1) => void): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null
  if (by === null) return
  event.preventDefault()
  event.stopPropagation()
  turn(by)
  const tabs = event.currentTarget
  requestAnimationFrame(() => tabs.querySelector<HTMLElement>('[aria-selected="true"]')?.focus())
}
