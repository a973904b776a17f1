import { readFloor } from '~/domain/booths/floor'
import type { LiveClaim, OwnExhibitor } from '~/domain/booths/floor-status.server'
import { refusePiece } from '~/domain/booths/piece'
import { fitsFilter, quoteForBooths, unitsOf } from '~/domain/booths/plan-view'
import type { PlanFilter, Unit, UnitState } from '~/domain/booths/plan-view'
import type { Quote } from '~/domain/booths/quote'
import type { Expo } from '~/domain/booths/section'
import type { Hall } from '~/domain/booths/stand'
import type { EventConfig } from '~/domain/setup/event-config'
import { translator } from '~/i18n/i18n.server'
import { localPath, say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import type { DrawnHall, DrawnUnit } from '~/ui/floor-plan/plan-types'
import type { ChosenStand } from '~/ui/floor-plan/stand-panel'
import { quoteText, roundMoney, shownMoney } from './quote-text.server'

export interface FloorQuestion {
  slug: string
  config: EventConfig
  expo: Expo
  claims: readonly LiveClaim[]
  own: OwnExhibitor | null
  search: URLSearchParams
  lang: Lang
  now: Date
  /** where a stand leads to: the public plan, or the office's board */
  path: string
  /** the office sees who has taken what, and a taken stand leads to its claim */
  office?: boolean
}

/** The floor of an event as one person sees it: the hall asked for, drawn and listed, and the stand that is chosen. */
export function floorView(question: FloorQuestion) {
  const { config, expo, claims, own, search, lang, now } = question
  const t = translator(lang, 'booths')
  const { floor } = readFloor(expo)
  const asked = search.getAll('booth').slice(0, 12)
  const hall =
    floor.halls.find(({ stands }) => stands.some(({ number }) => number === asked[0])) ??
    floor.halls.find(({ id }) => id === search.get('hall')) ??
    floor.halls[0]
  if (!hall) return null
  const buyer = { currency: own?.currency ?? ('CNY' as const), editions: own?.editions ?? 0 }
  const priced = { floor, prices: expo.prices, timezone: config.timezone }
  const units = unitsOf(hall, claims, own?.id ?? null).map((unit) => ({
    ...unit,
    quote: unit.state === 'free' ? quoteForBooths(priced, unit.numbers, buyer, now) : null,
  }))
  const filter = filterOf(search)
  const zoneName = (id: string | null) => say(expo.zones.find((zone) => zone.id === id)?.name, lang)
  const drawn = units.map((unit): DrawnUnit => {
    const claim = question.office ? claims.find(({ numbers }) => numbers.includes(unit.numbers[0] ?? '')) : undefined
    const name = claim ? say({ zh: claim.nameZh, en: claim.nameEn }, lang) : say(unit.name ?? undefined, lang)
    const price = unit.quote ? shownMoney(unit.quote.total, lang) : ''
    const words = [
      unit.numbers.join(' + '),
      t(`state.${unit.state}`),
      name,
      zoneName(unit.zone),
      t('area', { area: unit.area / 100 }),
      t('opening', { count: unit.openings.length }),
      price,
    ]
    return {
      ...pick(unit),
      label: words.filter(Boolean).join(t('sideJoin')),
      zone: zoneName(unit.zone),
      name,
      price: unit.quote ? roundMoney(unit.quote.total, lang, unit.kind === 'raw') : '',
      until: unit.until?.toISOString() ?? null,
      fits: fitsFilter(unit, unit.quote?.total.minor ?? null, filter),
      chosen: unit.numbers.some((number) => asked.includes(number)),
      href: claim ? `#claim-${claim.id}` : hrefOf(question, hall.id, unit.numbers),
    }
  })
  const counts: Partial<Record<UnitState, number>> = {}
  for (const { state, numbers } of units) counts[state] = (counts[state] ?? 0) + numbers.length
  return {
    hall: drawnHall(hall, expo, lang),
    halls: floor.halls.map(({ id }) => ({
      id,
      name: say(expo.halls.find((one) => one.id === id)?.name, lang),
      href: hrefOf(question, id, []),
    })),
    size: t('floor.hallSize', { width: hall.bounds.width / 10, depth: hall.bounds.depth / 10, grid: hall.plan.step / 10 }),
    units: drawn,
    counts,
    filtered: Object.values(filter).some((value) => value !== undefined),
    areas: [...new Set(hall.stands.filter(({ forSale }) => forSale).map(({ area }) => area / 100))].sort((a, b) => a - b).slice(0, 12),
    ...chosenStand(question, hall, units, asked, (numbers, currency) =>
      quoteForBooths(priced, numbers, { ...buyer, currency: currency ?? buyer.currency }, now),
    ),
  }
}

const pick = ({ numbers, state, rects, box, kind, openings, area }: Unit) => ({ numbers, state, rects, box, kind, openings, area })

function hrefOf({ path, search, lang }: FloorQuestion, hall: string, numbers: readonly string[]): string {
  const next = new URLSearchParams(search)
  next.delete('booth')
  next.set('hall', hall)
  for (const number of numbers) next.append('booth', number)
  return `${localPath(lang, path)}?${next.toString()}${numbers.length > 0 ? '#stand' : ''}`
}

/** What the address asks for; anything that is no such thing is left out. */
function filterOf(search: URLSearchParams): PlanFilter {
  const whole = (name: string) => {
    const value = search.get(name) ?? ''
    return /^\d{1,9}$/.test(value) ? Number(value) : undefined
  }
  const text = (name: string) => search.get(name)?.trim().slice(0, 40) || undefined
  return {
    zone: text('zone'),
    area: whole('area'),
    openings: whole('openings'),
    price: whole('price'),
    free: search.get('free') === '1' || undefined,
    search: text('q'),
  }
}

function drawnHall({ id, plan, bounds, stands }: Hall, expo: Expo, lang: Lang): DrawnHall {
  const zones = expo.zones.flatMap((zone) => {
    const first = stands.find((stand) => stand.zone === zone.id && stand.kind === 'standard')
    const [rect] = first?.rects ?? []
    if (!first || !rect) return []
    // in the aisle beside the first stand of the zone
    const y = first.openings.includes('north') ? rect.y - 6 : first.openings.includes('south') ? rect.y + rect.depth + 13 : null
    return y === null ? [] : [{ name: say(zone.name, lang), x: rect.x, y }]
  })
  const name = say(expo.halls.find((hall) => hall.id === id)?.name, lang)
  return { id, name, step: plan.step, letters: plan.letters, width: bounds.width, depth: bounds.depth, zones }
}

function chosenStand(
  question: FloorQuestion,
  hall: Hall,
  units: readonly Unit[],
  asked: readonly string[],
  quote: (numbers: readonly string[], currency?: 'CNY' | 'USD') => Quote | null,
): { chosen: ChosenStand | null; missing: string | null } {
  const { expo, lang, own } = question
  const t = translator(lang, 'booths')
  const stands = hall.stands.filter(({ number }) => asked.includes(number))
  const missing = asked.find((number) => !stands.some((stand) => stand.number === number)) ?? null
  const [first] = stands
  if (!first || missing !== null) return { chosen: null, missing }
  const free = (number: string) => units.some(({ numbers, state }) => state === 'free' && numbers.includes(number))
  const taken = units.find(({ numbers, state }) => state !== 'free' && numbers.some((number) => asked.includes(number)))
  const shown = taken ?? (stands.length === 1 ? units.find(({ numbers }) => numbers.includes(first.number)) : null)
  const numbers = taken?.numbers ?? stands.map(({ number }) => number)
  const area = (taken ? hall.stands.filter(({ number }) => numbers.includes(number)) : stands).reduce((sum, stand) => sum + stand.area, 0)
  const openings = shown?.openings ?? null
  const made = taken || refusePiece(stands) ? null : quote(numbers)
  const dollars = own || taken ? null : quote(numbers, 'USD')
  const zone = say(expo.zones.find(({ id }) => id === first.zone)?.name, lang)
  const beside = taken
    ? []
    : hall.stands.filter(
        ({ number }) =>
          free(number) &&
          !asked.includes(number) &&
          refusePiece([...stands, hall.stands.find((stand) => stand.number === number) ?? first]) === null,
      )
  return {
    missing: null,
    chosen: {
      numbers,
      state: taken?.state ?? 'free',
      name: taken?.name ? say(taken.name, lang) : '',
      facts: [zone, t(`kind.${first.kind}`), t('area', { area: area / 100 }), openings && t('opening', { count: openings.length })]
        .filter(Boolean)
        .join(' · '),
      facing: openings && openings.length > 0 ? t('facing', { sides: openings.map((side) => t(`side.${side}`)).join(t('sideJoin')) }) : '',
      quote: made && quoteText(made, question),
      overseas: dollars && t('panel.overseas', { amount: shownMoney(dollars.total, lang) }),
      neighbours: beside.slice(0, 3).map(({ number }) => ({ number, href: hrefOf(question, hall.id, [...numbers, number]) })),
      single: stands.length > 1 && !taken ? { number: first.number, href: hrefOf(question, hall.id, [first.number]) } : null,
    },
  }
}
