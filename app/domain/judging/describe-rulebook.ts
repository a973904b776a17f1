import { describeMeasured, describeModules, describeRecording, describeSinglesAndTeams } from './measured/describe-measuring'
import type { RuleSentence } from './rule-sentence'
import { sheetCriteria } from './measured/recorded-points'
import { textIn } from './rulebook-text'
import { type Criterion, type Quota, type Rulebook, type TieRule, isMeasured, tieCriterion } from './rulebook'

/**
 * The rulebook as sentences, in the order in which they are applied. Every sentence is made from the field that the
 * computation reads, so that what the page promises and what is computed cannot disagree.
 */
export function describeRulebook(rulebook: Rulebook): RuleSentence[] {
  return [
    ...rulebook.criteria.map((criterion) => describeCriterion(criterion, rulebook.run)),
    ...(rulebook.weightsSum === undefined ? [] : [describeSum(rulebook.weightsSum)]),
    ...(rulebook.drop?.level === 'total' ? describeByTotals(rulebook) : describeByCriteria(rulebook)),
    ...describeRecording(rulebook),
    {
      topic: 'ranking',
      zh: '按总分从高到低排名；名次相同的并列，其后的名次顺延（1、1、3）。',
      en: 'Works are ranked by total, highest first; equal works share a rank and the next rank is skipped (1, 1, 3).',
    },
    ...describeTies(rulebook),
    ...(rulebook.quota ? [describeQuota(rulebook.quota)] : []),
    ...describeSinglesAndTeams(rulebook),
    ...describeExceptions(rulebook),
  ]
}

function describeCriterion(criterion: Criterion, run: Rulebook['run']): RuleSentence {
  if (isMeasured(criterion)) return describeMeasured(criterion, run)
  const { weight, min, max, step } = criterion
  return {
    topic: 'criterion',
    zh: `${textIn(criterion.name, 'zh')}：${min} 至 ${max} 分，每 ${step} 分一档，权重 ${weight}。`,
    en: `${textIn(criterion.name, 'en')}: marks from ${min} to ${max} in steps of ${step}, weight ${weight}.`,
  }
}

function describeSum(sum: number): RuleSentence {
  return { topic: 'criterion', zh: `权重合计 ${sum}。`, en: `The weights add up to ${sum}.` }
}

function describeByTotals(rulebook: Rulebook): RuleSentence[] {
  const { weighted, total } = roundingOf(rulebook)
  const kept = averageWords(rulebook)
  return [
    {
      topic: 'score',
      zh: `每位评委的总分是各项分数乘以权重之和，${weighted.zh}；每位评委须评完全部项目。`,
      en: `A judge’s total is the sum of that judge’s marks times their weights, ${weighted.en}; every judge marks every criterion.`,
    },
    ...describeDrop(rulebook, { zh: '评委总分', en: 'judges’ totals' }),
    {
      topic: 'score',
      zh: `作品总分是计入的评委总分的${kept.zh}，${total.zh}。`,
      en: `The work’s total is the ${kept.en} of the judges’ totals that count, ${total.en}.`,
    },
  ]
}

function describeByCriteria(rulebook: Rulebook): RuleSentence[] {
  const { criterion, weighted, module, total } = roundingOf(rulebook)
  const kept = averageWords(rulebook)
  const judged = sheetCriteria(rulebook).length > 0
  return [
    ...(judged ? describeDrop(rulebook, { zh: '分数（逐项）', en: 'marks of each criterion' }) : []),
    judged
      ? {
          topic: 'score',
          zh: `单项得分是计入的分数的${kept.zh}，${criterion.zh}；乘以权重后${weighted.zh}。`,
          en: `The score of a criterion is the ${kept.en} of the marks that count, ${criterion.en}; it is multiplied by the weight, ${weighted.en}.`,
        }
      : {
          topic: 'score',
          zh: `单项得分${criterion.zh}；乘以权重后${weighted.zh}。`,
          en: `The points of a criterion, ${criterion.en}, are multiplied by the weight, ${weighted.en}.`,
        },
    ...describeModules(rulebook),
    rulebook.modules
      ? {
          topic: 'score',
          zh: `模块得分折成百分制，${module.zh}；总成绩是各模块得分按占比相加，${total.zh}。`,
          en: `A module’s score out of 100, ${module.en}; the total is the sum of the modules by their shares, ${total.en}.`,
        }
      : {
          topic: 'score',
          zh: `作品总分是各项之和，${total.zh}。`,
          en: `The work’s total is the sum over the criteria, ${total.en}.`,
        },
  ]
}

function describeDrop({ drop }: Rulebook, what: { zh: string; en: string }): RuleSentence[] {
  if (!drop || drop.high + drop.low === 0) {
    return [
      {
        topic: 'drop',
        zh: `不去最高分和最低分，全部${what.zh}计入。`,
        en: `Nothing is dropped: all ${what.en} count.`,
      },
    ]
  }
  const parts = [
    { count: drop.high, zh: '最高', en: 'highest' },
    { count: drop.low, zh: '最低', en: 'lowest' },
  ].filter(({ count }) => count > 0)
  return [
    {
      topic: 'drop',
      zh: `评分的评委达到 ${drop.fromJudges} 人时，去掉${parts.map(({ count, zh }) => ` ${count} 个${zh}`).join('和')}的${what.zh}；不足 ${drop.fromJudges} 人时全部计入。`,
      en: `From ${drop.fromJudges} scoring judges on, the ${parts.map(({ count, en }) => `${count} ${en}`).join(' and the ')} of the ${what.en} are dropped; with fewer judges all count.`,
    },
  ]
}

function averageWords({ average }: Rulebook) {
  return average === 'median' ? { zh: '中位数', en: 'median' } : { zh: '平均值', en: 'mean' }
}

const modes = {
  'half-up': { zh: '四舍五入', en: 'halves rounded up' },
  'half-even': { zh: '四舍六入五成双', en: 'halves rounded to the even digit' },
  down: { zh: '其后舍去', en: 'the rest cut off' },
}

function roundingOf({ rounding }: Rulebook) {
  const mode = modes[rounding?.mode ?? 'half-up']
  const words = (decimals: number | undefined) =>
    decimals === undefined
      ? { zh: '不舍入', en: 'unrounded' }
      : {
          zh: `${decimals === 0 ? '取整' : `保留 ${decimals} 位小数`}（${mode.zh}）`,
          en: `to ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'} (${mode.en})`,
        }
  return {
    criterion: words(rounding?.criterion),
    weighted: words(rounding?.weighted),
    module: words(rounding?.module),
    total: words(rounding?.total),
  }
}

function describeTies({ ties = [], criteria, modules = [] }: Rulebook): RuleSentence[] {
  const sentences = ties.map((rule, index): RuleSentence => {
    const { zh, en } = tieWords(rule, [...criteria, ...modules])
    const first = index === 0
    return {
      topic: 'tie',
      zh: `${first ? '总分相同时，' : '仍相同时，'}${zh}。`,
      en: `${first ? 'When totals are equal, ' : 'When still equal, '}${en}.`,
    }
  })
  if (ties.at(-1) === 'chair') return sentences
  const opening = ties.length === 0 ? { zh: '总分相同的', en: 'Works of equal totals' } : { zh: '仍相同的', en: 'Works still equal' }
  return [...sentences, { topic: 'tie', zh: `${opening.zh}，名次并列。`, en: `${opening.en} share the rank.` }]
}

function tieWords(rule: TieRule, criteria: readonly Pick<Criterion, 'id' | 'name'>[]): { zh: string; en: string } {
  const id = tieCriterion(rule)
  if (id !== null) {
    const name = criteria.find((criterion) => criterion.id === id)?.name ?? { en: id }
    return {
      zh: `“${textIn(name, 'zh')}”得分高者在前`,
      en: `the higher score for “${textIn(name, 'en')}” comes first`,
    }
  }
  switch (rule) {
    case 'undropped-mean':
      return {
        zh: '不去最高分和最低分、不舍入的平均分高者在前',
        en: 'the higher mean of all judges, with nothing dropped, comes first',
      }
    case 'majority':
      return { zh: '被更多评委评得更高者在前', en: 'the work that more judges placed higher comes first' }
    case 'fewer-low':
      return {
        zh: '所得最低一个单项分较高者在前',
        en: 'the work whose lowest single mark is higher comes first',
      }
    case 'time':
      return { zh: '用时少者在前', en: 'the shorter time comes first' }
    default:
      return {
        zh: '由评委会主席裁定，裁定前名次并列',
        en: 'the chair of the jury decides; until then they share the rank',
      }
  }
}

function describeQuota({ places, alternates = 0, per = 'all' }: Quota): RuleSentence {
  const scope = {
    group: { zh: '每个组别', en: 'In each group' },
    track: { zh: '每个赛道', en: 'In each track' },
    'group-track': { zh: '每个组别的每个赛道', en: 'In each track of each group' },
    all: { zh: '全部作品中', en: 'Among all works' },
  }[per]
  return {
    topic: 'quota',
    zh: `${scope.zh}名次在前的 ${places} 件入围${alternates > 0 ? `，其后 ${alternates} 件候补` : ''}；并列跨过名额线的，不自动取舍。`,
    en: `${scope.en} the first ${places} go through${alternates > 0 ? `, the next ${alternates} stand by` : ''}; a tie across the line is never cut by the computer.`,
  }
}

function describeExceptions({ recusal, absence, unscored }: Rulebook): RuleSentence[] {
  return [
    recusal === 'substitute'
      ? {
          topic: 'exception',
          zh: '评委回避的作品，由替补评委评分。',
          en: 'A work from which a judge stands aside is marked by a substitute.',
        }
      : {
          topic: 'exception',
          zh: '评委回避的作品，由其余评委评分，按实际评分人数计算。',
          en: 'A work from which a judge stands aside is decided by the other judges, counted as they are.',
        },
    absence === 'wait'
      ? {
          topic: 'exception',
          zh: '有评委未评完的，本阶段不结束。',
          en: 'The stage stays open until every judge has marked every work given to them.',
        }
      : {
          topic: 'exception',
          zh: '评委未评的作品，由其余评委评分，按实际评分人数计算。',
          en: 'A work that a judge did not mark is decided by the other judges, counted as they are.',
        },
    unscored === 'wait'
      ? {
          topic: 'exception',
          zh: '有作品未获任何评分的，本阶段不结束。',
          en: 'The stage stays open until every work has been marked.',
        }
      : {
          topic: 'exception',
          zh: '未获任何评分的作品不计总分、不排名，列在最后。',
          en: 'A work nobody marked has no total and no rank and stands last.',
        },
  ]
}
