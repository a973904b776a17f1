import type { MotionView } from '~/routes/console/motion-view.server'
import { useT } from '~/i18n/use-t'
import { ConcludeForm, VoiceChoice } from './console/motion-card'
import { SelectField, TextArea, TextField } from './field'

interface JudgeMotionProps {
  motion: MotionView & { own: { choice: 'yes' | 'no' | 'abstain' | null; reason: string } | null }
  open: boolean
  scoring: boolean
  /** set for whoever concludes */
  chair: { id: string; label: string; name: string }[] | null
  typed: Record<string, string> | null
}

/** A motion as one judge meets it: what is moved, the own voice, and once it is over how it came out. */
export function JudgeMotion({ motion, open, scoring, chair, typed }: JudgeMotionProps) {
  const t = useT('jury')
  const { id, state, own } = motion
  return (
    <section className="lobby-act motion" id={`motion-${id}`} aria-labelledby={`motion-${id}-title`}>
      <h2 id={`motion-${id}-title`}>{motion.about}</h2>
      <p className="num">{motion.inOrder}</p>
      <blockquote>{motion.text}</blockquote>
      <p className="quiet small">{t('motion.moved', { mover: motion.mover, at: motion.openedAt })}</p>
      {state === 'open' && open && scoring && own && (
        <form method="post">
          <input type="hidden" name="motion" value={id} />
          <VoiceChoice id={id} typed={typed?.choice ?? own.choice ?? ''} />
          <TextArea
            id={`reason-${id}`}
            name="reason"
            label={t('motion.reason')}
            rows={2}
            required
            maxLength={500}
            defaultValue={typed?.reason ?? own.reason}
          />
          <button className="button button--act" name="intent" value="voice">
            {own.choice ? t('voice.again') : t('voice.give')}
          </button>
        </form>
      )}
      {(state !== 'open' || chair) && (
        <p>
          <strong>{motion.said}</strong> {motion.counted}
        </p>
      )}
      {motion.conclusion && <p>{t('motion.concluded', { chair: motion.chair, at: motion.concludedAt, conclusion: motion.conclusion })}</p>}
      {state === 'open' && open && chair && (
        <ConcludeForm id={id} path="" chairs={chair} casting={motion.outcome === 'casting'} typed={typed?.conclusion ?? ''} />
      )}
    </section>
  )
}

interface NominateProps {
  awards: { id: string; name: string }[]
  nominated: { awardId: string; award: string; code: string; title: string }[]
  typed: Record<string, string> | null
}

/** A judge who has signed proposes works for single prizes. */
export function NominateSection({ awards, nominated, typed }: NominateProps) {
  const t = useT('jury')
  return (
    <section className="lobby-act" id="nominate">
      <h2>{t('nominations.judgeTitle')}</h2>
      <p className="quiet">{t('nominations.judgeText')}</p>
      {nominated.length > 0 && (
        <ul className="plain-list">
          {nominated.map(({ awardId, award, code, title }) => (
            <li key={awardId + code}>
              <form method="post">
                <input type="hidden" name="award" value={awardId} />
                <input type="hidden" name="code" value={code} />
                {award} · <span className="num">{code}</span> {title}{' '}
                <button className="button button--small" name="intent" value="withdraw" aria-label={t('nominations.withdrawOf', { code })}>
                  {t('nominations.withdraw')}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post">
        <SelectField
          name="award"
          label={t('motion.award')}
          defaultValue={typed?.award}
          options={awards.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField name="code" label={t('nominations.code')} required maxLength={40} autoComplete="off" defaultValue={typed?.code} />
        <TextArea name="reason" label={t('nominations.reason')} rows={2} maxLength={500} defaultValue={typed?.reason} />
        <button className="button button--act" name="intent" value="nominate">
          {t('nominations.do')}
        </button>
      </form>
    </section>
  )
}
