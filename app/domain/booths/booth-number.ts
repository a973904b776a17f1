/**
 * The number of a drawn booth: letter, row of the plan, column of the plan in two digits (three in a hall of a hundred
 * columns and more), after the hall's prefix: `A103`, `3A1215`. It says only where the booth stands, so another booth that is
 * added or taken away never renames it; numbers leave gaps at aisles, as they do on real floors.
 */
export function boothNumber(prefix: string | undefined, letter: string, row: number, column: number, columns: number): string {
  return `${prefix ?? ''}${letter}${row + 1}${String(column + 1).padStart(columns > 99 ? 3 : 2, '0')}`
}
