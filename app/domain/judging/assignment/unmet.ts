import type { JudgeToFill, Pairs, Unmet, WorkToJudge } from './problem'
import { type Tables, at, loadsOf } from './tables'

/** Gives the pairs that are pinned, work by work; those that cannot be given are the answer. */
export function fixPins(tables: Tables, works: readonly WorkToJudge[], judges: readonly JudgeToFill[], pairs: Pairs): Unmet[] {
  const loads = loadsOf(tables)
  return works.flatMap(({ id }, work) => {
    const pins = pairs.get(id)?.pins ?? new Set()
    let had = 0
    return judges.flatMap((judge, index): Unmet[] => {
      if (!pins.has(judge.id)) return []
      const cell = work * judges.length + index
      const refused = (reason: 'pin-is-conflict' | 'pin-above-max' | 'pin-above-per-work'): Unmet[] => [
        { work: id, judge: judge.id, missing: 0, reason },
      ]
      if (tables.allowed[cell] === 0) return refused('pin-is-conflict')
      if (had >= at(tables.need, work)) return refused('pin-above-per-work')
      if (at(loads, index) >= at(tables.max, index)) return refused('pin-above-max')
      tables.pinned[cell] = 1
      tables.given[cell] = 1
      loads[index] = at(loads, index) + 1
      had += 1
      return []
    })
  })
}

/** Works that have fewer judges than they need, and why: conflicts leave too few, or those without one are full. */
export function missingOf({ judges, need, allowed, given }: Tables, works: readonly WorkToJudge[]): Unmet[] {
  return works.flatMap(({ id }, work) => {
    let [free, had] = [0, 0]
    for (let judge = 0; judge < judges; judge += 1) {
      free += at(allowed, work * judges + judge)
      had += at(given, work * judges + judge)
    }
    const lacking = Math.max(0, at(need, work) - free)
    const full = at(need, work) - had - lacking
    const unmet: Unmet[] = []
    if (lacking > 0) unmet.push({ work: id, missing: lacking, reason: 'too-few-without-conflict' })
    if (full > 0) unmet.push({ work: id, missing: full, reason: 'judges-at-max' })
    return unmet
  })
}
