import loadHighs from 'highs'

/** Maximise Σ cost·x over whole numbers 0 ≤ x ≤ upper, with lower ≤ Σ coefficient·x ≤ upper in each row. */
export type WholeProgram = {
  cost: Float64Array
  upper: Float64Array
  rows: {
    lower: Float64Array
    upper: Float64Array
    /** row r has the columns indices[starts[r]] … indices[starts[r + 1] − 1] */
    starts: Int32Array
    indices: Int32Array
    values: Float64Array
  }
  /** a solution known to be allowed, from which the search begins */
  known: Float64Array | null
}

export type SolveLimits = {
  seconds: number
  seed: number
  /** told of every better solution as it is found */
  onBetter: (x: Float64Array) => void
  /** told what no solution can exceed, whenever that falls */
  onBound: (bound: number) => void
}

export type Solved = {
  /** `stopped`: out of time or of memory; what is known then is what was told */
  status: 'optimal' | 'infeasible' | 'stopped'
  x: Float64Array | null
  /** no solution exceeds it; Infinity when nothing is known */
  bound: number
}

export type SolveWhole = (program: WholeProgram, limits: SolveLimits) => Solved

/**
 * HiGHS in WebAssembly (Huangfu and Hall 2018), one thread, same answer for the same programme and seed unless time
 * stops it. It blocks the thread it runs in. Proves to the last unit: no gap is tolerated.
 */
export async function wholeSolver(): Promise<SolveWhole> {
  const highs = await loadHighs({})
  const { variableType, callbackType, modelStatus, objectiveSense } = highs.constants
  return ({ cost, upper, rows, known }, { seconds, seed, onBetter, onBound }) => {
    const [columns, rowCount] = [cost.length, rows.lower.length]
    let bound = Infinity
    let model: ReturnType<typeof highs.createModel> | null = null
    try {
      model = highs.createModel()
      model.options.set({
        output_flag: false,
        time_limit: Math.max(0.01, seconds),
        random_seed: seed % 2147483647,
        mip_rel_gap: 0,
        mip_abs_gap: 1e-6,
      })
      model.passModel({
        numCols: columns,
        numRows: rowCount,
        sense: objectiveSense.maximize,
        colCost: cost,
        colLower: new Float64Array(columns),
        colUpper: upper,
        rowLower: rows.lower,
        rowUpper: rows.upper,
        matrix: { format: 'csr', numRows: rowCount, numCols: columns, starts: rows.starts, indices: rows.indices, values: rows.values },
        integrality: new Array<typeof variableType.integer>(columns).fill(variableType.integer),
      })
      if (known) model.setSolution({ colValue: known })
      const heard = (told: number | undefined) => {
        if (told === undefined || !(told < bound)) return
        bound = told
        onBound(told)
      }
      model.run({
        [callbackType.mipImprovingSolution]: ({ data }) => {
          if (data.mip_solution) onBetter(data.mip_solution)
          heard(data.mip_dual_bound)
        },
        [callbackType.mipLogging]: ({ data }) => {
          heard(data.mip_dual_bound)
        },
      })
      const status = model.getModelStatus()
      if (status === modelStatus.infeasible) return { status: 'infeasible', x: null, bound: -Infinity }
      if (status === modelStatus.optimal) return { status: 'optimal', x: model.getSolution().colValue, bound: model.getObjectiveValue() }
      heard(Number(model.info.get('mip_dual_bound')))
      return { status: 'stopped', x: null, bound }
    } catch {
      // memory ran out inside: what was told stays true
      return { status: 'stopped', x: null, bound }
    } finally {
      try {
        model?.dispose()
      } catch {
        // a model that broke cannot be given back
      }
    }
  }
}
