import { at } from './typed-arrays'

/** A symmetric positive definite matrix, row by row, of which the lower triangle counts. */
export type Square = { size: number; values: Float64Array }

/** Replaces the lower triangle by L of L·Lᵀ. Throws when the matrix is not positive definite. */
export function factorise({ size, values }: Square): void {
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = at(values, row * size + column)
      for (let k = 0; k < column; k += 1) sum -= at(values, row * size + k) * at(values, column * size + k)
      if (row !== column) values[row * size + column] = sum / at(values, column * size + column)
      else if (sum > 0) values[row * size + row] = Math.sqrt(sum)
      else throw new RangeError('the matrix is not positive definite')
    }
  }
}

/** Solves L·x = right in place. */
export function solveLower({ size, values }: Square, right: Float64Array): void {
  for (let row = 0; row < size; row += 1) {
    let sum = at(right, row)
    for (let k = 0; k < row; k += 1) sum -= at(values, row * size + k) * at(right, k)
    right[row] = sum / at(values, row * size + row)
  }
}

/** Solves Lᵀ·x = right in place. */
export function solveUpper({ size, values }: Square, right: Float64Array): void {
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = at(right, row)
    for (let k = row + 1; k < size; k += 1) sum -= at(values, k * size + row) * at(right, k)
    right[row] = sum / at(values, row * size + row)
  }
}

/** The inverse of the matrix that was factorised, both triangles. */
export function inverse(factor: Square): Float64Array {
  const { size } = factor
  const result = new Float64Array(size * size)
  const column = new Float64Array(size)
  for (let c = 0; c < size; c += 1) {
    column.fill(0)
    column[c] = 1
    solveLower(factor, column)
    solveUpper(factor, column)
    for (let row = 0; row < size; row += 1) result[row * size + c] = at(column, row)
  }
  return result
}
