/** Something wrong in the floor or the prices of an event file. `inText` is a row and column, from 0, inside a drawn plan. */
export interface FloorFault {
  path: readonly PropertyKey[]
  message: string
  zh: string
  inText?: { row: number; column: number }
}
