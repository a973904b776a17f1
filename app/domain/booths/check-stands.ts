import type { Hall, Stand } from './stand'
import type { FloorFault } from './floor-fault'
import { cellAt, cellRect, kindOf } from './read-plan'
import type { CellKind, Plan } from './read-plan'
import { overlaps, within } from './rect'
import type { Rect } from './rect'
import type { Expo } from './section'

/** What is wrong with the stands of one hall: overlaps, stands in the air or behind others, stands that are too small. */
export function checkStands(hall: Hall, smallest: Expo['stands']): FloorFault[] {
  return [...checkListed(hall), ...hall.stands.flatMap((stand) => [...checkReach(stand), ...checkSize(stand, smallest)])]
}

/** Stands listed with their size must lie in the hall, on aisle ground, and clear of one another. */
function checkListed({ stands, plan, bounds }: Hall): FloorFault[] {
  const listed = stands.filter(({ source }) => source.inText === undefined)
  return listed.flatMap((stand, index): FloorFault[] => {
    const [rect] = stand.rects
    if (!rect) return []
    const { path } = stand.source
    if (!within(rect, bounds)) {
      const hall = `${bounds.width / 10} m × ${bounds.depth / 10} m`
      return [
        {
          path: [...path, 'at'],
          message: `${stand.number} lies outside the hall, which is ${hall}`,
          zh: `${stand.number} 超出展馆范围（${hall}）`,
        },
      ]
    }
    const other = listed.slice(0, index).find(({ rects }) => rects.some((taken) => overlaps(taken, rect)))
    if (other) {
      const message = `${stand.number} overlaps ${other.number}`
      return [{ path: [...path, 'at'], message, zh: `${stand.number} 与 ${other.number} 重叠` }]
    }
    const ground = stoodOn(rect, plan)
    if (!ground) return []
    const drawn = stands.find(({ source, rects }) => source.inText && rects.some((taken) => overlaps(taken, rect)))
    const what = drawn ? { message: `the drawn booth ${drawn.number}`, zh: `平面图上的 ${drawn.number}` } : grounds[ground]
    return [{ path: [...path, 'at'], message: `${stand.number} overlaps ${what.message}`, zh: `${stand.number} 与${what.zh}重叠` }]
  })
}

const grounds: Record<Exclude<CellKind, 'aisle'>, { message: string; zh: string }> = {
  booth: { message: 'a drawn booth', zh: '平面图上的展位' },
  raw: { message: 'drawn raw space', zh: '平面图上的光地' },
  wall: { message: 'a wall or pillar', zh: '墙柱' },
  entrance: { message: 'an entrance', zh: '入口' },
  fire: { message: 'a fire lane', zh: '消防通道' },
}

/** The first thing other than aisle that a rectangle covers; null when there is only aisle under it. */
function stoodOn(rect: Rect, plan: Plan): Exclude<CellKind, 'aisle'> | null {
  for (let row = Math.floor(rect.y / plan.step); row * plan.step < rect.y + rect.depth; row++) {
    for (let column = Math.floor(rect.x / plan.step); column * plan.step < rect.x + rect.width; column++) {
      const kind = kindOf(cellAt(plan, row, column))
      if (kind && kind !== 'aisle' && overlaps(cellRect(plan, row, column), rect)) return kind
    }
  }
  return null
}

function checkReach({ number, openings, source, forSale }: Stand): FloorFault[] {
  if (openings.length > 0 || !forSale) return []
  const message = `${number} faces no aisle, so nobody can enter it; leave an aisle (.) on one side`
  return [{ ...source, message, zh: `${number} 没有一面临通道，无法进入；请在一侧留出通道（.）` }]
}

function checkSize({ number, kind, area, source, forSale }: Stand, smallest: Expo['stands']): FloorFault[] {
  const from = smallest?.[kind]?.from
  if (from === undefined || area >= from * 100 || !forSale) return []
  const said = kind === 'raw' ? { en: 'raw space', zh: '光地' } : { en: 'a standard stand', zh: '标准展位' }
  return [
    {
      ...source,
      message: `${number} has ${area / 100} m², but ${said.en} starts at ${from} m² (stands.${kind}.from)`,
      zh: `${number} 为 ${area / 100} m²，${said.zh}从 ${from} m² 起（stands.${kind}.from）`,
    },
  ]
}

/** Two stands with one number, whatever hall they are in. */
export function checkNumbers(stands: readonly Stand[]): FloorFault[] {
  const first = new Map<string, Stand>()
  return stands.flatMap((stand): FloorFault[] => {
    const same = first.get(stand.number)
    if (!same) {
      first.set(stand.number, stand)
      return []
    }
    const advice =
      same.hall === stand.hall
        ? { en: 'rename one', zh: '请改其中一个' }
        : { en: 'give one hall a prefix', zh: '请给其中一个展馆加 prefix' }
    return [
      {
        ...stand.source,
        message: `two booths have the number ${stand.number}; ${advice.en}`,
        zh: `有两个展位的编号都是 ${stand.number}；${advice.zh}`,
      },
    ]
  })
}
