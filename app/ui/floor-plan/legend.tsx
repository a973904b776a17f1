import type { UnitState } from '~/domain/booths/plan-view'
import { useT } from '~/i18n/use-t'

const states: UnitState[] = ['free', 'mine', 'held', 'reserved', 'sold', 'kept']

/** Each state with its pattern, its word and how many booths there are of it. */
export function Legend({ counts }: { counts: Partial<Record<UnitState, number>> }) {
  const t = useT('booths')
  return (
    <ul className="plan-states" aria-label={t('floor.legend')}>
      {states
        .filter((state) => (counts[state] ?? 0) > 0)
        .map((state) => (
          <li key={state}>
            <svg viewBox="0 0 24 18" aria-hidden="true" className={`stand--${state}`}>
              <rect className="stand-ground" x=".5" y=".5" width="23" height="17" />
            </svg>
            {t(`state.${state}`)} <b>{counts[state]}</b>
          </li>
        ))}
      <li className="quiet">{t('floor.legendNote')}</li>
    </ul>
  )
}
