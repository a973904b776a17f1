import type { Block, Kind } from './compiled'
import type { FloorGraph } from './floor-graph'
import type { ExhibitorToPlace, Pin } from './problem'

type Input = {
  floor: FloorGraph
  exhibitors: readonly ExhibitorToPlace[]
  kinds: readonly Omit<Kind, 'start' | 'end'>[]
  blocks: readonly Block[]
  pins: readonly Pin[]
}

/**
 * By kind, the positions in what it asked for that the pins leave open: a pinned exhibitor its one place, everybody
 * else what neither covers a pinned cell, nor touches a pinned competitor, nor lies outside the zone in which a pin put
 * their delegation. `broken` says which pins cannot hold together; only they can make a problem infeasible.
 */
export function pinnedChoices({ floor, exhibitors, kinds, blocks, pins }: Input): { choices: number[][]; broken: string[] } {
  const broken: string[] = []
  const holder = new Map<number, number>()
  const zoneOf = new Map<number, { zone: number; kind: number }>()
  const placeOf = new Map<number, number>()
  const nameOf = (kind: number) => `“${exhibitors[kinds[kind]?.members[0] ?? -1]?.id ?? ''}”`
  const kindOf = new Map(
    kinds.flatMap((kind, at) => (kind.pinned ? kind.members.map((member) => [exhibitors[member]?.id, at] as const) : [])),
  )

  for (const pin of [...pins].sort((a, b) => (a.exhibitor < b.exhibitor ? -1 : 1))) {
    const at = kindOf.get(pin.exhibitor) ?? -1
    const kind = kinds[at]
    if (!kind) continue
    const wanted = pin.cells
      .map((id) => floor.indexOf.get(id) ?? -1)
      .sort((a, b) => a - b)
      .join(' ')
    const place = kind.asked.blocks.findIndex((block) => blocks[block]?.cells.join(' ') === wanted)
    const where = pin.cells.join(', ')
    const before = placeOf.get(at)
    if (place < 0) broken.push(`${nameOf(at)} is pinned to ${where}, which is none of its placements`)
    else if (before !== undefined) {
      if (before !== place) broken.push(`${nameOf(at)} is pinned to two places, one of them ${where}`)
    } else placeOf.set(at, place)
  }

  for (const [at, place] of placeOf) {
    const kind = kinds[at]
    const block = blocks[kind?.asked.blocks[place] ?? -1]
    if (!kind || !block) continue
    for (const cell of block.cells) {
      const other = holder.get(cell)
      if (other !== undefined) broken.push(`${nameOf(other)} and ${nameOf(at)} are both pinned to ${floor.ids[cell]}`)
      else holder.set(cell, at)
    }
    for (const cell of block.border) {
      const other = holder.get(cell)
      if (other !== undefined && kind.category >= 0 && kinds[other]?.category === kind.category)
        broken.push(`${nameOf(other)} and ${nameOf(at)} are of one sensitive category and pinned side by side at ${floor.ids[cell]}`)
    }
    if (kind.delegation < 0) continue
    const home = zoneOf.get(kind.delegation)
    if (block.zone < 0) broken.push(`${nameOf(at)} is of a delegation and pinned across two zones`)
    else if (home && home.zone !== block.zone)
      broken.push(`${nameOf(home.kind)} and ${nameOf(at)} are of one delegation and pinned in two zones`)
    else zoneOf.set(kind.delegation, { zone: block.zone, kind: at })
  }

  const choices = kinds.map((kind, at) => {
    const all = kind.asked.blocks.map((_, index) => index)
    if (kind.pinned) return all.filter((index) => index === placeOf.get(at))
    return all.filter((index) => {
      const block = blocks[kind.asked.blocks[index] ?? -1]
      if (!block || block.cells.some((cell) => holder.has(cell))) return false
      if (kind.delegation >= 0 && (block.zone < 0 || (zoneOf.get(kind.delegation)?.zone ?? block.zone) !== block.zone)) return false
      return kind.category < 0 || !block.border.some((cell) => kinds[holder.get(cell) ?? -1]?.category === kind.category)
    })
  })
  return { choices, broken: [...new Set(broken)] }
}
