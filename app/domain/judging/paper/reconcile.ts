/** One reading of a judge's paper sheet: by criterion the decimal text, or null where the sheet has none. */
export type Reading = Record<string, string | null>

export interface Difference {
  criterion: string
  first: string | null
  second: string | null
}

/** Where two people read the same sheet differently, in the order of the criteria. Values are compared as plain decimals. */
export const differences = (criteria: readonly string[], first: Reading, second: Reading): Difference[] =>
  criteria.flatMap((criterion) => {
    const [a, b] = [first[criterion] ?? null, second[criterion] ?? null]
    return a === b ? [] : [{ criterion, first: a, second: b }]
  })

/**
 * The sheet both readings lead to: what they share, and for each difference the value that was chosen. Null while a
 * difference is open or the choice is neither of the two readings.
 */
export function reconciled(criteria: readonly string[], first: Reading, second: Reading, chosen: Reading = {}): Reading | null {
  const sheet: Reading = {}
  for (const criterion of criteria) {
    const [a, b] = [first[criterion] ?? null, second[criterion] ?? null]
    if (a === b) sheet[criterion] = a
    else {
      const choice = chosen[criterion]
      if (choice === undefined || (choice !== a && choice !== b)) return null
      sheet[criterion] = choice
    }
  }
  return sheet
}
