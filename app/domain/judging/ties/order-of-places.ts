export type PlacesRefusal = 'not-all-placed' | 'place-twice'

/**
 * The order of tied works from the place each was given, as typed: best first. Every work has to have one of the places
 * 1 to n, and no two the same.
 */
export function orderOfPlaces(
  tied: readonly string[],
  places: ReadonlyMap<string, string>,
): { ok: true; order: string[] } | { ok: false; reason: PlacesRefusal } {
  const given = tied.map((entry) => ({ entry, place: Number(places.get(entry) || Number.NaN) }))
  if (given.some(({ place }) => !Number.isInteger(place) || place < 1 || place > tied.length))
    return { ok: false, reason: 'not-all-placed' }
  if (new Set(given.map(({ place }) => place)).size < given.length) return { ok: false, reason: 'place-twice' }
  return { ok: true, order: given.sort((a, b) => a.place - b.place).map(({ entry }) => entry) }
}
