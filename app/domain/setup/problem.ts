/** `line` and `col` count from 1; `zh` says in Chinese what `message` says in English. Warnings do not keep a file from being applied. */
export type Problem = {
  line: number
  col: number
  message: string
  zh: string
  severity: 'error' | 'warning'
}

/**
 * A problem found in the data, before its place in the text is known. `key` points at the key, not its value; `inText` at
 * a row and column, from 0, inside a text of several lines.
 */
export type Finding = {
  path: readonly PropertyKey[]
  message: string
  zh: string
  key?: boolean
  inText?: { row: number; column: number }
  severity?: 'error' | 'warning'
}

/** The line other tools understand: `seeds/events/x.yaml:48:13: weights add up to 9, …`. */
export const problemLine = (file: string, { line, col, message }: Pick<Problem, 'line' | 'col' | 'message'>) =>
  `${file}:${line}:${col}: ${message}`
