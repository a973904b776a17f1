import type { Localized } from '~/domain/events/localized'
import type { PublishedWork } from '~/domain/judging/published-works.server'
import type { ShownField } from '~/domain/judging/shown-to-judges'
import { say } from '~/i18n/language'
import { useLang, useLocalPath } from '~/i18n/use-t'
import { WorkPeople } from './work-people'
import { useContestT } from './use-contest-t'

type WorkStanding = {
  stageId: string
  stage: Localized | undefined
  rank: number | null
  total: string | null
  standing: 'place' | 'alternate' | 'none'
  award: Localized | null
}

type Props = {
  slug: string
  work: PublishedWork
  fields: readonly ShownField[]
  group: Localized | undefined
  track: Localized | undefined
  /** the latest stage first */
  standings: readonly WorkStanding[]
}

/** What is written beside a work: its title, its people, where it stands, and what judges read about it. */
export function WorkFacts({ slug, work, fields, group, track, standings }: Props) {
  const t = useContestT()
  const lang = useLang()
  const to = useLocalPath()
  const answered = fields.filter(({ id }) => work.answers[id] !== undefined)
  return (
    <div className="facts">
      <p className="quiet num">{[work.code, say(group, lang), say(track, lang)].filter(Boolean).join(' · ')}</p>
      <h1>{work.title || work.code}</h1>
      {work.cleared && (
        <div className="people">
          <WorkPeople work={work} />
        </div>
      )}
      <ul className="stood">
        {standings.map(({ stageId, stage, rank, total, standing, award }) => (
          <li key={stageId} className={standing === 'alternate' ? undefined : 'gold'}>
            <a href={to(`/e/${slug}/results#stage-${stageId}`)}>
              {t('work.stood', {
                stage: say(stage, lang),
                standing: award ? say(award, lang) : standing === 'none' ? '' : t(`results.standings.${standing}`),
                rank: rank ?? 0,
              })}
            </a>
            {total !== null && <span className="num">{t('work.score', { total })}</span>}
          </li>
        ))}
      </ul>
      <dl>
        {answered.map((field) => (
          <div key={field.id}>
            <dt>{say(field.label, lang)}</dt>
            <dd>
              <Answer field={field} value={work.answers[field.id] ?? ''} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Answer({ field, value }: { field: ShownField; value: string | string[] }) {
  const t = useContestT()
  const lang = useLang()
  const named = (id: string) => say(field.options.find((option) => option.id === id)?.name, lang) || id
  if (Array.isArray(value)) return <p>{value.map(named).join(lang === 'en' ? ', ' : '、')}</p>
  if (field.type === 'yes-no') return <p>{t(value === 'true' ? 'work.yes' : 'work.no')}</p>
  if (field.type === 'choice') return <p>{named(value)}</p>
  if (field.type === 'percent') return <p className="num">{value}%</p>
  const unit = say(field.unit, lang)
  return (
    <>
      {(unit ? `${value} ${unit}` : value).split(/\n+/).map((line, at) => (
        <p key={at}>{line}</p>
      ))}
    </>
  )
}
