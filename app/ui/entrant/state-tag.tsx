import { useT } from '~/i18n/use-t'

export type ShownState =
  | 'draft'
  | 'submitted'
  | 'changed'
  | 'returned'
  | 'accepted'
  | 'rejected'
  | 'withdrawn'
  // how an accepted work fared, once a stage that judged it is published
  | 'awarded'
  | 'selected'
  | 'alternate'
  | 'not-selected'
  | 'disqualified'

/** Where an entry stands: a word with a mark, filled when it is in, hollow when it waits for its entrant. */
export function StateTag({ state }: { state: ShownState }) {
  const t = useT('entrant')
  return <span className={`state state--${state}`}>{t(`state.${state}`)}</span>
}
