import { type Compiled, at } from './compiled'
import { openingsOf } from './floor-graph'

/** Why an exhibitor stands where it does, or nowhere; what the words are made of. */
export type Reason =
  | { kind: 'pinned' }
  | { kind: 'nothing-asked' }
  | { kind: 'first-choice'; equal: number }
  | { kind: 'lesser-choice'; choice: number; of: number; lost: number; first: string; because: Obstacle }
  | { kind: 'unplaced'; of: number; first: string; because: Obstacle; taken: number }

/** What keeps an exhibitor from the place it would like best. */
export type Obstacle =
  | { by: 'holder'; exhibitor: string; tier: number; pinned: boolean }
  | { by: 'competitor'; exhibitor: string; cell: string; category: string }
  | { by: 'several-zones'; delegation: string }
  | { by: 'delegation-zone'; delegation: string; zone: string }
  | { by: 'the-others' }

/** By exhibitor, in the order of their ids. */
export function reasons(compiled: Compiled, plan: Int32Array): Reason[] {
  const holder = new Int32Array(compiled.floor.ids.length).fill(-1)
  const zoneOf = new Map<number, number>()
  for (const [exhibitor, choice] of plan.entries()) {
    if (choice < 0) continue
    const block = compiled.blocks[at(compiled.block, choice)]
    for (const cell of block?.cells ?? []) holder[cell] = exhibitor
    const delegation = compiled.kinds[at(compiled.kindOf, exhibitor)]?.delegation ?? -1
    if (delegation >= 0 && block) zoneOf.set(delegation, block.zone)
  }
  return Array.from(plan, (choice, exhibitor): Reason => {
    const kind = compiled.kinds[at(compiled.kindOf, exhibitor)]
    if (!kind || kind.asked.blocks.length === 0) return { kind: 'nothing-asked' }
    if (kind.pinned && choice >= 0) return { kind: 'pinned' }
    const { blocks, values } = kind.asked
    const most = values[0] ?? 0
    const of = blocks.length
    const got = choice < 0 ? null : at(compiled.value, choice)
    if (got === most) return { kind: 'first-choice', equal: values.filter((value) => value === most).length }
    const first = blocks[0] ?? 0
    const because = obstacle(compiled, { exhibitor, block: first, holder, zoneOf })
    const told = { of, first: namesOf(compiled, first).join(', '), because }
    if (got !== null)
      return {
        kind: 'lesser-choice',
        choice: values.filter((value) => value > got).length + 1,
        lost: (most - got) / compiled.unit,
        ...told,
      }
    const taken = blocks.filter((block) => obstacle(compiled, { exhibitor, block, holder, zoneOf }).by !== 'the-others').length
    return { kind: 'unplaced', taken, ...told }
  })
}

type Sought = { exhibitor: number; block: number; holder: Int32Array; zoneOf: ReadonlyMap<number, number> }

function obstacle(
  { kinds, kindOf, blocks, exhibitors, floor, categories, delegations }: Compiled,
  { exhibitor, block, holder, zoneOf }: Sought,
): Obstacle {
  const kind = kinds[at(kindOf, exhibitor)]
  const place = blocks[block]
  const nameOf = (other: number) => exhibitors[other]?.id ?? ''
  const kindAt = (other: number) => kinds[other < 0 ? -1 : at(kindOf, other)]
  const delegation = delegations[kind?.delegation ?? -1]
  if (delegation !== undefined && place) {
    if (place.zone < 0) return { by: 'several-zones', delegation }
    const zone = zoneOf.get(kind?.delegation ?? -1)
    if (zone !== undefined && zone !== place.zone) return { by: 'delegation-zone', delegation, zone: floor.zoneNames[zone] ?? '' }
  }
  for (const cell of place?.cells ?? []) {
    const other = at(holder, cell)
    if (other >= 0 && other !== exhibitor)
      return { by: 'holder', exhibitor: nameOf(other), tier: kindAt(other)?.tier ?? 0, pinned: kindAt(other)?.pinned === true }
  }
  const category = kind?.category ?? -1
  if (category >= 0)
    for (const cell of place?.border ?? []) {
      const other = at(holder, cell)
      if (other >= 0 && other !== exhibitor && kindAt(other)?.category === category)
        return { by: 'competitor', exhibitor: nameOf(other), cell: floor.ids[cell] ?? '', category: categories[category] ?? '' }
    }
  return { by: 'the-others' }
}

export const namesOf = ({ blocks, floor }: Compiled, block: number): string[] =>
  (blocks[block]?.cells ?? []).map((cell) => floor.ids[cell] ?? '')

/** A tier in words: its bounds of points. */
export function tierInWords(tier: number, tiers: readonly number[]): string {
  const [least, above] = [tiers[tier], tiers[tier - 1]]
  if (tiers.length === 0) return 'the one tier there is'
  if (least === undefined) return `tier ${tier + 1} (below ${above ?? 0} points)`
  return `tier ${tier + 1} (${least} points${above === undefined ? ' and more' : ` to below ${above}`})`
}

/** One sentence or two, for the person who asks. */
export function inWords(reason: Reason, tiers: readonly number[]): string {
  switch (reason.kind) {
    case 'pinned':
      return 'pinned here by the organiser'
    case 'nothing-asked':
      return 'no place in these halls is of the kind it asked for'
    case 'first-choice':
      return reason.equal > 1 ? `a first choice, one of ${reason.equal} it valued alike` : 'its first choice'
    case 'lesser-choice':
      return `choice ${reason.choice} of ${reason.of}, ${rounded(reason.lost)} below the first: ${becauseInWords(reason, tiers)}`
    case 'unplaced':
      return (
        (reason.taken === reason.of
          ? `no place left: all ${reason.of} it could take are taken or ruled out; `
          : `no place left: ${reason.taken} of the ${reason.of} it could take are taken or ruled out, the rest would cost others theirs; `) +
        becauseInWords(reason, tiers)
      )
  }
}

function becauseInWords({ first, because }: { first: string; because: Obstacle }, tiers: readonly number[]): string {
  switch (because.by) {
    case 'holder':
      return because.pinned
        ? `the first choice, ${first}, is held by ${because.exhibitor}, pinned by the organiser`
        : `the first choice, ${first}, went to ${because.exhibitor} of ${tierInWords(because.tier, tiers)}`
    case 'competitor':
      return `the first choice, ${first}, lies beside ${because.cell}, where ${because.exhibitor} of the same category ${because.category} stands`
    case 'several-zones':
      return `the first choice, ${first}, lies in several zones, and delegation ${because.delegation} stands in one`
    case 'delegation-zone':
      return `the first choice, ${first}, lies outside ${because.zone === '' ? 'the part without a zone' : `zone ${because.zone}`}, where delegation ${because.delegation} stands together`
    case 'the-others':
      return `the first choice, ${first}, is free, but taking it would cost more elsewhere by the order of the objective`
  }
}

/** Which wishes a generated place meets. */
export function wishesInWords({ floor, exhibitors, blocks, block }: Compiled, exhibitor: number, choice: number): string {
  const asked = exhibitors[exhibitor]
  const cells = blocks[at(block, choice)]?.cells
  if (!asked || asked.placements || !cells) return ''
  const told: string[] = []
  if (asked.openings) {
    const open = openingsOf(floor, cells)
    told.push(
      open >= asked.openings ? `${open} open sides, ${asked.openings} wished` : `only ${open} of ${asked.openings} open sides wished`,
    )
  }
  if (asked.zones) {
    const zones = [...new Set(cells.map((cell) => floor.zoneNames[floor.zone[cell] ?? 0] ?? ''))]
    const wished = zones.every((zone) => asked.zones?.includes(zone))
    told.push(
      wished
        ? `in a zone it wished, ${zones.join(', ')}`
        : `in ${zones.join(', ') || 'no zone'}, not in ${asked.zones.join(' or ')} as wished`,
    )
  }
  return told.join('; ')
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6
