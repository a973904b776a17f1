import { type RefObject, useEffect, useRef, useState } from 'react'
import { useT } from '~/i18n/use-t'
import { countWorks, filtersOf, matches, standingOf, voteOn } from './desk-model'
import { pictureAddress } from './desk-pictures'
import type { DeskWork } from './desk-setup'
import { useDesk } from './use-desk'
import { VoteSign } from '~/ui/vote-sign'

const FRAME = 80

/** How many frames fit into an element. */
function useFrames(strip: RefObject<HTMLElement>): number {
  const [frames, setFrames] = useState(12)
  useEffect(() => {
    const element = strip.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setFrames(Math.max(3, Math.floor((element.clientWidth - 16) / FRAME))))
    observer.observe(element)
    return () => observer.disconnect()
  }, [strip])
  return frames
}

/** The works around this one, and the filters that decide what the arrows walk through. */
export function FilmStrip() {
  const t = useT('judge')
  const { store, state } = useDesk()
  const strip = useRef<HTMLOListElement>(null)
  const frames = useFrames(strip)
  const { works, at, filter, sheets, notes } = state
  const shown = works.flatMap((work, place) => (place === at || matches(filter, work, sheets, notes) ? [{ work, place }] : []))
  const here = shown.findIndex(({ place }) => place === at)
  const from = Math.max(0, Math.min(here - Math.floor(frames / 2), shown.length - frames))
  return (
    <section className="desk-strip" aria-label={t('desk.strip')}>
      <Filters />
      <ol ref={strip}>
        {shown.slice(from, from + frames).map(({ work, place }) => (
          <li key={work.code} aria-current={place === at || undefined}>
            <button type="button" onClick={() => store.go(place)} aria-label={t('desk.goTo', { code: work.code })}>
              <Frame work={work} />
              <span>{work.code}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The filters with their counts: by how far a sheet is, or by vote. */
export function Filters() {
  const t = useT('judge')
  const vote = useT('jury')
  const { store, state } = useDesk()
  const counts = countWorks(state.works, state.sheets, state.notes)
  return (
    <div className="desk-filters" data-votes={store.setup.voting || undefined} role="group" aria-label={t('desk.filter')}>
      {filtersOf(store.setup).map((filter) => (
        <button key={filter} type="button" aria-pressed={state.filter === filter} onClick={() => store.setFilter(filter)}>
          {filter === 'in' || filter === 'hold' || filter === 'out' ? vote(`choice.${filter}`) : t(`desk.filters.${filter}`)}
          <span className="num">{counts[filter]}</span>
        </button>
      ))}
    </div>
  )
}

/** A small picture with a sign of how far its sheet is. */
export function Frame({ work, lazy = false }: { work: DeskWork; lazy?: boolean }) {
  const t = useT('judge')
  const vote = useT('jury')
  const { store, state } = useDesk()
  const voted = store.setup.voting ? voteOn(state.sheets.get(work.code)) : null
  const standing = standingOf(state.sheets.get(work.code))
  const later = state.notes.get(work.code)?.later ?? false
  return (
    <span className="desk-frame" data-standing={standing}>
      {work.cover && state.files && (
        <img src={pictureAddress(state.files, work.code, work.cover, true)} alt="" loading={lazy ? 'lazy' : undefined} decoding="async" />
      )}
      {voted && (
        <span className="desk-sign">
          <VoteSign choice={voted} />
          <span className="visually-hidden">{vote(`choice.${voted}`)}</span>
        </span>
      )}
      {!voted && standing !== 'empty' && (
        <span className="desk-sign">
          <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
            <path d={standing === 'done' ? 'M3 8.500l3 3 7-7' : 'M4 8h8'} />
          </svg>
          <span className="visually-hidden">{t(`desk.standing.${standing}`)}</span>
        </span>
      )}
      {later && (
        <span className="desk-sign desk-sign--later">
          <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
            <path d="M4.500 2.500h7v11L8 10.500l-3.500 3z" />
          </svg>
          <span className="visually-hidden">{t('desk.filters.later')}</span>
        </span>
      )}
    </span>
  )
}
