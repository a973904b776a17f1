const DAY = 86_400_000

/** The day for which the dates of the example files are written. */
export const writtenFor = '2026-11-20'

/** An event file with every date moved by whole days, as if it had been written for `today` (2026-11-20). */
export function shiftDates(source: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(writtenFor)) / DAY)
  return source.replace(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g, (date) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10))
}

/** What makes one demo edition differ from the one that a first start makes. */
export interface EditionSize {
  works: number
  judges: number
  seed: number
}

/** The example file as an edition of its own size, with a name that says so and a quota to match. */
export function sizedEdition(source: string, { works, judges, seed }: EditionSize): string {
  const edition = `2026-${works}x${judges}${seed === 1 ? '' : `-s${seed}`}`
  return source
    .replace('edition: 2026\n', `edition: ${edition}\n`)
    .replace(
      '针织设计大赛, en: “Example Cup” Knitwear Contest',
      `针织设计大赛（${works}件）, en: “Example Cup” Knitwear Contest (${works} works)`,
    )
    .replace('judges: 6, perWork', `judges: ${judges}, perWork`)
    .replace('places: 5, alternates: 2', works >= 200 ? 'places: 20, alternates: 5' : 'places: 5, alternates: 2')
}
