import type { RuleSentence } from '../rule-sentence'
import { spokenUnit, textIn } from '../rulebook-text'
import type { MeasuredCriterion, Rulebook } from '../rulebook'
import { fullModule } from './module-scores'
import { isRecorded } from './recorded-points'
import type { Source } from './rules'

type Words = { zh: string; en: string }

/** A measured criterion as a sentence: what is recorded, and the points it earns. */
export function describeMeasured(criterion: MeasuredCriterion, run: Rulebook['run']): RuleSentence {
  const { weight, measured } = criterion
  const part = run?.parts?.find(({ id }) => id === measured.part)
  const of = {
    zh: part ? `“${textIn(part.name, 'zh')}”` : '',
    en: part ? ` of “${textIn(part.name, 'en')}”` : '',
  }
  const what = measured.source ? recordedWords[measured.source](of) : { zh: '实测值', en: 'the measured value' }
  const points = pointsWords(criterion, what)
  return {
    topic: 'criterion',
    zh: `${textIn(criterion.name, 'zh')}：${points.zh}，权重 ${weight}。`,
    en: `${textIn(criterion.name, 'en')}: ${points.en}; weight ${weight}.`,
  }
}

const recordedWords: Record<Source, (part: Words) => Words> = {
  clock: ({ zh, en }) => ({ zh: `${zh}计时员记录的用时`, en: `the time${en} on the timekeeper’s clock` }),
  stops: ({ zh, en }) => ({ zh: `${zh}停机时长`, en: `the time${en} spent standing still` }),
  faults: ({ zh, en }) => ({ zh: `裁判记录的${zh}差错`, en: `the faults${en} the referee counts` }),
  meter: ({ zh, en }) => ({ zh: `${zh}末次读数减首次读数`, en: `the last reading${en} less the first` }),
  reading: ({ zh, en }) => ({ zh: `${zh}最后一次读数`, en: `the last reading${en}` }),
  sheet: () => ({ zh: '导入的成绩', en: 'the imported mark' }),
}

function pointsWords({ measured: { unit, points } }: MeasuredCriterion, what: Words): Words {
  const [inZh, inEn] = [spokenUnit(unit, 'zh'), spokenUnit(unit, 'en')]
  if ('linear' in points) {
    const { from, at, to, then } = points.linear
    return {
      zh: `按${what.zh}计分（以${inZh}计），${from} 为 ${at} 分，${to} 为 ${then} 分，其间按直线折算，两端以外不再增减`,
      en: `points from ${what.en} (in ${inEn}): ${from} earns ${at}, ${to} earns ${then}, in between along a straight line, beyond both unchanged`,
    }
  }
  if ('table' in points) {
    const rows = Object.entries(points.table).sort(([a], [b]) => Number(a) - Number(b))
    return {
      zh: `按${what.zh}（以${inZh}计）所达到的最高一档计分，${rows.map(([value, mark]) => `${value} 起 ${mark} 分`).join('，')}，低于最低一档的按最低一档`,
      en: `points of the highest threshold ${what.en} (in ${inEn}) reaches: ${rows.map(([value, mark]) => `${mark} from ${value}`).join(', ')}; below the lowest threshold its points`,
    }
  }
  const { from, faults } = points.deductions
  return {
    zh: `满分 ${from} 分，按${what.zh}扣分：${faults.map(({ name, each, atMost }) => `${textIn(name, 'zh')}每${inZh}扣 ${each} 分${atMost === undefined ? '' : `，至多扣 ${atMost} 分`}`).join('；')}；扣完为止`,
    en: `${from} points less ${what.en}: ${faults.map(({ name, each, atMost }) => `${textIn(name, 'en')} ${each} each${atMost === undefined ? '' : `, ${atMost} at most`}`).join('; ')}; never below 0`,
  }
}

/** How the run is timed, and that recorded quantities are nobody's opinion. */
export function describeRecording(rulebook: Rulebook): RuleSentence[] {
  if (!rulebook.criteria.some(isRecorded)) return []
  const { run } = rulebook
  const minutes = run?.minutes
  return [
    ...(run
      ? [
          {
            topic: 'score' as const,
            zh:
              (minutes === undefined ? '' : `计时运行 ${minutes} 分钟。`) +
              (run.stops === 'counted' ? '停机期间计时不停，停机计为停机时长；未记录恢复的停机算到运行结束。' : '停表期间不计时。') +
              '时间以服务器时间为准。',
            en:
              (minutes === undefined ? '' : `The run lasts ${minutes} minutes. `) +
              (run.stops === 'counted'
                ? 'The clock runs on while the machine stands still, and that time is counted as downtime; a stop whose end was not recorded lasts until the end of the run. '
                : 'The clock waits while it is stopped. ') +
              'The time of the server decides.',
          },
        ]
      : []),
    {
      topic: 'score',
      zh: '实测、计时、计数和导入的成绩只记录一次，对全部评委相同，不参与去分和平均；未参加的该项为 0 分。记录结束后的更正须由一人提出、另一人同意，并说明理由。',
      en: 'What is measured, timed, counted or imported is recorded once, the same for all judges, and neither dropped nor averaged; who did not take part earns 0 for it. After the record is closed a correction is asked for by one person and agreed to by another, with a reason.',
    },
  ]
}

/** The modules with what they are worth. */
export function describeModules(rulebook: Rulebook): RuleSentence[] {
  return (rulebook.modules ?? []).map(({ id, name, share }) => {
    const full = fullModule(rulebook, id).toText()
    return {
      topic: 'score',
      zh: `“${textIn(name, 'zh')}”满分 ${full} 分，折成百分制后占总成绩的 ${share}%。`,
      en: `“${textIn(name, 'en')}” has ${full} points; taken out of 100 it makes ${share}% of the total.`,
    }
  })
}

/** What is ranked besides the total: single items and teams. */
export function describeSinglesAndTeams({ singles = [], teams, criteria }: Rulebook): RuleSentence[] {
  const named = (ids: readonly string[], lang: 'zh' | 'en') =>
    criteria.filter(({ id }) => ids.includes(id)).map(({ name }) => textIn(name, lang))
  return [
    ...singles.map((single) => ({
      topic: 'ranking' as const,
      zh: `单项“${textIn(single.name, 'zh')}”按${named(single.criteria, 'zh').join('、')}的得分之和排名；得分相同时用时少者在前，仍相同的并列。`,
      en: `The single item “${textIn(single.name, 'en')}” is ranked by the points for ${named(single.criteria, 'en').join(', ')} together; equal points go by the shorter time, then share the rank.`,
    })),
    ...(teams
      ? [
          {
            topic: 'ranking' as const,
            zh: `团体成绩为代表队中总成绩最高的 ${teams.best} 人之和；相同时个人最好成绩高者在前，仍相同的并列；不足 ${teams.best} 人的不计团体名次。`,
            en: `A team’s result is the sum of its ${teams.best} best totals; equal sums go by the better best total, then share the rank; a team with fewer than ${teams.best} has no rank.`,
          },
        ]
      : []),
  ]
}
