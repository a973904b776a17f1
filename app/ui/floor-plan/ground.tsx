import { useT } from '~/i18n/use-t'
import type { DrawnHall } from './plan-types'
import { EDGE, K } from './scale'

/** The floor under the stands: grid, walls and pillars, fire lanes, entrances, zone names, scale. Decoration for assistive tools. */
export function Ground({ hall }: { hall: DrawnHall }) {
  const t = useT('booths')
  const cell = hall.step * K
  const [width, height] = [hall.width * K, hall.depth * K]
  const at = (row: number, column: number) => hall.letters[row]?.[column]
  const cells = hall.letters.flatMap((letters, row) => letters.map((letter, column) => ({ letter, row, column })))
  const lines = [
    ...Array.from({ length: Math.max(0, Math.ceil(hall.width / hall.step) - 1) }, (_, n) => `M${(n + 1) * cell} 0v${height}`),
    ...Array.from({ length: Math.max(0, hall.letters.length - 1) }, (_, n) => `M0 ${(n + 1) * cell}h${width}`),
  ]
  const lane = cells.find(({ letter, row, column }) => letter === '~' && at(row - 1, column) !== '~' && at(row + 2, column) === '~')
  return (
    <g aria-hidden="true">
      <rect className="plan-floor" width={width} height={height} />
      <path className="plan-grid" d={lines.join('')} />
      {cells.map(({ letter, row, column }) => {
        const [x, y] = [column * cell, row * cell]
        if (letter === '~') return <rect key={`${row}:${column}`} x={x} y={y} width={cell} height={cell} fill="url(#plan-fire)" />
        if (letter !== '#') return null
        const alone = [at(row - 1, column), at(row + 1, column), at(row, column - 1), at(row, column + 1)].every((beside) => beside !== '#')
        const size = alone ? 14 : cell
        return (
          <rect
            key={`${row}:${column}`}
            className="plan-pillar"
            x={x + (cell - size) / 2}
            y={y + (cell - size) / 2}
            width={size}
            height={size}
          />
        )
      })}
      {lane && (
        <text className="plan-lane" transform={`translate(${(lane.column + 0.5) * cell + 4} ${(lane.row + 0.3) * cell}) rotate(90)`}>
          {t('floor.fire')}
        </text>
      )}
      <rect className="plan-outer" width={width} height={height} />
      <Doors hall={hall} />
      {hall.zones.map(({ name, x, y }) => (
        <text key={name} className="plan-zone" x={x * K + 4} y={y * K}>
          {name}
        </text>
      ))}
      <g className="plan-scale" transform={`translate(${width - cell} ${height + 18})`}>
        <path d={`M0 0h${cell}M0 -4v8M${cell} -4v8`} />
        <text x={-8} y={5} textAnchor="end">
          {t('floor.scale', { metres: hall.step / 10 })}
        </text>
      </g>
    </g>
  )
}

type Door = { edge: 'north' | 'south' | 'west' | 'east'; from: number; length: number }

/** Entrances that stand side by side on one edge are one door: a gap in the wall and an arrow inwards. */
function doorsOf({ letters }: DrawnHall): Door[] {
  const last = letters.length - 1
  const width = letters[0]?.length ?? 0
  const edges: [Door['edge'], (string | undefined)[]][] = [
    ['north', [...(letters[0] ?? [])]],
    ['south', [...(letters[last] ?? [])]],
    ['west', letters.map((row) => row[0])],
    ['east', letters.map((row) => row[width - 1])],
  ]
  return edges.flatMap(([edge, signs]) =>
    signs.flatMap((sign, from) => {
      if (sign !== '>' || signs[from - 1] === '>') return []
      const end = signs.findIndex((other, n) => n > from && other !== '>')
      return [{ edge, from, length: (end < 0 ? signs.length : end) - from }]
    }),
  )
}

function Doors({ hall }: { hall: DrawnHall }) {
  const t = useT('booths')
  const cell = hall.step * K
  const [width, height] = [hall.width * K, hall.depth * K]
  return doorsOf(hall).map(({ edge, from, length }) => {
    const flat = edge === 'north' || edge === 'south'
    const middle = (from + length / 2) * cell
    const [x, y] = flat ? [middle, edge === 'north' ? 0 : height] : [edge === 'west' ? 0 : width, middle]
    const turn = { south: 0, west: 90, north: 180, east: 270 }[edge]
    return (
      <g key={edge + from}>
        <rect
          className="plan-gap"
          x={flat ? from * cell : x - 3}
          y={flat ? y - 3 : from * cell}
          width={flat ? length * cell : 6}
          height={flat ? 6 : length * cell}
        />
        <path className="plan-door" d="M0 12v-34m-9 9l9 -9l9 9" transform={`translate(${x} ${y}) rotate(${turn})`} />
        <text
          className="plan-door-name"
          textAnchor="middle"
          transform={
            flat
              ? `translate(${x} ${edge === 'north' ? -16 : height + 30})`
              : `translate(${edge === 'west' ? -20 : width + 26} ${y}) rotate(-90)`
          }
        >
          {t('floor.entrance')}
        </text>
      </g>
    )
  })
}

export const planBox = ({ width, depth }: DrawnHall) => `${-EDGE} ${-EDGE} ${width * K + 2 * EDGE} ${depth * K + 2 * EDGE}`
