/** Where somebody stands in the draw: heats and machines count from 1. */
export type DrawnPlace = { code: string; position: number; heat: number; station: number }

export const MOST_STATIONS = 200

/**
 * Heat and machine of every code, drawn so that anyone can compute it again: codes in the order of the SHA-256 of
 * `seed:code`, in hex; the first `stations` of them are the first heat, machine by machine. `sha256` hashes UTF-8 text.
 */
export function drawOrder(seed: string, codes: readonly string[], stations: number, sha256: (text: string) => string): DrawnPlace[] {
  return [...new Set(codes)]
    .map((code) => ({ code, hash: sha256(`${seed}:${code}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
    .map(({ code }, index) => ({ code, position: index + 1, heat: Math.floor(index / stations) + 1, station: (index % stations) + 1 }))
}
