import type { Side } from '~/domain/booths/openings'
import type { Rect } from '~/domain/booths/rect'
import { useT } from '~/i18n/use-t'
import type { DrawnUnit } from './plan-types'
import { K } from './scale'

/** One stand on the plan: a link, so that it works by mouse, touch, keyboard and without JavaScript. */
export function Stand({ unit }: { unit: DrawnUnit }) {
  const { box, rects, state, openings, fits, chosen, href, label } = unit
  const closed = (['north', 'east', 'south', 'west'] as const).filter((side) => !openings.includes(side))
  return (
    <a
      href={href}
      className={`stand stand--${state}${fits ? '' : ' stand--out'}${chosen ? ' stand--chosen' : ''}`}
      aria-label={label}
      aria-current={chosen ? 'true' : undefined}
      data-x={box.x + box.width / 2}
      data-y={box.y + box.depth / 2}
    >
      {rects.map((rect) => (
        <rect
          key={`${rect.x}:${rect.y}`}
          className="stand-ground"
          x={rect.x * K}
          y={rect.y * K}
          width={rect.width * K}
          height={rect.depth * K}
        />
      ))}
      {rects.length > 1 && <rect className="stand-edge" x={box.x * K} y={box.y * K} width={box.width * K} height={box.depth * K} />}
      <path className="stand-wall" d={closed.map((side) => wall(box, side)).join('')} />
      <Words unit={unit} />
    </a>
  )
}

function wall({ x, y, width, depth }: Rect, side: Side): string {
  const [left, top, across, down] = [x * K, y * K, width * K, depth * K]
  if (side === 'north') return `M${left} ${top}h${across}`
  if (side === 'south') return `M${left} ${top + down}h${across}`
  return side === 'west' ? `M${left} ${top}v${down}` : `M${left + across} ${top}v${down}`
}

/** Number, price and open sides on the stand itself, as far as they fit. */
function Words({ unit: { box, state, kind, numbers, price, name, until, openings, area } }: { unit: DrawnUnit }) {
  const t = useT('booths')
  const [x, y, width, height] = [box.x * K + 6, box.y * K, box.width * K, box.depth * K]
  const wide = width >= 110 && height >= 90
  const head = wide && kind === 'raw' ? `${t('kind.raw')} ${numbers[0] ?? ''}` : numbers.join(' + ')
  const face = t(wide ? 'opening' : 'openShort', { count: openings.length })
  const second = state === 'free' ? price : cut(name || t(`state.${state}`), width)
  const third = state === 'free' ? face : ''
  if (width < 40 || height < 24) return null
  return (
    <g aria-hidden="true">
      <text className={wide && kind === 'raw' ? 'stand-raw' : 'stand-no'} x={x} y={y + (wide ? 26 : 16)}>
        {cut(head, width)}
      </text>
      {height >= 36 && (
        <text className="stand-price" x={x} y={y + (wide ? 48 : 34)}>
          {wide && kind === 'raw' ? `${t('area', { area: area / 100 })}${second ? ` · ${second}` : ''}` : second}
        </text>
      )}
      {height >= 52 && until && (
        <text className="stand-face" x={x} y={y + (wide ? 68 : 51)} data-ends={until}>
          {''}
        </text>
      )}
      {height >= 52 && third && (
        <text className="stand-face" x={x} y={y + (wide ? 68 : 51)}>
          {third}
        </text>
      )}
    </g>
  )
}

/** As much of a text as a stand is wide: a Chinese sign takes twelve units, a Latin letter seven. */
function cut(text: string, width: number): string {
  let used = 12
  for (const [at, sign] of [...text].entries()) {
    used += /[\u2e80-\uffef]/.test(sign) ? 12 : 7
    if (used > width) return `${[...text].slice(0, Math.max(1, at - 1)).join('')}…`
  }
  return text
}
