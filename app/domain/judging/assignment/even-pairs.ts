import { type Tables, at, sheetsOf } from './tables'

/** Partners looked at for one proposed move. */
const PARTNERS = 60

/**
 * Swaps works between judges so that every pair of judges meets about equally often: the least sum of squared
 * meetings. A swap leaves every load as it is, touches no pin or conflict and never lowers the total gain. Each of
 * at most `tries` proposals draws a work, one of its judges and another judge, and takes the best of up to 60 works
 * that the other could give back; swaps that change nothing are taken too, which leads off plateaus. Ends early at
 * the least sum there can be: all pairs within one of each other.
 */
export function evenPairs(tables: Tables, draw: () => number, tries: number): void {
  const { works, judges, allowed, pinned, gain, given } = tables
  const sheets = sheetsOf(tables)
  const held: number[][] = Array.from({ length: judges }, () => [])
  sheets.forEach((sheet, work) => sheet.forEach((judge) => held[judge]?.push(work)))
  const meet = meetingsOf(sheets, judges, tables.met)
  const add = (a: number, b: number, by: number) => {
    meet[a * judges + b] = at(meet, a * judges + b) + by
    meet[b * judges + a] = at(meet, b * judges + a) + by
  }
  /** Change of the sum of squares when a work goes from one judge to another. */
  const change = (sheet: readonly number[], from: number, to: number) => {
    let sum = 0
    for (const other of sheet) if (other !== from) sum += at(meet, to * judges + other) - at(meet, from * judges + other) + 1
    return 2 * sum
  }
  const move = (work: number, from: number, to: number) => {
    const sheet = sheets[work] as number[]
    for (const other of sheet) {
      if (other === from) continue
      add(from, other, -1)
      add(to, other, 1)
    }
    sheet[sheet.indexOf(from)] = to
    given[work * judges + from] = 0
    given[work * judges + to] = 1
    const giver = held[from] as number[]
    giver[giver.indexOf(work)] = giver[giver.length - 1] as number
    giver.pop()
    held[to]?.push(work)
  }

  const [started, least] = sumOfSquares(meet, judges)
  let squares = started
  for (let attempt = 0; attempt < tries && squares > least; attempt += 1) {
    const work = Math.floor(draw() * works)
    const sheet = sheets[work] as number[]
    const from = sheet[Math.floor(draw() * sheet.length)]
    const to = Math.floor(draw() * judges)
    const row = work * judges
    if (from === undefined || given[row + to] === 1 || allowed[row + to] === 0 || pinned[row + from] === 1) continue
    const there = change(sheet, from, to)
    const gained = at(gain, row + to) - at(gain, row + from)
    const candidates = held[to] as number[]
    const start = Math.floor(draw() * candidates.length)
    let best = Infinity
    let partner = -1
    for (let step = Math.min(PARTNERS, candidates.length) - 1; step >= 0; step -= 1) {
      const other = candidates[(start + step) % candidates.length] as number
      const back = other * judges
      if (given[back + from] === 1 || allowed[back + from] === 0 || pinned[back + to] === 1) continue
      if (gained + at(gain, back + from) - at(gain, back + to) < 0) continue
      const partners = sheets[other] as number[]
      let sum = there + change(partners, to, from)
      // a judge who sits on both works meets the two as often as before
      for (const judge of partners) if (judge !== to && judge !== from && given[row + judge] === 1) sum -= 4
      if (sum < best) {
        best = sum
        partner = other
      }
    }
    if (best > 0) continue
    move(work, from, to)
    move(partner, to, from)
    squares += best
  }
}

/** By ordered pair: on how many works two judges meet, `met` included. The diagonal stays 0. */
export function meetingsOf(
  sheets: readonly (readonly number[])[],
  judges: number,
  met: Int32Array = new Int32Array(judges * judges),
): Int32Array {
  const meet = Int32Array.from(met)
  for (const sheet of sheets) for (const a of sheet) for (const b of sheet) if (a !== b) meet[a * judges + b] = at(meet, a * judges + b) + 1
  return meet
}

/** Σ meetings² over pairs, and the least it can be for as many meetings. */
function sumOfSquares(meet: Int32Array, judges: number): [squares: number, least: number] {
  let squares = 0
  let total = 0
  for (let a = 0; a < judges; a += 1)
    for (let b = a + 1; b < judges; b += 1) {
      squares += at(meet, a * judges + b) ** 2
      total += at(meet, a * judges + b)
    }
  const pairs = (judges * (judges - 1)) / 2
  const each = pairs > 0 ? Math.floor(total / pairs) : 0
  const above = total - each * pairs
  return [squares, above * (each + 1) ** 2 + (pairs - above) * each ** 2]
}
