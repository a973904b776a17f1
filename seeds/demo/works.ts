import { chance, hash, nth } from '~/ui/cloth/chance'
import { drawWork } from './boards/work'
import { drawDesigner, drawTeacher } from './names'
import type { Designer } from './names'
import { drawFields, drawTitle } from './texts'

export type WorkState = 'draft' | 'submitted' | 'returned' | 'accepted' | 'rejected' | 'withdrawn'

/** A work of the demo before it is written: what is on the form, whose it is, and which sheets show it. */
export interface PlannedWork {
  index: number
  groupId: 'academic' | 'professional'
  trackId: 'craft' | 'digital'
  title: string
  fields: Record<string, string | string[]>
  /** the first is the owner; `castKey` when it is one of the people of the one-click page */
  authors: (Designer & { castKey?: CastKey })[]
  teachers: { name: string; organisation: string }[]
  state: WorkState
  onBehalf: boolean
  /** which drawing its sheets show, and whether they bear its title; many works of a large demo share one */
  design: string
  titled: boolean
  /** a name left on the illustration board: the commonest fault precheck finds */
  leak?: string
  /** between 0 and 1, where in the time of the call it came in */
  moment: number
  /** what judges will think of it, about 6.5 of 10 */
  quality: number
}

export type CastKey = 'student' | 'professional' | 'abroad' | 'team'

/** The designers of the one-click page. */
export const cast: Record<CastKey, Designer> = {
  student: { name: '林知夏', nameLatin: 'Lin Zhixia', country: 'CN', school: '示例纺织大学', company: '示例针织有限公司', locale: 'zh-CN' },
  professional: {
    name: '陈𠮷宁',
    nameLatin: 'Chen Jining',
    country: 'CN',
    school: '示例服装学院',
    company: '示例设计工作室',
    locale: 'zh-CN',
  },
  abroad: {
    name: 'Marta Rossi',
    nameLatin: 'Marta Rossi',
    country: 'IT',
    school: 'Istituto Esempio di Moda',
    company: 'Maglificio Esempio',
    locale: 'en',
  },
  team: { name: '赵听澜', nameLatin: 'Zhao Tinglan', country: 'CN', school: '示例美术学院', company: '示例服饰', locale: 'zh-CN' },
}

export interface WorkList {
  edition: string
  seed: number
  count: number
  /** what is special about the works with these numbers */
  special?: Record<number, { cast?: CastKey; state?: WorkState; leak?: boolean }>
  /** the state of every other work */
  stateOf?: (index: number) => WorkState
  leakOf?: (index: number) => boolean
  onBehalfOf?: (index: number) => boolean
}

/** How many different drawings a large demo has; below that every work has its own, with its title on it. */
export const DESIGNS = 60

/** The works of one edition: the same seed gives the same works, whatever the count. */
export function planWorks({ edition, seed, count, special = {}, stateOf, leakOf, onBehalfOf }: WorkList): PlannedWork[] {
  const used = new Set<string>()
  return Array.from({ length: count }, (_, index): PlannedWork => {
    const draw = chance(hash(`${edition}/${seed}/${index}`))
    const mine = special[index] ?? {}
    const owner = mine.cast ? { ...cast[mine.cast], castKey: mine.cast } : drawDesigner(draw)
    const groupId = mine.cast
      ? mine.cast === 'professional'
        ? 'professional'
        : 'academic'
      : draw.next() < 0.62
        ? 'academic'
        : 'professional'
    const trackId = draw.next() < 0.6 ? 'craft' : 'digital'
    const isTeam = mine.cast === 'team' || draw.next() < 0.25
    const second = isTeam ? [{ ...drawDesigner(draw), school: owner.school, company: owner.company }] : []
    const own = index < DESIGNS
    const design = own ? `${edition}/${seed}/${index}` : `${edition}/${seed}/${index % DESIGNS}`
    const leak = (mine.leak ?? leakOf?.(index)) ? owner.name : undefined
    const title = freshTitle(used, () => drawTitle(draw, owner.locale))
    const teachers = groupId === 'academic' && draw.next() < 0.7 ? [{ name: drawTeacher(draw), organisation: owner.school }] : []
    return {
      index,
      groupId,
      trackId,
      title,
      fields: drawFields(drawWork(design), title, draw, { locale: owner.locale, digital: trackId === 'digital' }),
      authors: [owner, ...second],
      teachers,
      state: mine.state ?? stateOf?.(index) ?? 'accepted',
      onBehalf: onBehalfOf?.(index) ?? false,
      design,
      titled: own && count <= DESIGNS,
      ...(leak ? { leak } : {}),
      moment: draw.next(),
      quality: 6.4 + 1.3 * (draw.next() + draw.next() + draw.next() - 1.5) * 1.6,
    }
  })
}

/** Another draw while a title is taken; a large contest does see the same title twice. */
function freshTitle(used: Set<string>, draw: () => string): string {
  let title = draw()
  for (let tries = 0; used.has(title) && tries < 40; tries += 1) title = draw()
  used.add(title)
  return title
}

/** The school or employer that stands beside an author. */
export const houseOf = (author: Designer, groupId: PlannedWork['groupId']): string =>
  groupId === 'academic' ? author.school : author.company

/** A panel's marks: quality, a judge's leaning, and a little chance, in steps of a half from 1 to 10. */
export function drawMark({ quality, judge, criterion, key }: { quality: number; judge: number; criterion: number; key: string }): number {
  const leaning = nth([0.3, -0.4, 0.1, -0.1, 0.5, -0.3], judge)
  const draw = chance(hash(`${key}/${judge}/${criterion}`))
  const value = quality + leaning + draw.between(-1.4, 1.4)
  return Math.min(10, Math.max(1, Math.round(value * 2) / 2))
}
