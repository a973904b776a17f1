import { useEffect, useRef } from 'react'
import { useT } from '~/i18n/use-t'
import { CriterionRow } from './criterion-row'
import type { DeskWork } from './desk-setup'
import { LiveCall } from './live-call'
import { useDesk } from './use-desk'
import { VotePad } from './vote-pad'

/** The criteria of one work, the open one with its anchors and its pad, and the way to the next work. */
export function MarkingPanel({ work, ask }: { work: DeskWork; ask: (what: 'recuse' | 'note') => void }) {
  const t = useT('judge')
  const { store, state } = useDesk()
  const { criteria, groups, tracks } = store.setup
  const sheet = store.sheet()
  const given = sheet.filter((value) => value !== null).length
  const note = state.notes.get(work.code)
  const panel = useRef<HTMLElement>(null)
  const refocus = useRef<string | null>(null)
  // who marks by tab and space stays on the pad when it moves to the next criterion
  useEffect(() => {
    if (refocus.current === null) return
    panel.current?.querySelector<HTMLElement>(`.desk-pad [data-cell="${refocus.current}"]`)?.focus()
    refocus.current = null
  }, [state.criterion, state.at])
  const name = (list: { id: string; name: string }[], id: string | null) => list.find((each) => each.id === id)?.name
  const where = [name(groups, work.group), name(tracks, work.track)].filter(Boolean).join(' · ')
  return (
    <section className="desk-marks" aria-label={t('desk.marking')} ref={panel}>
      <header>
        <h1>{work.code}</h1>
        <p>
          <span className="desk-title">{work.title}</span>
          <span>{where || t('desk.anonymous')}</span>
        </p>
      </header>
      <LiveCall />
      {store.setup.voting ? (
        <VotePad />
      ) : (
        <ol className="desk-criteria" style={{ gridTemplateColumns: `repeat(${criteria.length}, minmax(0, 1fr))` }}>
          {criteria.map((criterion, at) => (
            <CriterionRow
              key={criterion.id}
              criterion={criterion}
              at={at}
              value={sheet[at] ?? null}
              marked={(cell) => {
                refocus.current = cell
              }}
            />
          ))}
        </ol>
      )}
      <footer>
        <div className="desk-aside">
          <p aria-live="polite">
            {!store.open
              ? t('desk.readOnly')
              : store.setup.voting
                ? ''
                : given === criteria.length
                  ? t('desk.allGiven')
                  : t('desk.given', { given, left: criteria.length - given })}
          </p>
          <div>
            <button type="button" onClick={() => ask('note')} aria-pressed={Boolean(note?.text)}>
              {t('desk.note')} <kbd aria-hidden="true">N</kbd>
            </button>
            {!store.setup.voting && (
              <button type="button" onClick={() => store.later()} aria-pressed={note?.later ?? false}>
                {t('desk.later')} <kbd aria-hidden="true">L</kbd>
              </button>
            )}
            <button type="button" onClick={() => ask('recuse')} disabled={!store.open}>
              {t('desk.recuse')} <kbd aria-hidden="true">R</kbd>
            </button>
          </div>
        </div>
        <button type="button" onClick={() => store.step(-1)} aria-label={t('desk.previous')}>
          <kbd aria-hidden="true">←</kbd>
        </button>
        <button type="button" className="desk-next" data-advancing={state.advancing || undefined} onClick={() => store.next()}>
          {t('desk.next')} <kbd aria-hidden="true">→</kbd>
        </button>
      </footer>
    </section>
  )
}
