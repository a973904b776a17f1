import type { MarksMatrix } from '~/domain/judging/calibration/marks-matrix'

/** The mean without each work's highest and lowest mark, from five marks on. */
export function droppedMeans(matrix: MarksMatrix): Float64Array {
  return eachWork(matrix, (marks) => {
    const sorted = marks.map(({ y }) => y).sort((a, b) => a - b)
    return average(sorted.length >= 5 ? sorted.slice(1, -1) : sorted)
  })
}

/** The mean of z-scores per judge. Only here, to show what they do: the product never offers them. */
export function zScores(matrix: MarksMatrix): Float64Array {
  const byJudge: number[][] = matrix.judges.map(() => [])
  matrix.judge.forEach((j, k) => byJudge[j]?.push(matrix.y[k] ?? 0))
  const levels = byJudge.map((marks) => {
    const mean = average(marks)
    return { mean, spread: Math.sqrt(average(marks.map((mark) => (mark - mean) ** 2))) || 1 }
  })
  return eachWork(matrix, (marks) => average(marks.map(({ judge, y }) => (y - (levels[judge]?.mean ?? 0)) / (levels[judge]?.spread ?? 1))))
}

const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1)

function eachWork({ entries, start, judge, y }: MarksMatrix, score: (marks: { judge: number; y: number }[]) => number): Float64Array {
  return Float64Array.from(entries, (_, i) => {
    const from = start[i] ?? 0
    return score(Array.from({ length: (start[i + 1] ?? 0) - from }, (__, n) => ({ judge: judge[from + n] ?? 0, y: y[from + n] ?? 0 })))
  })
}
