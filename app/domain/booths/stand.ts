import type { FloorFault } from './floor-fault'
import type { Side } from './openings'
import type { Plan } from './read-plan'
import type { Rect } from './rect'

export type StandKind = 'standard' | 'raw'

/** One stand that can be booked or is furnished by the organiser. `area` in square decimetres. */
export interface Stand {
  number: string
  hall: string
  zone: string | null
  kind: StandKind
  rects: Rect[]
  area: number
  openings: Side[]
  forSale: boolean
  /** where in the file it stands, for whoever finds something wrong with it */
  source: Pick<FloorFault, 'path' | 'inText'>
}

export interface Hall {
  id: string
  plan: Plan
  bounds: Rect
  stands: Stand[]
}

export interface Floor {
  halls: Hall[]
}
