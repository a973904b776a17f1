import { Decimal } from 'decimal.js'
import { type MeasuredCriterion, type Rulebook, isMeasured } from '../rulebook'
import type { RulebookProblem } from '../rulebook-problem'
import { sheetCriteria } from './recorded-points'

/** What contradicts itself among modules, parts of a run and sources of quantities. */
export function checkMeasuring(rulebook: Rulebook): RulebookProblem[] {
  return [
    ...checkModules(rulebook),
    ...checkParts(rulebook),
    ...checkDropped(rulebook),
    ...checkSingles(rulebook),
    ...rulebook.criteria.flatMap((criterion, index) => (isMeasured(criterion) ? checkSource(rulebook, criterion, index) : [])),
  ]
}

function checkModules({ modules, criteria, drop }: Rulebook): RulebookProblem[] {
  if (!modules) {
    return criteria.flatMap(({ id, module }, index) =>
      module === undefined
        ? []
        : [
            {
              path: ['criteria', index, 'module'],
              message: `${id} belongs to the module ${module}, but the rulebook has no modules`,
              zh: `${id} 属于模块 ${module}，但评审办法里没有 modules`,
            },
          ],
    )
  }
  const problems: RulebookProblem[] = []
  const ids = modules.map(({ id }) => id)
  modules.forEach(({ id }, index) => {
    const path = ['modules', index, 'id']
    if (ids.indexOf(id) !== index) problems.push({ path, message: `the module ${id} is listed twice`, zh: `模块 ${id} 列了两次` })
    else if (criteria.some((criterion) => criterion.id === id))
      problems.push({
        path,
        message: `${id} is a module and a criterion; ids are unique`,
        zh: `${id} 既是模块又是评分项；id 不能重复`,
      })
    else if (!criteria.some(({ module }) => module === id))
      problems.push({
        path,
        message: `no criterion belongs to the module ${id}`,
        zh: `没有评分项属于模块 ${id}`,
      })
  })
  criteria.forEach(({ id, module }, index) => {
    if (module !== undefined && ids.includes(module)) return
    const path = ['criteria', index, ...(module === undefined ? [] : ['module'])]
    problems.push(
      module === undefined
        ? {
            path,
            message: `${id} belongs to no module; write module: and one of ${ids.join(', ')}`,
            zh: `${id} 没有归入模块；请写 module，可选 ${ids.join('、')}`,
          }
        : {
            path,
            message: `there is no module ${module}; there are ${ids.join(', ')}`,
            zh: `没有模块 ${module}；有 ${ids.join('、')}`,
          },
    )
  })
  const sum = modules.reduce((total, { share }) => total.plus(share), new Decimal(0))
  if (!sum.equals(100)) {
    const parts = modules.map(({ id, share }) => `${id} ${share}`).join(', ')
    problems.push({
      path: ['modules'],
      message: `shares add up to ${sum.toString()}, they must make 100 (${parts})`,
      zh: `share 合计 ${sum.toString()}，应为 100（${parts}）`,
    })
  }
  if (drop?.level === 'total')
    problems.push({
      path: ['drop', 'level'],
      message: 'with modules a judge has no total of their own; drop marks by criterion',
      zh: '分模块计分时评委没有自己的总分；请按评分项（criterion）去分',
    })
  return problems
}

function checkDropped(rulebook: Rulebook): RulebookProblem[] {
  if (!rulebook.drop || sheetCriteria(rulebook).length > 0) return []
  return [
    {
      path: ['drop'],
      message: 'no criterion is marked by judges, so there is nothing to drop; leave drop out',
      zh: '没有由评委打分的评分项，无分可去；请删去 drop',
    },
  ]
}

function checkSingles({ singles = [], criteria }: Rulebook): RulebookProblem[] {
  const known = criteria.map(({ id }) => id)
  const ids = singles.map(({ id }) => id)
  return singles.flatMap((single, index): RulebookProblem[] => {
    const path = ['singles', index]
    const twice =
      ids.indexOf(single.id) !== index
        ? [
            {
              path: [...path, 'id'],
              message: `the single item ${single.id} is listed twice`,
              zh: `单项 ${single.id} 列了两次`,
            },
          ]
        : []
    return [
      ...twice,
      ...single.criteria.flatMap((id, at) =>
        known.includes(id)
          ? []
          : [
              {
                path: [...path, 'criteria', at],
                message: `there is no criterion ${id}; there are ${known.join(', ')}`,
                zh: `没有评分项 ${id}；有 ${known.join('、')}`,
              },
            ],
      ),
    ]
  })
}

function checkParts({ run }: Rulebook): RulebookProblem[] {
  const ids = run?.parts?.map(({ id }) => id) ?? []
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          {
            path: ['run', 'parts', index, 'id'],
            message: `the part ${id} is listed twice`,
            zh: `分项 ${id} 列了两次`,
          },
        ],
  )
}

function checkSource({ run }: Rulebook, { id, measured }: MeasuredCriterion, index: number): RulebookProblem[] {
  const { source, part, points, plausible } = measured
  const path = ['criteria', index, 'measured']
  const problems: RulebookProblem[] = []
  if ('deductions' in points !== (source === 'faults'))
    problems.push({
      path: [...path, 'source'],
      message: `${id}: counted faults (source: faults) and points by deductions go together`,
      zh: `${id}：source: faults 与 points.deductions 须同时使用`,
    })
  if ((source === 'clock' || source === 'stops' || source === 'meter') && !run)
    problems.push({
      path: [...path, 'source'],
      message: `${id} is taken from a run, but the rulebook has none; write run:`,
      zh: `${id} 取自计时，但评审办法里没有 run`,
    })
  if ((source === 'clock' || source === 'stops') && measured.unit !== 's')
    problems.push({
      path: [...path, 'unit'],
      message: `the clock gives ${id} in seconds; write unit: s`,
      zh: `${id} 由计时得出，单位是秒；请写 unit: s`,
    })
  if (part !== undefined && !run?.parts?.some((known) => known.id === part))
    problems.push({
      path: [...path, 'part'],
      message: `the run has no part ${part} (${id})`,
      zh: `计时没有分项 ${part}（${id}）`,
    })
  if (plausible && plausible.min >= plausible.max)
    problems.push({
      path: [...path, 'plausible'],
      message: `plausible values of ${id} run backwards`,
      zh: `${id} 的合理范围写反了`,
    })
  if ('deductions' in points) {
    const faults = points.deductions.faults.map((fault) => fault.id)
    faults.forEach((fault, at) => {
      if (faults.indexOf(fault) !== at)
        problems.push({
          path: [...path, 'points', 'deductions', 'faults', at, 'id'],
          message: `the fault ${fault} of ${id} is listed twice`,
          zh: `${id} 的扣分项 ${fault} 列了两次`,
        })
    })
  }
  return problems
}
