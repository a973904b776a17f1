import { useEffect, useRef } from 'react'
import { CHOICES } from '~/domain/judging/votes/choice'
import { useT } from '~/i18n/use-t'
import { voteOn } from './desk-model'
import { VoteSign } from '~/ui/vote-sign'
import { useDesk } from './use-desk'

/** Three large choices; each leads straight to the next work. */
export function VotePad() {
  const t = useT('jury')
  const { store, state } = useDesk()
  const vote = voteOn(store.sheet())
  const pad = useRef<HTMLDivElement>(null)
  const refocus = useRef<string | null>(null)
  // who votes by tab and space stays on the pad when the next work comes
  useEffect(() => {
    if (refocus.current === null) return
    pad.current?.querySelector<HTMLElement>(`[data-choice="${refocus.current}"]`)?.focus()
    refocus.current = null
  }, [state.at])
  return (
    <div className="desk-vote">
      <div ref={pad} className="desk-ballot" role="group" aria-label={t('vote.pad')}>
        {CHOICES.map((choice, at) => (
          <button
            key={choice}
            type="button"
            data-choice={choice}
            aria-pressed={vote === choice}
            disabled={!store.open}
            onClick={(event) => {
              if (event.detail === 0) refocus.current = choice
              store.vote(choice)
            }}
          >
            <VoteSign choice={choice} />
            <span>{t(`choice.${choice}`)}</span>
            <kbd aria-hidden="true">{at + 1}</kbd>
          </button>
        ))}
      </div>
      <div className="desk-half">
        <span role="status">
          {state.justVoted ? t('vote.just', { code: state.justVoted.code, choice: t(`choice.${state.justVoted.choice}`) }) : ''}
        </span>
        {store.open && (
          <button type="button" onClick={() => store.clear()} disabled={vote === null}>
            {t('vote.clear')} <kbd aria-hidden="true">⌫</kbd>
          </button>
        )}
      </div>
    </div>
  )
}
