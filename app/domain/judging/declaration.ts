import { z } from 'zod'

const lines = z.array(z.string().trim().min(1).max(120)).max(60)

/** Ties a judge declares before judging, names as the judge wrote them. All empty: no ties. */
export const Declaration = z.strictObject({ schools: lines, companies: lines, people: lines })
export type Declaration = z.infer<typeof Declaration>

/** What was typed into a field, one name a line or parted by commas or semicolons, without repeats. */
export function namesIn(text: string): string[] {
  const names = text
    .split(/[\n,，;；、]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return [...new Set(names)]
}
