import { isScoring } from '~/domain/judging/section'
import type { Contest } from '~/domain/setup/event-config'
import { say } from '~/i18n/language'
import { useLang } from '~/i18n/use-t'
import { Chapter } from './chapter'
import { SampleTag } from './sample-tag'
import { useContestT } from './use-contest-t'

/** Who competes with whom: groups, and tracks that cross them. */
export function EventGroups({ contest }: { contest: Contest }) {
  const t = useContestT()
  const lang = useLang()
  const { groups, tracks, stages } = contest
  const first = stages.find(isScoring)
  const quota = first?.rulebook.quota
  return (
    <Chapter id="groups" title={t('event.groups')} path="contest.groups">
      <div className="pair">
        {groups.map(({ id, name, description, who, authors, instructors }) => (
          <div key={id}>
            <h3>{say(name, lang)}</h3>
            {description && <p>{say(description, lang)}</p>}
            <dl>
              <dt>{t('event.who')}</dt>
              <dd>{t(`event.whoIs.${who}`)}</dd>
              {who !== 'organisation' && (
                <>
                  <dt>{t('event.authors')}</dt>
                  <dd>
                    {t('event.authorsUpTo', { authors })}
                    {instructors > 0 && (
                      <>
                        {t('comma')}
                        {t('event.instructorsUpTo', { instructors })}{' '}
                        <SampleTag path={`contest.groups.${id}.instructors`} under="contest.groups" />
                      </>
                    )}
                  </dd>
                </>
              )}
              {quota && (quota.per === 'group' || groups.length === 1) && (
                <>
                  <dt>{t('event.finalists')}</dt>
                  <dd>
                    {quota.alternates
                      ? t('event.quotaAlternates', { places: quota.places, alternates: quota.alternates })
                      : t('event.quota', { places: quota.places })}{' '}
                    <SampleTag path={`contest.stages.${first?.id ?? ''}`} />
                  </dd>
                </>
              )}
            </dl>
          </div>
        ))}
      </div>
      {tracks.length > 0 && (
        <>
          <h3 className="within">
            {t('event.tracks')} <SampleTag path="contest.tracks" />
          </h3>
          <ul className="lines">
            {tracks.map(({ id, name, description }) => (
              <li key={id}>
                <b>{say(name, lang)}</b>
                <span>{say(description, lang)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Chapter>
  )
}
