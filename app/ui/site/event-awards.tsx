import type { Award } from '~/domain/judging/section'
import type { Contest } from '~/domain/setup/event-config'
import { say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import { useLang, useT } from '~/i18n/use-t'
import { organisationRule } from '~/ui/prizes/organisation-rule'
import { Chapter } from './chapter'
import { SampleTag } from './sample-tag'
import { useContestT } from './use-contest-t'

/** What can be won. Gold is for what the ranking awards to the authors, and for nothing else on the page. */
export function EventAwards({ contest }: { contest: Contest }) {
  const t = useContestT()
  const lang = useLang()
  const { awards } = contest
  const lines = useAwardLines(contest)
  if (awards.length === 0) return null
  return (
    <Chapter id="awards" title={t('event.awards')} path="contest.awards">
      <ul className="awards">
        {awards.map((award) => (
          <li key={award.id} className={isEarned(award) ? undefined : 'plain-award'}>
            <b>{say(award.name, lang)}</b>
            {lines(award).map((line) => (
              <span key={line}>{line}</span>
            ))}
            <SampleTag path={`contest.awards.${award.id}.prize`} under="contest.awards" />
          </li>
        ))}
      </ul>
    </Chapter>
  )
}

const isEarned = ({ by, to, from }: Award) => by === 'ranking' && to === 'authors' && !from

function useAwardLines({ awards, groups }: Contest) {
  const t = useContestT()
  const prizes = useT('prizes')
  const lang = useLang()
  const names = (ids: string[]) =>
    awards
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => say(name, lang))
      .join(t('comma'))
  return (award: Award): string[] => {
    const per = award.per === 'all' ? '' : t(`event.per.${award.per}`)
    return [
      award.count && !award.points
        ? t('event.awardCount', { per, count: award.count })
        : award.to === 'authors' && !award.from
          ? t('event.awardOpen', { per })
          : '',
      award.from ? t('event.fromAwards', { awards: names(award.from) }) : '',
      award.to === 'organisations' ? t('event.toOrganisations') : '',
      ...(award.points ? organisationRule(award, prizes) : []),
      award.by === 'nomination' && award.to === 'authors' ? t('event.byNomination') : award.by === 'vote' ? t('event.byVote') : '',
      award.groups
        ? t('event.onlyGroups', {
            groups: groups
              .filter(({ id }) => award.groups?.includes(id))
              .map(({ name }) => say(name, lang))
              .join(t('comma')),
          })
        : '',
      award.prize ? t('event.prize', { amount: money(award.prize, lang) }) : '',
      say(award.note, lang),
    ].filter(Boolean)
  }
}

/** `CNY 50000` as ¥50,000. */
function money(prize: string, lang: Lang): string {
  const [currency = 'CNY', amount = '0'] = prize.split(' ')
  return new Intl.NumberFormat(lang, {
    style: 'currency',
    currency,
    minimumFractionDigits: amount.includes('.') ? 2 : 0,
  }).format(Number(amount))
}
