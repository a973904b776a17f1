import { useT } from '~/i18n/use-t'
import type { DeskCriterion } from './desk-setup'
import { bandOf, hasFractions, keyOfCell, nextFraction, padCells } from './mark-values'
import { TypedMark } from './typed-mark'
import { useDesk } from './use-desk'

interface Row {
  criterion: DeskCriterion
  at: number
  value: string | null
  /** a cell was pressed by keyboard: focus follows the pad */
  marked: (cell: string) => void
}

/** One criterion: closed a line, open with the anchors and the pad. */
export function CriterionRow({ criterion, at, value, marked }: Row) {
  const t = useT('judge')
  const { store, state } = useDesk()
  const current = state.criterion === at
  return (
    <li className="desk-criterion" aria-current={current || undefined}>
      <h2>
        <button
          type="button"
          onClick={() => store.choose(at)}
          aria-expanded={current}
          aria-controls={current ? `pad-${criterion.id}` : undefined}
        >
          <span>{criterion.name}</span>
          <small>{t('desk.weight', { weight: criterion.weight })}</small>
          {value === null ? (
            <output className="desk-none" aria-label={t('desk.unmarked')}>
              —
            </output>
          ) : (
            <output>{value}</output>
          )}
        </button>
      </h2>
      {current && (
        <div id={`pad-${criterion.id}`} className="desk-open">
          <Anchors criterion={criterion} value={value} />
          {store.open && <Pad criterion={criterion} value={value} marked={marked} />}
        </div>
      )}
    </li>
  )
}

function Anchors({ criterion, value }: { criterion: DeskCriterion; value: string | null }) {
  const lit = bandOf(criterion.anchors, value)
  if (criterion.anchors.length === 0) return criterion.description ? <p className="desk-description">{criterion.description}</p> : null
  return (
    <dl className="desk-anchors" data-lit={lit ? '' : undefined}>
      {criterion.anchors.map((anchor) => (
        <div key={anchor.label} className={anchor === lit ? 'is' : undefined}>
          <dt>{anchor.label}</dt>
          <dd>{anchor.text}</dd>
        </div>
      ))}
    </dl>
  )
}

function Pad({ criterion, value, marked }: Omit<Row, 'at'>) {
  const t = useT('judge')
  const { store } = useDesk()
  const cells = padCells(criterion)
  const whole = value === null ? null : String(Math.floor(Number(value)))
  return (
    <>
      {cells ? (
        <div
          className="desk-pad"
          role="group"
          aria-label={t('desk.pad', { min: criterion.min, max: criterion.max })}
          style={{ gridTemplateColumns: `repeat(${Math.ceil(cells.length / 2)}, 1fr)` }}
        >
          {cells.map((cell) => {
            const key = keyOfCell(cells, cell)
            const between = value !== null && value !== cell && whole === cell
            return (
              <button
                key={cell}
                type="button"
                data-cell={cell}
                aria-pressed={value === cell || between}
                onClick={(event) => {
                  if (event.detail === 0) marked(cell)
                  store.mark(cell)
                }}
              >
                {between ? value : cell}
                {key !== cell && key !== null && (
                  <span className="desk-key" aria-hidden="true">
                    {key}
                  </span>
                )}
              </button>
            )
          })}
        </div>
      ) : (
        <TypedMark key={criterion.id} criterion={criterion} value={value} />
      )}
      <Half cells={cells !== null} />
    </>
  )
}

/** Half and taking back: of the mark just given, although the pad has moved on to the next criterion. */
function Half({ cells }: { cells: boolean }) {
  const t = useT('judge')
  const { store, state } = useDesk()
  const target = store.target()
  const criterion = store.setup.criteria[target]
  const value = store.sheet()[target] ?? null
  if (!criterion) return null
  const named = target === state.criterion ? '' : criterion.name
  const next = value !== null && hasFractions(criterion) ? nextFraction(criterion, value) : null
  return (
    <div className="desk-half">
      <span className={named ? undefined : 'desk-digits'}>
        {named ? t('desk.justMarked', { name: named, value: value ?? '—' }) : cells ? t('desk.digits') : ''}
      </span>
      {hasFractions(criterion) && (
        <button type="button" onClick={() => store.half()} disabled={next === null || next === value}>
          {next === null || next === value ? t('desk.half') : `${value} → ${next}`} <kbd aria-hidden="true">.</kbd>
        </button>
      )}
      <button type="button" onClick={() => store.clear()} disabled={value === null}>
        {named ? t('desk.undo') : t('desk.clear')} <kbd aria-hidden="true">⌫</kbd>
      </button>
    </div>
  )
}
