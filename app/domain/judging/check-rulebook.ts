import { Decimal } from 'decimal.js'
import { checkMeasuring } from './measured/check-measuring'
import type { RulebookProblem } from './rulebook-problem'
import { type JudgedCriterion, type MeasuredCriterion, type Rulebook, anchorRange, isMeasured, tieCriterion } from './rulebook'

/** What a schema cannot see: sums, references and ranges that contradict each other. Empty when the rulebook can run. */
export function checkRulebook(rulebook: Rulebook): RulebookProblem[] {
  return [
    ...checkWeights(rulebook),
    ...checkIds(rulebook),
    ...rulebook.criteria.flatMap((criterion, index) =>
      isMeasured(criterion) ? checkMeasured(criterion, index) : checkJudged(criterion, index),
    ),
    ...checkDrop(rulebook),
    ...checkTies(rulebook),
    ...checkMeasuring(rulebook),
  ]
}

function checkWeights({ weightsSum, criteria }: Rulebook): RulebookProblem[] {
  if (weightsSum === undefined) return []
  const sum = criteria.reduce((total, { weight }) => total.plus(weight), new Decimal(0))
  if (sum.equals(weightsSum)) return []
  const parts = criteria.map(({ id, weight }) => `${id} ${weight}`).join(', ')
  return [
    {
      path: ['weightsSum'],
      message: `weights add up to ${sum.toString()}, weightsSum says ${weightsSum} (${parts})`,
      zh: `权重合计 ${sum.toString()}，weightsSum 写的是 ${weightsSum}（${parts}）`,
    },
  ]
}

function checkIds({ criteria }: Rulebook): RulebookProblem[] {
  return criteria.flatMap(({ id }, index) => {
    const first = criteria.findIndex((other) => other.id === id)
    if (first === index) return []
    return [
      {
        path: ['criteria', index, 'id'],
        message: `the id ${id} is already that of criterion ${first + 1}; ids are unique`,
        zh: `id ${id} 与第${first + 1}个评分项重复；id 不能重复`,
      },
    ]
  })
}

function checkJudged({ id, min, max, step, anchors }: JudgedCriterion, index: number): RulebookProblem[] {
  const path = ['criteria', index]
  if (max <= min) {
    return [
      {
        path: [...path, 'max'],
        message: `max of ${id} is ${max}; it has to be more than min, which is ${min}`,
        zh: `${id} 的 max 为 ${max}，须大于 min（${min}）`,
      },
    ]
  }
  const problems: RulebookProblem[] = []
  for (const [key, value] of Object.entries({ min, max, step })) {
    if (new Decimal(value).decimalPlaces() <= 3 && Math.abs(value) < 100_000) continue
    problems.push({
      path: [...path, key],
      message: `${key} of ${id} is ${value}; marks have at most five digits and three decimals`,
      zh: `${id} 的 ${key} 为 ${value}；分数至多五位整数、三位小数`,
    })
  }
  if (!new Decimal(max).minus(min).mod(step).isZero()) {
    problems.push({
      path: [...path, 'step'],
      message: `steps of ${step} from ${min} never arrive at ${max} (${id}); choose a step that divides the range`,
      zh: `${id} 从 ${min} 起每步 ${step}，到不了 ${max}；请取能整除区间的步长`,
    })
  }
  const seen: { key: string; low: number; high: number }[] = []
  for (const key of Object.keys(anchors ?? {})) {
    const [low, high] = anchorRange(key) ?? [NaN, NaN]
    const at = [...path, 'anchors', key]
    if (!(low <= high))
      problems.push({
        path: at,
        message: `the anchor ${key} of ${id} runs backwards; write the lower mark first`,
        zh: `${id} 的分档 ${key} 写反了；低分在前`,
      })
    else if (low < min || high > max) {
      problems.push({
        path: at,
        message: `the anchor ${key} of ${id} lies outside its marks, ${min} to ${max}`,
        zh: `${id} 的分档 ${key} 超出分数范围 ${min} 至 ${max}`,
      })
    }
    const other = seen.find((range) => low <= range.high && high >= range.low)
    if (other) {
      problems.push({
        path: at,
        message: `the anchors ${other.key} and ${key} of ${id} overlap`,
        zh: `${id} 的分档 ${other.key} 与 ${key} 重叠`,
      })
    }
    seen.push({ key, low, high })
  }
  return problems
}

function checkMeasured({ id, measured: { points } }: MeasuredCriterion, index: number): RulebookProblem[] {
  const path = ['criteria', index, 'measured', 'points']
  if ('deductions' in points) return []
  if ('linear' in points) {
    if (points.linear.from !== points.linear.to) return []
    return [
      {
        path: [...path, 'linear', 'to'],
        message: `the line of ${id} starts and ends at ${points.linear.to}; it needs two different values`,
        zh: `${id} 的直线首尾都是 ${points.linear.to}；须取两个不同的值`,
      },
    ]
  }
  const rows = Object.keys(points.table)
  if (rows.length === 0)
    return [
      {
        path: [...path, 'table'],
        message: `the table of ${id} is empty; give at least one value: points`,
        zh: `${id} 的分值表是空的；至少写一行“数值: 分”`,
      },
    ]
  return rows.flatMap((row, at) => {
    const first = rows.findIndex((other) => Number(other) === Number(row))
    return first === at
      ? []
      : [
          {
            path: [...path, 'table', row],
            message: `the table of ${id} lists ${Number(row)} twice`,
            zh: `${id} 的分值表里 ${Number(row)} 出现两次`,
          },
        ]
  })
}

function checkDrop({ drop }: Rulebook): RulebookProblem[] {
  if (!drop || drop.high + drop.low < drop.fromJudges) return []
  return [
    {
      path: ['drop', 'fromJudges'],
      message:
        `dropping ${drop.high} high and ${drop.low} low leaves nothing of ${drop.fromJudges} judges; ` +
        `fromJudges has to be at least ${drop.high + drop.low + 1}`,
      zh: `${drop.fromJudges} 位评委去掉 ${drop.high} 个最高分和 ${drop.low} 个最低分，就没有分了；fromJudges 至少为 ${drop.high + drop.low + 1}`,
    },
  ]
}

function checkTies({ ties = [], criteria, modules = [] }: Rulebook): RulebookProblem[] {
  const ids = [...criteria, ...modules].map(({ id }) => id)
  return ties.flatMap((rule, index) => {
    const path = ['ties', index]
    if (ties.indexOf(rule) !== index) return [{ path, message: `the tie rule ${rule} is listed twice`, zh: `同分规则 ${rule} 列了两次` }]
    if (rule === 'chair' && index !== ties.length - 1) {
      return [
        {
          path,
          message: 'chair leaves the tie to a person, so nothing can come after it; put it last',
          zh: 'chair 是交由评委会主席裁定，后面不能再有规则；请放在最后',
        },
      ]
    }
    const id = tieCriterion(rule)
    if (id === null || ids.includes(id)) return []
    return [
      {
        path,
        message: `there is no criterion ${id}; a tie may go by ${ids.map((known) => `criterion:${known}`).join(', ')}`,
        zh: `没有评分项 ${id}；同分可按 ${ids.map((known) => `criterion:${known}`).join('、')}`,
      },
    ]
  })
}
