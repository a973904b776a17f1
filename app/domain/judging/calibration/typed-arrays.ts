/** Reads inside loops whose bounds are known: the compiler’s `undefined` cannot happen there. */
export const at = (values: Float64Array | Float32Array | Int32Array, index: number): number => values[index] as number

/** values[index] += amount */
export function add(values: Float64Array | Int32Array, index: number, amount: number): void {
  values[index] = at(values, index) + amount
}

export function mean(values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i += 1) sum += at(values, i)
  return values.length === 0 ? 0 : sum / values.length
}
