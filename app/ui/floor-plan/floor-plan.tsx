import { useT } from '~/i18n/use-t'
import { Ground, planBox } from './ground'
import type { DrawnHall, DrawnUnit } from './plan-types'
import { EDGE, K } from './scale'
import { Stand } from './stand'

/** A hall as a picture. Arrow keys are added by /floor-plan.js; without it Tab goes from stand to stand. */
export function FloorPlan({ hall, units }: { hall: DrawnHall; units: readonly DrawnUnit[] }) {
  const t = useT('booths')
  const width = hall.width * K + 2 * EDGE
  return (
    <div className="plan-sheet" tabIndex={0} role="group" aria-label={t('floor.scroll', { hall: hall.name })}>
      <svg
        className="plan"
        viewBox={planBox(hall)}
        style={{ minWidth: Math.round(width * 0.76) }}
        role="group"
        aria-label={hall.name}
        data-floor-plan=""
      >
        <Patterns />
        <Ground hall={hall} />
        {/* what is chosen or mine is drawn last, so that its edge lies on top */}
        {[...units]
          .sort((a, b) => rank(a) - rank(b))
          .map((unit) => (
            <Stand key={unit.numbers[0]} unit={unit} />
          ))}
      </svg>
    </div>
  )
}

const rank = ({ chosen, state }: DrawnUnit) => (chosen ? 2 : state === 'mine' ? 1 : 0)

/** States are told by pattern and word, never by colour alone. */
export function Patterns() {
  return (
    <defs>
      <pattern id="plan-hatch" width="7" height="7" patternUnits="userSpaceOnUse">
        <rect className="pattern-ground" width="7" height="7" />
        <path className="pattern-line" d="M-1 1l2-2M0 7l7-7M6 8l2-2" />
      </pattern>
      <pattern id="plan-dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect className="pattern-ground" width="6" height="6" />
        <circle className="pattern-dot" cx="3" cy="3" r="1" />
      </pattern>
      <pattern id="plan-twill" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect className="pattern-ground" width="8" height="8" />
        <path className="pattern-line" d="M0 2h4M4 6h4M2 4v4M6 0v4" />
      </pattern>
      <pattern id="plan-fire" width="10" height="10" patternUnits="userSpaceOnUse">
        <path className="pattern-line" d="M-2 2l4-4M0 10l10-10M8 12l4-4" />
      </pattern>
    </defs>
  )
}
