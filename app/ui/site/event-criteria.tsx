import type { CSSProperties } from 'react'
import { describeRulebook } from '~/domain/judging/describe-rulebook'
import { spokenUnit, textIn } from '~/domain/judging/rulebook-text'
import { anchorRange, isMeasured } from '~/domain/judging/rulebook'
import type { Criterion, MeasuredCriterion, Rulebook } from '~/domain/judging/rulebook'
import { worthOf } from '~/domain/judging/measured/module-scores'
import { isScoring } from '~/domain/judging/section'
import { ballotOfStage } from '~/domain/judging/votes/ballot-of-stage'
import { describeBallot } from '~/domain/judging/votes/describe-ballot'
import type { ScoringStage } from '~/domain/judging/section'
import { standardNames } from '~/domain/events/standard-names'
import type { Contest } from '~/domain/setup/event-config'
import { say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import { useLang, useLocalPath } from '~/i18n/use-t'
import { Chapter } from './chapter'
import { sentenceIn } from './rule-sentence'
import { hundredThreads, pointsOf } from './hundred-threads'
import { useContestT } from './use-contest-t'

type StageFacts = { id: string; rulebookHash: string | null; frozen: boolean }

/** 评分细则: a hundred points as a hundred threads, the criteria, and where the whole rulebook stands. */
export function EventCriteria({ contest, slug, stages }: { contest: Contest; slug: string; stages: StageFacts[] }) {
  const t = useContestT()
  const lang = useLang()
  const scoring = contest.stages.filter(isScoring)
  const voting = contest.stages.flatMap((stage) => {
    const ballot = ballotOfStage(stage)
    return ballot && 'panel' in stage ? [{ stage, ballot, first: isScoring(stage) }] : []
  })
  if (scoring.length === 0 && voting.length === 0) return null
  return (
    <Chapter
      id="criteria"
      title={t('event.criteria')}
      note={scoring.length > 0 ? t('event.hundred') : ''}
      path={`contest.stages.${(scoring[0] ?? voting[0]?.stage)?.id ?? ''}.${scoring.length > 0 ? 'rulebook' : 'ballot'}`}
      sample={t('tag.weights')}
    >
      {voting.map(({ stage, ballot, first }) => (
        <div key={`${stage.id} vote`} className="round">
          <h3 className="within">
            {stageName(stage, lang)} <small>{t('event.judges', { judges: stage.panel.judges })}</small>
          </h3>
          <p className="rulenote">
            {describeBallot(ballot, { first })
              .map((sentence) => say(sentence, lang))
              .join(lang === 'en' ? ' ' : '')}
          </p>
        </div>
      ))}
      {scoring.map((stage) => (
        <div key={stage.id} className="round">
          {scoring.length + voting.length > 1 && (
            <h3 className="within">
              {stageName(stage, lang)} <small>{t('event.judges', { judges: stage.panel.judges })}</small>
            </h3>
          )}
          <HundredThreads rulebook={stage.rulebook} />
          <CriteriaTable rulebook={stage.rulebook} />
          <RuleNote stage={stage} first={scoring[0]} slug={slug} facts={stages.find(({ id }) => id === stage.id)} />
        </div>
      ))}
    </Chapter>
  )
}

/** What a stage is called: its own name, or the one its id brings. */
export const stageName = ({ id, name }: { id: string; name?: { zh: string; en: string } }, lang: Lang): string =>
  say(name ?? standardNames[id] ?? { zh: id, en: id }, lang)

const textOf = (text: Parameters<typeof textIn>[0], lang: Lang) => textIn(text, lang === 'en' ? 'en' : 'zh')

const yarnOf = (index: number) =>
  ({
    '--c': `var(--yarn-${(index % 4) + 1})`,
    '--o': [1, 0.55, 0.3][Math.floor(index / 4) % 3],
  }) as CSSProperties

export function HundredThreads({ rulebook }: { rulebook: Rulebook }) {
  const threads = hundredThreads(worthOf(rulebook))
  return (
    <div className="hundred" aria-hidden="true" style={{ gridTemplateColumns: threads.map((count) => `${count}fr`).join(' ') }}>
      {threads.map((count, index) => (
        <span key={index} style={{ ...yarnOf(index), '--n': count } as CSSProperties} />
      ))}
    </div>
  )
}

/** The sentence for the highest marks: what a work has to be to earn them. */
function highest(criterion: Criterion, lang: Lang): string {
  if (isMeasured(criterion)) return ''
  const [best] = Object.entries(criterion.anchors ?? {}).sort(([a], [b]) => (anchorRange(b)?.[1] ?? 0) - (anchorRange(a)?.[1] ?? 0))
  return best ? textOf(best[1], lang) : ''
}

/** Where the points of a measured criterion come from, in a few words; the rulebook has the figures. */
function measuredText(t: ReturnType<typeof useContestT>, { measured: { unit, source, points } }: MeasuredCriterion, lang: Lang): string {
  if (source === 'sheet') return t('event.importedMark')
  const said = spokenUnit(unit, lang === 'en' ? 'en' : 'zh')
  return t('deductions' in points ? 'event.deductedBy' : 'event.measuredBy', { unit: said })
}

function CriteriaTable({ rulebook }: { rulebook: Rulebook }) {
  const { criteria } = rulebook
  const t = useContestT()
  const lang = useLang()
  const weights = worthOf(rulebook)
  const saysMore = criteria.some((criterion) => highest(criterion, lang))
  return (
    <table className="criteria">
      <thead>
        <tr>
          <th scope="col">{t('event.criterion')}</th>
          <th scope="col">{t('event.weight')}</th>
          <th scope="col">{t(saysMore ? 'event.highMark' : 'event.highMarkNone')}</th>
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion, index) => (
          <tr key={criterion.id}>
            <th scope="row">
              <i style={yarnOf(index)} />
              {textOf(criterion.name, lang)}
            </th>
            <td className="w">{pointsOf(weights[index] ?? 0, weights)}</td>
            <td>
              {highest(criterion, lang) ||
                (isMeasured(criterion) ? measuredText(t, criterion, lang) : criterion.description && textOf(criterion.description, lang))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const countingRules = (stage: ScoringStage, lang: Lang) =>
  describeRulebook(stage.rulebook)
    .filter(({ topic }) => topic === 'drop' || topic === 'score')
    .map((sentence) => sentenceIn(sentence, lang))
    .join(lang === 'en' ? ' ' : '')

function RuleNote({
  stage,
  first,
  slug,
  facts,
}: {
  stage: ScoringStage
  first: ScoringStage | undefined
  slug: string
  facts: StageFacts | undefined
}) {
  const t = useContestT()
  const lang = useLang()
  const to = useLocalPath()
  const rules = countingRules(stage, lang)
  const asFirst = first && first !== stage && countingRules(first, lang) === rules
  const hash = facts?.rulebookHash
  return (
    <p className="rulenote">
      {asFirst ? t('event.countedAs', { name: stageName(first, lang) }) : rules} {t(facts?.frozen ? 'event.frozen' : 'event.notFrozen')}
      <a href={to(`/e/${slug}/rulebook/${stage.id}`)}>
        {t('event.wholeRulebook')} {hash && <code>{`${hash.slice(0, 4)}…${hash.slice(-4)}`}</code>}
      </a>
    </p>
  )
}
