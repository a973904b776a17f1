import { type Block, type Compiled, at } from './compiled'

/**
 * Who stands where, while a search moves exhibitors about. Every move leaves a trail, so that it can be taken back.
 * The rules hold at all times: a cell has one exhibitor, competitors are apart, a delegation stays in `zoneOf`.
 */
export class PlanState {
  /** by exhibitor: its choice, −1 for none */
  readonly chosen: Int32Array
  /** by delegation: the zone its members may stand in */
  readonly zoneOf: Int32Array
  private readonly occupant: Int32Array
  /** by cell: the category of who stands there, −1 for none */
  private readonly categoryAt: Int32Array
  private readonly category: Int32Array
  private readonly delegation: Int32Array
  private trail: number[] = []

  /** `order`: each kind’s choices in the order in which free ones are looked for; the best first when absent */
  constructor(
    private readonly compiled: Compiled,
    private readonly order: Int32Array | null = null,
  ) {
    const { exhibitors, floor, delegations, kinds, kindOf } = compiled
    this.chosen = new Int32Array(exhibitors.length).fill(-1)
    this.zoneOf = new Int32Array(delegations.length).fill(-1)
    this.occupant = new Int32Array(floor.ids.length).fill(-1)
    this.categoryAt = new Int32Array(floor.ids.length).fill(-1)
    this.category = Int32Array.from(kindOf, (kind) => kinds[kind]?.category ?? -1)
    this.delegation = Int32Array.from(kindOf, (kind) => kinds[kind]?.delegation ?? -1)
  }

  private blockOf(choice: number): Block {
    return this.compiled.blocks[at(this.compiled.block, choice)] as Block
  }

  inZone(exhibitor: number, choice: number): boolean {
    const delegation = at(this.delegation, exhibitor)
    return delegation < 0 || this.blockOf(choice).zone === at(this.zoneOf, delegation)
  }

  /** Whether the exhibitor, placed nowhere, could stand there without anybody moving. */
  isFree(exhibitor: number, choice: number): boolean {
    const { cells, border } = this.blockOf(choice)
    for (const cell of cells) if (at(this.occupant, cell) >= 0) return false
    const category = at(this.category, exhibitor)
    if (category >= 0) for (const cell of border) if (at(this.categoryAt, cell) === category) return false
    return this.inZone(exhibitor, choice)
  }

  /** Who would have to leave for the exhibitor to stand there; each once. */
  inTheWay(exhibitor: number, choice: number, into: number[]): void {
    const { cells, border } = this.blockOf(choice)
    for (const cell of cells) {
      const other = at(this.occupant, cell)
      if (other >= 0 && other !== exhibitor && !into.includes(other)) into.push(other)
    }
    const category = at(this.category, exhibitor)
    if (category < 0) return
    for (const cell of border) {
      const other = at(this.occupant, cell)
      if (at(this.categoryAt, cell) === category && other !== exhibitor && !into.includes(other)) into.push(other)
    }
  }

  /** The first choice of the exhibitor that is free, −1 when none is. */
  bestFree(exhibitor: number): number {
    const kind = this.compiled.kinds[at(this.compiled.kindOf, exhibitor)]
    if (!kind) return -1
    for (let rank = kind.start; rank < kind.end; rank += 1) {
      const choice = this.order ? at(this.order, rank) : rank
      if (this.isFree(exhibitor, choice)) return choice
    }
    return -1
  }

  put(exhibitor: number, choice: number): void {
    this.set(exhibitor, choice)
    this.trail.push(exhibitor, -1)
  }

  take(exhibitor: number): void {
    const choice = at(this.chosen, exhibitor)
    if (choice < 0) return
    this.clear(exhibitor)
    this.trail.push(exhibitor, choice)
  }

  /** Sends a delegation, whose members stand nowhere, to another zone. */
  rezone(delegation: number, zone: number): void {
    this.trail.push(-1 - delegation, at(this.zoneOf, delegation))
    this.zoneOf[delegation] = zone
  }

  /** Who moved since the last `keep`, and from where: pairs of exhibitor and former choice, the oldest first; below 0 a delegation. */
  moved(): readonly number[] {
    return this.trail
  }

  keep(): void {
    this.trail.length = 0
  }

  takeBack(): void {
    for (let last = this.trail.length - 2; last >= 0; last -= 2) {
      const exhibitor = this.trail[last] as number
      const former = this.trail[last + 1] as number
      if (exhibitor < 0) this.zoneOf[-1 - exhibitor] = former
      else if (former < 0) this.clear(exhibitor)
      else this.set(exhibitor, former)
    }
    this.trail.length = 0
  }

  private set(exhibitor: number, choice: number): void {
    this.chosen[exhibitor] = choice
    for (const cell of this.blockOf(choice).cells) {
      this.occupant[cell] = exhibitor
      this.categoryAt[cell] = at(this.category, exhibitor)
    }
  }

  private clear(exhibitor: number): void {
    for (const cell of this.blockOf(at(this.chosen, exhibitor)).cells) {
      this.occupant[cell] = -1
      this.categoryAt[cell] = -1
    }
    this.chosen[exhibitor] = -1
  }

  /** Stands everybody where a valid plan has them. */
  load(plan: Int32Array): void {
    for (let exhibitor = 0; exhibitor < this.chosen.length; exhibitor += 1) if (at(this.chosen, exhibitor) >= 0) this.clear(exhibitor)
    plan.forEach((choice, exhibitor) => {
      if (choice < 0) return
      this.set(exhibitor, choice)
      const delegation = at(this.delegation, exhibitor)
      if (delegation >= 0) this.zoneOf[delegation] = this.blockOf(choice).zone
    })
    this.trail.length = 0
  }
}
