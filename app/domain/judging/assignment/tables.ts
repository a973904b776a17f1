/** A problem as flat tables; cell (work, judge) is `work * judges + judge`. `given` is what the solver fills. */
export interface Tables {
  works: number
  judges: number
  /** by work: how many judges it is to have */
  need: Int32Array
  /** by cell: 0 for a conflict */
  allowed: Uint8Array
  /** by cell: 1 where the pair is given and must stay; `given` starts as a copy of it */
  pinned: Uint8Array
  given: Uint8Array
  /** by cell: the preference in whole units */
  gain: Float64Array
  /** by judge: the most of these works it may have */
  max: Int32Array
  /** by judge: works it has from elsewhere; of two equal loads the judge with fewer of them is filled first */
  before: Int32Array
  /** by ordered pair of judges, symmetric: how often they meet on works from elsewhere */
  met: Int32Array
}

/** A cell of a typed array; the index must be within it. */
export const at = (cells: Uint8Array | Int32Array | Float64Array, index: number): number => cells[index] as number

/** Works by judge. */
export function loadsOf({ judges, given }: Pick<Tables, 'judges' | 'given'>): Int32Array {
  const loads = new Int32Array(judges)
  for (let cell = 0; cell < given.length; cell += 1) if (given[cell] === 1) loads[cell % judges] = at(loads, cell % judges) + 1
  return loads
}

/** The judges of every work. */
export function sheetsOf({ works, judges, given }: Pick<Tables, 'works' | 'judges' | 'given'>): number[][] {
  return Array.from({ length: works }, (_, work) => {
    const sheet: number[] = []
    for (let judge = 0; judge < judges; judge += 1) if (given[work * judges + judge] === 1) sheet.push(judge)
    return sheet
  })
}
