import { memo, useEffect, useRef } from 'react'
import { useT } from '~/i18n/use-t'
import { matches } from './desk-model'
import type { DeskWork } from './desk-setup'
import { Filters, Frame } from './film-strip'
import { FindWork } from './find-work'
import { useDesk } from './use-desk'

/** How many cells the browser lays out together; those out of sight cost nothing. */
const CHUNK = 60

/** Every work as a small picture, to see what is left and to go anywhere. */
export function Overview({ close }: { close: () => void }) {
  const t = useT('judge')
  const vote = useT('jury')
  const { store, state } = useDesk()
  const grid = useRef<HTMLDivElement>(null)
  const { works, at, filter, sheets, notes } = state
  const shown = works.flatMap((work, place) => (matches(filter, work, sheets, notes) ? [{ work, place }] : []))
  useEffect(() => {
    const current = grid.current?.querySelector<HTMLElement>('[aria-current]') ?? grid.current?.querySelector('button')
    current?.scrollIntoView({ block: 'center' })
    current?.focus({ preventScroll: true })
  }, [])
  const go = (place: number) => {
    store.go(place)
    close()
  }
  const chunks = Array.from({ length: Math.ceil(shown.length / CHUNK) }, (_, n) => shown.slice(n * CHUNK, (n + 1) * CHUNK))
  return (
    <section className="desk-overview" aria-label={t('desk.overview')}>
      <header>
        <h1>{t('desk.overview')}</h1>
        <Filters />
        <FindWork go={go} />
        <button type="button" onClick={close}>
          {t('desk.backToWork')} <kbd aria-hidden="true">O</kbd>
        </button>
      </header>
      <div ref={grid} className="desk-grid" onKeyDown={walk}>
        {chunks.map((chunk, n) => (
          <ol key={n} start={n * CHUNK + 1}>
            {chunk.map(({ work, place }) => (
              <Cell key={work.code} work={work} current={place === at} go={() => go(place)} />
            ))}
          </ol>
        ))}
        {shown.length === 0 && (
          <p className="desk-missing">
            {filter === 'in' || filter === 'hold' || filter === 'out'
              ? vote('vote.none', { choice: vote(`choice.${filter}`) })
              : t(`desk.none.${filter}`)}
          </p>
        )}
      </div>
    </section>
  )
}

const Cell = memo(function Cell({ work, current, go }: { work: DeskWork; current: boolean; go: () => void }) {
  return (
    <li>
      <button type="button" onClick={go} aria-current={current || undefined}>
        <Frame work={work} lazy />
        <span>{work.code}</span>
        <span className="desk-title">{work.title}</span>
      </button>
    </li>
  )
})

/** Arrow keys walk the grid as it is laid out. */
function walk(event: React.KeyboardEvent<HTMLElement>): void {
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const at = cells.indexOf(document.activeElement as HTMLElement)
  const top = cells[at]?.offsetTop
  if (top === undefined) return
  const row = cells.filter((cell) => cell.offsetTop === top).length
  const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row }[event.key]
  if (by === undefined) return
  event.preventDefault()
  event.stopPropagation()
  cells[at + by]?.focus()
}
