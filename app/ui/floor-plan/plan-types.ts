import type { UnitState } from '~/domain/booths/plan-view'
import type { Side } from '~/domain/booths/openings'
import type { Rect } from '~/domain/booths/rect'

/** A unit of the plan ready to draw: everything a person reads is text already. */
export interface DrawnUnit {
  numbers: string[]
  label: string
  state: UnitState
  rects: Rect[]
  box: Rect
  kind: 'standard' | 'raw'
  openings: Side[]
  area: number
  zone: string
  name: string
  price: string
  /** when one's own click hold ends, as an ISO instant */
  until: string | null
  /** the visitor's filter leaves it in */
  fits: boolean
  chosen: boolean
  href: string
}

export interface DrawnHall {
  id: string
  name: string
  step: number
  letters: readonly (readonly string[])[]
  width: number
  depth: number
  zones: { name: string; x: number; y: number }[]
}
