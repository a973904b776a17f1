import type { Field } from '~/domain/entries/section'
import { standardNames } from '~/domain/events/standard-names'
import { checkRulebook } from '~/domain/judging/check-rulebook'
import { isScoring } from '~/domain/judging/section'
import { VOTE } from '~/domain/judging/votes/choice'
import type { Award, Stage } from '~/domain/judging/section'
import { checkPayments } from './check-payments'
import { checkAllKnown, checkKnown, checkOrder, checkUnique, idsOf } from './check-references'
import type { Contest } from './event-config'
import type { Finding } from './problem'

const root = 'contest'

/** Ids, references, ranges and sums inside `contest`. */
export function checkContest(contest: Contest): Finding[] {
  return [
    ...checkUnique([root, 'groups'], contest.groups, 'group'),
    ...checkUnique([root, 'tracks'], contest.tracks, 'track'),
    ...checkEntry(contest),
    ...checkEligibility(contest),
    ...checkUnique([root, 'stages'], contest.stages, 'stage'),
    ...contest.stages.flatMap((stage, index) => checkStage(contest, stage, index)),
    ...checkUnique([root, 'awards'], contest.awards, 'award'),
    ...contest.awards.flatMap((award, index) => checkAward(contest, award, index)),
    ...checkPayments(contest),
  ]
}

function checkEntry({ entry, groups }: Contest): Finding[] {
  const fieldsPath = [root, 'entry', 'fields']
  const filesPath = [root, 'entry', 'files']
  return [
    ...checkUnique(fieldsPath, entry.fields, 'field'),
    ...entry.fields.flatMap((field, index) => [
      ...checkAllKnown([...fieldsPath, index, 'groups'], field.groups, idsOf(groups), 'group'),
      ...checkField(field, [...fieldsPath, index]),
    ]),
    ...checkUnique(filesPath, entry.files, 'file'),
    ...entry.files.flatMap((file, index) => [
      ...checkAllKnown([...filesPath, index, 'groups'], file.groups, idsOf(groups), 'group'),
      ...checkOrder([...filesPath, index, 'count'], file.count.min, file.count.max),
    ]),
  ]
}

function checkField(field: Field, path: PropertyKey[]): Finding[] {
  if (field.type === 'choice') return checkUnique([...path, 'options'], field.options, 'option')
  if (field.type === 'choices') {
    const tooMany = field.max !== undefined && field.max > field.options.length
    const message = `max is ${field.max}, but there are only ${field.options.length} options`
    const zh = `max 为 ${field.max}，但只有 ${field.options.length} 个选项`
    return [...checkUnique([...path, 'options'], field.options, 'option'), ...(tooMany ? [{ path: [...path, 'max'], message, zh }] : [])]
  }
  return 'min' in field || 'max' in field ? checkOrder([...path, 'min'], field.min, field.max) : []
}

function checkEligibility({ eligibility, groups, entry }: Contest): Finding[] {
  return eligibility.flatMap((rule, index) => {
    const path = [root, 'eligibility', index]
    const groupRefs = checkAllKnown([...path, 'groups'], rule.groups, idsOf(groups), 'group')
    if (rule.rule === 'age') return [...groupRefs, ...checkOrder([...path, 'min'], rule.min, rule.max)]
    if (rule.rule !== 'field') return groupRefs
    const field = entry.fields.find(({ id }) => id === rule.field)
    const options = field && 'options' in field ? idsOf(field.options) : []
    return [
      ...groupRefs,
      ...checkKnown([...path, 'field'], rule.field, idsOf(entry.fields), 'field'),
      ...(field ? checkAllKnown([...path, 'oneOf'], rule.oneOf, options, 'option') : []),
      ...checkOrder([...path, 'min'], rule.min, rule.max),
    ]
  })
}

function checkStage(contest: Contest, stage: Stage, index: number): Finding[] {
  const path = [root, 'stages', index]
  const findings: Finding[] = []
  if (!stage.name && !standardNames[stage.id]) {
    const message = `stage ${stage.id} needs a name: { zh: …, en: … }; ids that bring their own are ${Object.keys(standardNames).join(', ')}`
    const zh = `环节 ${stage.id} 须写名称：name: { zh: …, en: … }；自带名称的 id 有 ${Object.keys(standardNames).join('、')}`
    findings.push({ path: [...path, 'id'], message, zh })
  }
  if ('panel' in stage) {
    const { judges, perWork } = stage.panel
    if (perWork !== 'all' && perWork > judges) {
      const message = `perWork is ${perWork}, but the panel has ${judges} judges`
      const zh = `perWork 为 ${perWork}，但评委只有 ${judges} 位`
      findings.push({ path: [...path, 'panel', 'perWork'], message, zh })
    }
  }
  if (isScoring(stage)) findings.push(...checkScoring(contest, stage, path))
  if (stage.type === 'vote') {
    findings.push(...checkPer(contest, stage.quota?.per, [...path, 'quota', 'per']))
    if (stage.quota && stage.quota.places !== stage.ballot.keep) {
      const message = `the vote keeps ${stage.ballot.keep} works, but the quota has ${stage.quota.places} places; they have to be the same`
      const zh = `投票留 ${stage.ballot.keep} 件，而名额为 ${stage.quota.places}；两者须相同`
      findings.push({ path: [...path, 'quota', 'places'], message, zh })
    }
  }
  return findings
}

function checkScoring(contest: Contest, stage: Extract<Stage, { rulebook: object }>, path: PropertyKey[]): Finding[] {
  const { rulebook, panel } = stage
  const at = [...path, 'rulebook']
  const findings: Finding[] = checkRulebook(rulebook).map((problem) => ({
    path: [...at, ...problem.path],
    message: problem.message,
    zh: problem.zh,
  }))
  findings.push(...checkPer(contest, rulebook.quota?.per, [...at, 'quota', 'per']))
  if (rulebook.drop && rulebook.drop.fromJudges > panel.judges) {
    const message = `marks are dropped from ${rulebook.drop.fromJudges} judges on, but the panel has ${panel.judges}: nothing is ever dropped`
    const zh = `满 ${rulebook.drop.fromJudges} 位评委才去掉高低分，但评委只有 ${panel.judges} 位：永远不会去分`
    findings.push({ path: [...at, 'drop', 'fromJudges'], message, zh, severity: 'warning' })
  }
  if (rulebook.teams) findings.push(...checkKnown([...at, 'teams', 'field'], rulebook.teams.field, idsOf(contest.entry.fields), 'field'))
  const named = rulebook.criteria.findIndex(({ id }) => id === VOTE)
  if (stage.type === 'score' && stage.first && named >= 0) {
    const message = `the id ${VOTE} is that of the first pass; give the criterion another`
    const zh = `id ${VOTE} 用于首轮投票；请给该评分项换一个 id`
    findings.push({ path: [...at, 'criteria', named, 'id'], message, zh })
  }
  const places = rulebook.quota?.places ?? 0
  if (stage.type === 'score' && stage.first && stage.first.keep < places) {
    const message = `the first pass keeps ${stage.first.keep} works, fewer than the ${places} places of the quota`
    const zh = `首轮投票只留 ${stage.first.keep} 件，少于入围名额 ${places}`
    findings.push({ path: [...path, 'first', 'keep'], message, zh })
  }
  return findings
}

function checkPer({ tracks }: Contest, per: Award['per'] | undefined, path: PropertyKey[]): Finding[] {
  if (tracks.length > 0 || (per !== 'track' && per !== 'group-track')) return []
  return [
    {
      path,
      message: `per is ${per}, but this contest has no tracks; it may be group or all`,
      zh: `per 为 ${per}，但本赛事没有赛道；可写 group 或 all`,
    },
  ]
}

function checkAward(contest: Contest, award: Award, index: number): Finding[] {
  const path = [root, 'awards', index]
  const others = idsOf(contest.awards).filter((id) => id !== award.id)
  return [
    ...checkAllKnown([...path, 'from'], award.from, others, 'other award'),
    ...checkAllKnown([...path, 'groups'], award.groups, idsOf(contest.groups), 'group'),
    ...checkPer(contest, award.per, [...path, 'per']),
    ...checkFor(contest, award, [...path, 'for']),
    ...checkOrganisations(award, path),
  ]
}

/** The rule of an award to organisations; prize money goes to people alone, each with an account of their own. */
function checkOrganisations({ to, points, atLeast, prize }: Award, path: PropertyKey[]): Finding[] {
  if (to === 'organisations' && prize)
    return [
      {
        path: [...path, 'prize'],
        message: 'an award to organisations has no prize money: payments go to people',
        zh: '授予单位的奖项不设奖金：付款只付给个人',
      },
    ]
  if (to === 'organisations' || (!points && atLeast === undefined)) return []
  const key = points ? 'points' : 'atLeast'
  return [
    {
      path: [...path, key],
      message: `${key} is for awards with to: organisations`,
      zh: `${key} 只用于 to: organisations 的奖项`,
    },
  ]
}

/** An award for a single item or for teams: the last scoring stage has to rank them. */
function checkFor({ stages }: Contest, award: Award, path: PropertyKey[]): Finding[] {
  const last = stages.findLast(isScoring)?.rulebook
  const known = [...idsOf(last?.singles ?? []), ...(last?.teams ? ['teams'] : [])]
  return checkKnown(path, award.for, known, 'single item or teams')
}
